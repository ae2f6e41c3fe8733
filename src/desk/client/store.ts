/** The one state of the page, and who is told when it changes. */
import type {
  Acted,
  ArticleView,
  Changes,
  FiledView,
  Messages,
  NameHit,
  Problem,
  Session,
} from '../api.ts';
import type { MeasureView, SampleView } from '../review/messages.ts';
import type { Span } from '../../text/span.ts';
import { emptyQueue, type QueueState } from './queue-model.ts';
import type { Route } from './routes.ts';

/** What is open to be filled in, and for which claims. */
export interface Editor {
  kind:
    | 'speaker'
    | 'reject'
    | 'via'
    | 'type'
    | 'said'
    | 'topic'
    | 'relate'
    | 'note'
    | 'decide'
    | 'published'
    | 'alias'
    | 'dismiss';
  claims: readonly string[];
  article: string;
}

/** What the keys do in the text: nothing but step from claim to claim, or one of these. */
export type Mode =
  | { kind: 'bounds'; claim: string; parts: readonly Span[]; part: number }
  | { kind: 'split'; claim: string; cuts: readonly number[]; at: number }
  | { kind: 'add'; anchor: Span; head: Span }
  | { kind: 'new'; parts: readonly Span[] };

export type ModeOf<Kind extends Mode['kind']> = Extract<Mode, { kind: Kind }>;

export interface State {
  session: Session | null;
  route: Route;
  queue: QueueState;
  isLoadingQueue: boolean;
  article: ArticleView | null;
  /** Claim of the article that one stands at. */
  claim: string | null;
  /** Claims of the article or of what is filed that are marked for one act. */
  marked: ReadonlySet<string>;
  filed: FiledView | null;
  names: readonly NameHit[];
  messages: Messages['messages'] | null;
  changes: Changes | null;
  measure: MeasureView | null;
  sample: SampleView | null;
  /** Place of the claim of the sample that one stands at. */
  sampleAt: number;
  editor: Editor | null;
  mode: Mode | null;
  problems: readonly Problem[];
  /** Other people's changes that were merged in, or made in the folder. */
  notices: readonly string[];
  /** What the last act wrote. */
  last: Acted | null;
  isReachable: boolean;
  waiting: number;
  /** Highest revision that this page knows of. */
  revision: number;
}

export const beginning = (route: Route): State => ({
  session: null,
  route,
  queue: emptyQueue,
  isLoadingQueue: false,
  article: null,
  claim: null,
  marked: new Set(),
  filed: null,
  names: [],
  messages: null,
  changes: null,
  measure: null,
  sample: null,
  sampleAt: 0,
  editor: null,
  mode: null,
  problems: [],
  notices: [],
  last: null,
  isReachable: true,
  waiting: 0,
  revision: 0,
});

export interface Store {
  get(): State;
  set(change: Partial<State> | ((state: State) => Partial<State>)): void;
}

/** `changed` is called once for all changes of one turn of the event loop. */
export function createStore(first: State, changed: (state: State) => void): Store {
  let state = first;
  let isTold = true;
  return {
    get: () => state,
    set(change) {
      state = { ...state, ...(typeof change === 'function' ? change(state) : change) };
      if (!isTold) return;
      isTold = false;
      queueMicrotask(() => {
        isTold = true;
        changed(state);
      });
    },
  };
}
