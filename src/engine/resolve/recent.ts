/** Who spoke lately, and whose sentences they were: among these a pronoun or a description finds its person. */

import type { Gender } from '../pack.ts';

/** Somebody who spoke, or whom a sentence was about. */
export interface Turn {
  /** Of the entity; below zero where it is open who spoke. */
  index: number;
  paragraph: number;
  /** Whether they spoke, and were not only the subject of a sentence. */
  speaker: boolean;
  /** Where they are named. */
  at: number;
  /** They are only named as the source of a report: "according to the Post". */
  reports?: boolean;
  /** Whom they asked, where they asked somebody; null where nobody named. */
  asks?: number | null;
  /** Of which sex is whom the question is about, where a pronoun of it tells; not who asks. */
  about?: Gender;
  /** They spoke in a relative clause only, which the next paragraph has forgotten. */
  isBeside?: boolean;
  /** Nothing but the model takes them for a speaker. */
  unsure?: boolean;
}

/** So many of the latest are looked at. */
const LATELY = 60;
/** Paragraphs over which somebody who spoke stays in mind. */
const REMEMBERED = 12;

/** The speakers and subjects of an article so far, latest last. */
export class Recent {
  readonly #turns: Turn[] = [];

  add(turn: Turn): void {
    this.#turns.push(turn);
  }

  get latest(): Turn | undefined {
    return this.#turns.at(-1);
  }

  /** The latest first, at most `most` of them. */
  *backwards(most: number): Generator<Turn> {
    for (let k = this.#turns.length - 1; k >= 0 && this.#turns.length - k < most; k--) {
      const turn = this.#turns[k];
      if (turn) yield turn;
    }
  }

  /** The latest who spoke. */
  get speaker(): Turn | undefined {
    return this.#turns.findLast(({ speaker }) => speaker);
  }

  /** Where somebody spoke last; below zero where they did not lately. */
  spokeAt(index: number): number {
    const turn = this.#turns.slice(-LATELY).findLast((one) => one.speaker && one.index === index);
    return turn?.at ?? -1;
  }

  /** Whether somebody spoke lately, `often` times at least, and not only as the model has it. */
  hasSpokenSurely(index: number, often = 1): boolean {
    const turns = this.#turns.slice(-LATELY);
    return turns.filter((one) => one.speaker && !one.unsure && one.index === index).length >= often;
  }

  /** Everybody in mind at a paragraph. */
  inMind(paragraph: number): ReadonlySet<number> {
    return new Set(
      this.#turns
        .slice(-LATELY)
        .filter((turn) => paragraph - turn.paragraph <= REMEMBERED)
        .map(({ index }) => index),
    );
  }

  /** Whether somebody spoke or was the subject within so many paragraphs before this one. */
  isNear(index: number, paragraph: number, within: number): boolean {
    return this.#turns
      .slice(-LATELY)
      .some((turn) => turn.index === index && paragraph - turn.paragraph <= within);
  }

  /** The latest whom the condition fits; null where there is none. */
  last(fits: (turn: Turn) => boolean): number | null {
    for (const turn of this.backwards(LATELY)) if (turn.index >= 0 && fits(turn)) return turn.index;
    return null;
  }
}
