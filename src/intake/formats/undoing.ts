/** What a way of undoing is made of. */

/** A stretch that stands for other characters. */
export interface Token {
  start: number;
  end: number;
  stands: string;
}

/** What one way of undoing needs: a cheap test, what it replaces, and whether a whole text speaks for it. */
export interface LayoutUndoing {
  mayHold: RegExp;
  tokens(text: string): Token[];
  isDecided(text: string): boolean;
}
