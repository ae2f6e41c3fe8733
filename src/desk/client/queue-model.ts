/** The queue as the page holds it: what was done stays in its place until it is loaded anew, so that nothing jumps. */
import type { Queue, QueueItem } from '../api.ts';

export interface QueueState {
  items: readonly QueueItem[];
  /** Items that wait, loaded or not. */
  total: number;
  facets: Queue['facets'];
  /** Key of the item one stands at. */
  at: string | null;
  /** What was done in this sitting, in words, by key. */
  done: ReadonlyMap<string, string>;
  marked: ReadonlySet<string>;
  revision: number;
}

export const emptyQueue: QueueState = {
  items: [],
  total: 0,
  facets: { reasons: [], articles: [], outlets: [], speakers: [], rules: [] },
  at: null,
  done: new Map(),
  marked: new Set(),
  revision: 0,
};

/** Place of an item in what is loaded; -1 where it is not. */
export const placeOf = ({ items }: Pick<QueueState, 'items'>, key: string | null): number =>
  key === null ? -1 : items.findIndex((one) => one.key === key);

export const current = (state: QueueState): QueueItem | null =>
  state.items[placeOf(state, state.at)] ?? null;

/** How many of the loaded items wait: from there on the server has more. */
export const waitingLoaded = ({ items, done }: Pick<QueueState, 'items' | 'done'>): number =>
  items.reduce((sum, { key }) => sum + (done.has(key) ? 0 : 1), 0);

/** Whether the server has items that are not loaded. */
export const hasMore = (state: QueueState): boolean => waitingLoaded(state) < state.total;

/**
 * A queue loaded anew. One stays at the item one stood at; where it is gone, at what followed it, and else where
 * `stopped` says.
 */
export function loaded(before: QueueState, answer: Queue, stopped: string | null): QueueState {
  const keys = new Set(answer.items.map(({ key }) => key));
  const from = Math.max(0, placeOf(before, before.at));
  const next = [
    ...before.items.slice(from),
    ...before.items.slice(0, before.at === null ? 0 : from).reverse(),
  ].find(({ key }) => keys.has(key))?.key;
  const wanted = before.at === null && stopped !== null && keys.has(stopped) ? stopped : next;
  return {
    items: answer.items,
    total: answer.total,
    facets: answer.facets,
    at: wanted ?? answer.items[0]?.key ?? null,
    done: new Map(),
    marked: new Set([...before.marked].filter((key) => keys.has(key))),
    revision: answer.revision,
  };
}

/** The next page of the queue behind what is loaded; what is there already stays as it is. */
export function appended(state: QueueState, answer: Queue): QueueState {
  const keys = new Set(state.items.map(({ key }) => key));
  const items = [...state.items, ...answer.items.filter(({ key }) => !keys.has(key))];
  // An empty page ends the queue, whatever was counted before.
  const total =
    answer.items.length === 0 ? waitingLoaded({ items, done: state.done }) : answer.total;
  return { ...state, items, total, at: state.at ?? items[0]?.key ?? null };
}

/** One goes on by so many items, and stays within the list. */
export function stepped(state: QueueState, by: number): QueueState {
  const place = placeOf(state, state.at);
  const next = Math.min(Math.max(place + by, 0), state.items.length - 1);
  return { ...state, at: state.items[next]?.key ?? null };
}

/** The next item that waits behind a place, else the last before it; the item itself where none does. */
function nextWaiting(state: QueueState, from: number): string | null {
  const waits = ({ key }: QueueItem) => !state.done.has(key);
  return (
    state.items.slice(from + 1).find(waits)?.key ??
    state.items.slice(0, Math.max(from, 0)).findLast(waits)?.key ??
    state.items[from]?.key ??
    null
  );
}

type Facet = keyof QueueState['facets'];

/** Ids under which an item is counted in a facet. */
function countedUnder(item: QueueItem, facet: Facet): readonly string[] {
  switch (facet) {
    case 'reasons':
      return item.reasons;
    case 'articles':
      return [item.article];
    case 'outlets':
      return item.outlet ? [item.outlet] : [];
    case 'speakers':
      return item.speaker ? [item.speaker.id] : [];
    case 'rules':
      return item.rule ? [item.rule] : [];
  }
}

function recounted(facets: QueueState['facets'], items: readonly QueueItem[], by: 1 | -1) {
  const counted = (facet: Facet) => {
    const ids = items.flatMap((item) => countedUnder(item, facet));
    return facets[facet].map((entry) => ({
      ...entry,
      count: Math.max(0, entry.count + by * ids.filter((id) => id === entry.id).length),
    }));
  };
  return {
    reasons: counted('reasons'),
    articles: counted('articles'),
    outlets: counted('outlets'),
    speakers: counted('speakers'),
    rules: counted('rules'),
  };
}

const chosen = (state: QueueState, keys: ReadonlySet<string>) =>
  state.items.filter(({ key }) => keys.has(key));

/** Items are done with: counts go down at once, and one stands at the next that waits. */
export function settled(state: QueueState, keys: ReadonlySet<string>, words: string): QueueState {
  const items = chosen(state, keys).filter(({ key }) => !state.done.has(key));
  const done = new Map([...state.done, ...[...keys].map((key) => [key, words] as const)]);
  const place = placeOf(state, state.at);
  const after = {
    ...state,
    done,
    marked: new Set([...state.marked].filter((key) => !keys.has(key))),
    total: Math.max(0, state.total - items.length),
    facets: recounted(state.facets, items, -1),
  };
  const goesOn = state.at !== null && keys.has(state.at);
  return goesOn ? { ...after, at: nextWaiting(after, place) } : after;
}

/** What was thought done was not: it waits again, and one stands at it. */
export function reopened(state: QueueState, keys: ReadonlySet<string>): QueueState {
  const items = chosen(state, keys).filter(({ key }) => state.done.has(key));
  return {
    ...state,
    done: new Map([...state.done].filter(([key]) => !keys.has(key))),
    total: state.total + items.length,
    facets: recounted(state.facets, items, 1),
    at: items[0]?.key ?? state.at,
  };
}

export function toggled(state: QueueState, key: string): QueueState {
  const marked = new Set(state.marked);
  if (!marked.delete(key)) marked.add(key);
  return { ...state, marked };
}

/** The items that an act is meant for: those marked, else the one stood at. */
export function meant(state: QueueState): QueueItem[] {
  const marked = state.items.filter(({ key }) => state.marked.has(key));
  const here = current(state);
  if (marked.length > 0) return marked;
  return here ? [here] : [];
}

/** The rows of a long list that are drawn: those in view and some around them. */
export function rowsInView(
  scrollTop: number,
  height: number,
  rowHeight: number,
  count: number,
): { from: number; to: number } {
  const around = 8;
  const from = Math.max(0, Math.floor(scrollTop / rowHeight) - around);
  const to = Math.min(count, Math.ceil((scrollTop + height) / rowHeight) + around);
  return { from: Math.min(from, to), to };
}
