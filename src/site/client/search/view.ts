/** What the parts of the search page share. */
import type { SearchState } from '../../../search/state.ts';
import type { Engine } from './engine.ts';
import { make } from './dom.ts';

export interface View {
  /** Address of the site's root as the page is read, and as it is published; both end with a slash. */
  readonly root: string;
  readonly publicRoot: string;
  readonly siteName: string;
  readonly engine: Engine;
  /** What is asked for at the moment. */
  readonly state: SearchState;
  /** Goes to a state: a new entry of the history. */
  go(next: SearchState): void;
  /** Asks again for the same, and puts the focus on the element with the id. */
  again(focus: string): Promise<void>;
  /** A link to a state, which a click follows without loading the page anew. */
  link(
    next: SearchState,
    properties: Record<string, string | null>,
    ...children: (Node | string)[]
  ): HTMLElement;
  /** Tells those who hear the page. */
  say(words: string): void;
  /** Puts the message that the search failed in the place of results. */
  showError(): void;
}

/** A button that does something which may take a while. */
export const button = (
  style: string,
  act: () => Promise<void> | void,
  ...label: (Node | string)[]
) => make('button', { class: style, type: 'button', click: () => void act() }, ...label);
