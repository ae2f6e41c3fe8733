/** What is known of a pronoun whose person is looked for, and of whom the sentence before it is. */
import type { Gender } from '../pack.ts';

/** The pronoun that is asked for, as each step sees it. */
export interface Asked {
  /** Its plain form: "he". */
  word: string;
  gender: Gender;
  /** Where it stands. */
  start: number;
  paragraph: number;
  /** Who is named in the words that it tells behind it: "he said Lee was ill" is of no Lee. */
  others: ReadonlySet<number>;
  /** The verb beside it answers. */
  answers: boolean;
}

/** Somebody who is only described where a sentence is about them. */
export interface Described {
  /** Enters them, and gives their index. */
  enter(): number;
  /** "The driver": somebody who is in the text already, and whom nobody named there may be. */
  isDefinite?: boolean;
  /** The pronoun of whom they belong to, where they belong to somebody: "he" for "his lawyer". */
  owner?: Gender;
  gender?: Gender;
  /** Those named elsewhere whom the description may mean. */
  holders?: readonly number[];
}

/** Of whom a sentence is, and where they are named there. */
export interface About {
  who: Described | number;
  behind: number;
}
