/** What every choice about a claim looks at: the paragraph with running counts, and the claim as found so far. */
import { POS, SHAPE, type Tokens } from '../tokens.ts';
import { CLASS, QUOTE, type Layout } from './layout.ts';
import { NONE } from './rows.ts';
import { View } from './view.ts';

/** Tokens of a paragraph, counted from its first, `to` exclusive. */
export interface Run {
  from: number;
  to: number;
}

/** A claim as found so far. */
export interface Told extends Run {
  cue: Run | null;
  /** Bounds that the rules gave, and those that the sequence model gave. */
  rule: Run | null;
  model: (Run & { margin: number }) | null;
  /** Hash of the name of the rule that decided. */
  name: number;
}

/** Features that one candidate may have; unused places hold 0. */
export const CHOICE_WIDTH = 44;

/** Where the templates of each choice begin; they are part of every trained model. */
export const TEMPLATES = { from: 1000, to: 2000, standing: 3000, mention: 4000, named: 4020 };

const VERB = POS.indexOf('VERB');
const AUX = POS.indexOf('AUX');
const PUNCT = POS.indexOf('PUNCT');
const PRON = POS.indexOf('PRON');

/** Whether a part of speech is that of verbs, auxiliaries among them. */
export const isVerb = (pos: number | undefined): boolean => pos === VERB || pos === AUX;

/** Running counts of the tokens of a kind. */
class Count {
  readonly #sums: Int32Array;

  constructor(n: number, test: (i: number) => boolean) {
    this.#sums = new Int32Array(n + 1);
    let sum = 0;
    for (let i = 0; i < n; i++) {
      if (test(i)) sum++;
      this.#sums[i + 1] = sum;
    }
  }

  /** How many stand from one token on and before another. */
  between(from: number, to: number): number {
    return to > from ? (this.#sums[to] ?? 0) - (this.#sums[from] ?? 0) : 0;
  }
}

/** One paragraph, with running counts, so that what stands between two tokens is known at once. */
export class Ground extends View {
  readonly verbs: Count;
  readonly speechVerbs: Count;
  /** All punctuation, and that outside quotation marks. */
  readonly puncts: Count;
  readonly commas: Count;
  /** Tokens in quotation marks, the marks included. */
  readonly marks: Count;
  readonly names: Count;

  constructor(tokens: Tokens, a: number, b: number, layout: Layout) {
    const n = b - a;
    super(tokens, a, n, layout);
    const { quote } = layout;
    const pos = tokens.pos.subarray(a, b);
    const isName = (i: number): boolean => pos[i] === PRON || this.shape(i) === SHAPE.title;
    this.verbs = new Count(n, (i) => isVerb(pos[i]));
    this.speechVerbs = new Count(n, (i) => layout.class[i] === CLASS.speech);
    this.puncts = new Count(n, (i) => pos[i] === PUNCT);
    this.commas = new Count(n, (i) => pos[i] === PUNCT && quote[i] === QUOTE.out);
    this.marks = new Count(n, (i) => quote[i] !== QUOTE.out);
    this.names = new Count(n, (i) => pos[i] !== PUNCT && !isVerb(pos[i]) && isName(i));
  }
}

/** Where a claim's cue stands: 0 before its words, 1 after, 2 where there is none. */
export function orderOf({ cue, from }: Told): number {
  if (cue === null) return 2;
  return cue.from < from ? 0 : 1;
}

/** Lemma of a cue's last word; `NONE` without a cue. */
export const lemmaOfCue = (ground: Ground, cue: Run | null): number =>
  cue === null ? NONE : ground.lemma(cue.to - 1);

/** Ending of a cue's first word; `NONE` without a cue. */
export const endingOfCue = (ground: Ground, cue: Run | null): number =>
  cue === null ? NONE : ground.suffix(cue.from);
