/**
 * Finds mentions, cues and claims in a paragraph with a table of learned weights.
 *
 * In: tokens, the paragraph's quotations, what the rules said of each token, and from a language its words
 * (`lexicon.ts`) and its model (`model.ts`). Out: what was found, each with a margin. `choices.ts` and `judge.ts`
 * then weigh the claims as a whole. Imports the text and model rooms and its neighbours in the engine; no language.
 */
import { stretchesTouching, type Stretch } from '../marks.ts';
import type { Gauges } from '../confidence.ts';
import { SHAPE, type Tokens } from '../tokens.ts';
import { Decoder, type Tagged } from './decode.ts';
import { describe } from './descriptions.ts';
import { features, WIDTH } from './features.ts';
import { TableJudge, type Judge } from './judge.ts';
import { LABEL_COUNT as L } from './labels.ts';
import { layoutOf } from './layout.ts';
import type { TaggerLexicon } from './lexicon.ts';
import { KEY_MASK, RAISED, readModel, weightsOf, type ModelFile, type Weights } from './model.ts';
import { View } from './view.ts';

export { KIND } from './labels.ts';
export { LEAST, type Judge } from './judge.ts';
export type { Tagged } from './decode.ts';
export { type TaggerLexicon } from './lexicon.ts';
export type { ModelFile } from './model.ts';

/** No more tokens than this are tagged at once; longer paragraphs are cut where a sentence ends. */
const LONGEST = 600;

/** A paragraph as the tagger is given it. */
export interface TaggerInput {
  tokens: Tokens;
  /** Its tokens, `b` exclusive. */
  a: number;
  b: number;
  /** Its quotations. */
  stretches: readonly Stretch[];
  /** What the rules said of each token, from `a`; see `rule-codes.ts`. */
  rules: Uint8Array;
}

/** Tags paragraphs with one model. Holds scratch space, so one tagger serves one text at a time. */
export class Tagger {
  /** How sure claims are, where that was measured. */
  readonly gauges: Gauges | null;
  readonly judge: Judge;
  readonly lexicon: TaggerLexicon;
  readonly #weights: Weights;
  readonly #bias: number;
  readonly #decoder: Decoder;
  #rows = new Int32Array(0);
  /** The paragraph whose features were made last. */
  #explained: { input: TaggerInput; view: View; rows: Int32Array } | null = null;

  /** `judge`: who chooses between candidates, where it is not the model's own tables. */
  constructor(
    file: ModelFile,
    lexicon: TaggerLexicon,
    { judge, gauges = null }: { judge?: Judge; gauges?: Gauges | null } = {},
  ) {
    this.#weights = readModel(file);
    this.#decoder = new Decoder(this.#weights.edges);
    this.lexicon = lexicon;
    this.judge = judge ?? new TableJudge(file.choices);
    this.#bias = file.bias;
    this.gauges = gauges;
  }

