/** Reading the tokens of a paragraph by their place in it, with an answer for places outside. */
import type { Tokens } from '../tokens.ts';
import type { Layout } from './layout.ts';

/** Part of a paragraph whose first token is `a`, from place `low` up to `high`. */
export class Window {
  readonly tokens: Tokens;
  readonly a: number;
  readonly low: number;
  readonly high: number;

  constructor(tokens: Tokens, a: number, low: number, high: number) {
    this.tokens = tokens;
    this.a = a;
    this.low = low;
    this.high = high;
  }

  /** Hash of the word; 11 before the part and 12 after it. */
  word(i: number): number {
    if (i < this.low) return 11;
    return i >= this.high ? 12 : (this.tokens.word[this.a + i] ?? 0);
  }

  /** Hash of the lemma; 11 before the part and 12 after it. */
  lemma(i: number): number {
    if (i < this.low) return 11;
    return i >= this.high ? 12 : (this.tokens.lemma[this.a + i] ?? 0);
  }

  /** Part of speech; 30 before the part and 31 after it. */
  pos(i: number): number {
    if (i < this.low) return 30;
    return i >= this.high ? 31 : (this.tokens.pos[this.a + i] ?? 0);
  }

  /** Shape; 14 before the part and 15 after it. */
  shape(i: number): number {
    if (i < this.low) return 14;
    return i >= this.high ? 15 : (this.tokens.shape[this.a + i] ?? 0);
  }

  /** Hash of the ending; 1 outside the part. */
  suffix(i: number): number {
    return i < this.low || i >= this.high ? 1 : (this.tokens.suffix[this.a + i] ?? 0);
  }
}

/** A whole paragraph of `n` tokens with its layout. */
export class View extends Window {
  readonly n: number;
  readonly layout: Layout;

  constructor(tokens: Tokens, a: number, n: number, layout: Layout) {
    super(tokens, a, 0, n);
    this.n = n;
    this.layout = layout;
  }

  /** State with regard to quotation marks; 4 before the paragraph and 5 after it. */
  quote(i: number): number {
    if (i < 0) return 4;
    return i >= this.n ? 5 : (this.layout.quote[i] ?? 0);
  }

  /** Class of the word; 7 outside. */
  class(i: number): number {
    return i < 0 || i >= this.n ? 7 : (this.layout.class[i] ?? 0);
  }

  /** Code of the words in marks; 0 outside them and outside the paragraph. */
  stretch(i: number): number {
    return i < 0 || i >= this.n ? 0 : (this.layout.stretch[i] ?? 0);
  }

  /** First token of a token's sentence, and one past its last. */
  from(i: number): number {
    return this.layout.from[i] ?? 0;
  }

  to(i: number): number {
    return this.layout.to[i] ?? 0;
  }
}