  /** What is found in a paragraph, in order. */
  tag(input: TaggerInput): Tagged[] {
    const { tokens, a, b, stretches, rules } = input;
    if (b - a <= LONGEST * 1.5) return this.#tagPart(input);
    const found: Tagged[] = [];
    for (let from = a; from < b;) {
      const to = b - from <= LONGEST * 1.5 ? b : windowEnd(tokens, from, b);
      found.push(
        ...this.#tagPart({
          tokens,
          a: from,
          b: to,
          stretches: stretchesTouching(stretches, tokens.start[from] ?? 0, tokens.end[to - 1] ?? 0),
          rules: rules.subarray(from - a, to - a),
        }),
      );
      from = to;
    }
    return found;
  }

  /** Why something was found: the features that spoke for its first token most, in words. */
  reasons(input: TaggerInput, tagged: Tagged, count = 5): string[] {
    const { view, rows } = this.#explain(input);
    const i = tagged.from - input.a;
    const label = 2 * tagged.kind - 1;
    const gains: { gain: number; slot: number }[] = [];
    for (const [slot, hash] of rows.subarray(i * WIDTH, (i + 1) * WIDTH).entries()) {
      const weights = weightsOf(this.#weights, hash);
      const gain = weights ? (weights[label] ?? 0) - (weights[0] ?? 0) : 0;
      if (gain > 0) gains.push({ gain, slot });
    }
    gains.sort((x, y) => y.gain - x.gain || x.slot - y.slot);
    return gains.slice(0, count).map(({ slot }) => describe(view, i, slot));
  }

  #explain(input: TaggerInput): { view: View; rows: Int32Array } {
    if (this.#explained?.input === input) return this.#explained;
    const view = this.#viewOf(input);
    const rows = new Int32Array(view.n * WIDTH);
    features(view, input.rules, rows);
    this.#explained = { input, view, rows };
    return this.#explained;
  }

  #viewOf({ tokens, a, b, stretches }: TaggerInput): View {
    return new View(tokens, a, b - a, layoutOf(tokens, a, b, stretches, this.lexicon));
  }

  #tagPart(input: TaggerInput): Tagged[] {
    const view = this.#viewOf(input);
    const { tokens, a, n, layout } = view;
    if (this.#rows.length < n * WIDTH) this.#rows = new Int32Array(n * WIDTH);
    this.#decoder.reserve(n);
    features(view, input.rules, this.#rows);
    // Reasons are asked of a paragraph right after it is tagged.
    this.#explained = { input, view, rows: this.#rows };
    this.#score(n);
    return this.#decoder.best(tokens, a, n, layout);
  }

  /** Adds up the weights of the features of `n` tokens, all labels of a token at once. */
  #score(n: number): void {
    const rows = this.#rows;
    const scores = this.#decoder.scores;
    const { table, mask, levels, pairs } = this.#weights;
    for (let i = 0; i < n; i++) {
      let first = -this.#bias;
      let one = 0;
      let two = 0;
      let three = 0;
      let four = 0;
      let hit = 0;
      for (let k = i * WIDTH, stop = k + WIDTH; k < stop; k++) {
        const hash = rows[k] ?? 0;
        if (hash === 0) break;
        const key = (hash >>> 4) + 1;
        let slot = (key ^ (key >>> 13)) & mask;
        let held = table[2 * slot] ?? 0;
        while ((held & KEY_MASK) !== key && held !== 0) {
          slot = (slot + 1) & mask;
          held = table[2 * slot] ?? 0;
        }
        if (held === 0) continue;
        const rest = table[2 * slot + 1] ?? 0;
        first += levels[held >>> 28] ?? 0;
        one += pairs[rest & 255] ?? 0;
        two += pairs[(rest >>> 8) & 255] ?? 0;
        three += pairs[(rest >>> 16) & 255] ?? 0;
        four += pairs[rest >>> 24] ?? 0;
        hit++;
      }
      const at = i * L;
      const raised = hit * RAISED;
      scores[at] = first;
      scores[at + 1] = (one & 0xffff) - raised;
      scores[at + 2] = (one >>> 16) - raised;
      scores[at + 3] = (two & 0xffff) - raised;
      scores[at + 4] = (two >>> 16) - raised;
      scores[at + 5] = (three & 0xffff) - raised;
      scores[at + 6] = (three >>> 16) - raised;
      scores[at + 7] = (four & 0xffff) - raised;
      scores[at + 8] = (four >>> 16) - raised;
    }
  }
}

/** A place to cut a long paragraph: the end of a sentence if there is one in reach. */
function windowEnd(tokens: Tokens, from: number, b: number): number {
  const limit = Math.min(b, from + LONGEST);
  for (let i = limit - 1; i > from + LONGEST / 2; i--) {
    const last = tokens.text[(tokens.end[i - 1] ?? 0) - 1] ?? '';
    if (/[.?!]/.test(last) && tokens.shape[i] === SHAPE.title) return i;
  }
  return limit;
}
