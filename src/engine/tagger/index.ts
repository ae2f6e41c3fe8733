/** Finds mentions, cues and claims in a paragraph with a table of learned weights. */
import { stretchesTouching, type Stretch } from '../marks.ts';
import { POS, SHAPE, type Tokens } from '../tokens.ts';
import { DESCRIPTIONS, edgeClass, features, layoutOf, WIDTH, type Layout } from './features.ts';
import { TableJudge, type Judge } from './judge.ts';
import { begins, kindOf, LABEL_COUNT as L, mayFollow } from './labels.ts';
import {
  KEY_MASK,
  RAISED,
  readModel,
  weightsOf,
  type Calibration,
  type ModelFile,
  type Weights,
} from './model.ts';

export { KIND } from './labels.ts';
export { LEAST, type Judge } from './judge.ts';
export type { Calibration, ModelFile } from './model.ts';

/** A stretch of tokens the model takes for a mention, a cue or a claim. */
export interface Tagged {
  /** One of `KIND`. */
  kind: number;
  /** Tokens, `to` exclusive, and the text they cover. */
  from: number;
  to: number;
  start: number;
  end: number;
  /** By how much the best reading beats the best one without this stretch, in units of the weights. */
  margin: number;
}

/** No stretch of a text longer than this is tagged at once; longer paragraphs are cut where a sentence ends. */
const LONGEST = 600;

const FROM_ANY = Array.from({ length: L }, (_, y) => y).filter((y) => y === 0 || begins(y));

/** Tags paragraphs with one model. Holds scratch space, so one tagger serves one text at a time. */
export class Tagger {
  readonly calibration: Calibration;
  readonly judge: Judge;
  readonly #weights: Weights;
  readonly #bias: number;
  #rows = new Int32Array(0);
  #scores = new Int32Array(0);
  #forward = new Int32Array(0);
  #backward = new Int32Array(0);
  #back = new Uint8Array(0);

  /** `judge`: who chooses between candidates, where it is not the model's own tables. */
  constructor(file: ModelFile, judge?: Judge) {
    this.#weights = readModel(file);
    this.judge = judge ?? new TableJudge(file.choices);
    this.#bias = file.bias;
    this.calibration = file.calibration;
  }

  /** Stretches in tokens `a`..`b`, in order. `rules`: what the rules said of each token, from `a`. */
  tag(
    tokens: Tokens,
    a: number,
    b: number,
    stretches: readonly Stretch[],
    rules: Uint8Array,
  ): Tagged[] {
    const found: Tagged[] = [];
    for (let from = a; from < b;) {
      const to = b - from <= LONGEST * 1.5 ? b : windowEnd(tokens, from, b);
      const layout = layoutOf(
        tokens,
        from,
        to,
        stretchesTouching(stretches, tokens.start[from]!, tokens.end[to - 1]!),
      );
      this.#tagWindow(tokens, from, to, layout, rules.subarray(from - a, to - a), found);
      from = to;
    }
    return found;
  }

  /** Why a stretch was found: the features that spoke for its first token most, in words. */
  reasons(
    tokens: Tokens,
    a: number,
    b: number,
    stretches: readonly Stretch[],
    rules: Uint8Array,
    tagged: Tagged,
    count = 5,
  ): string[] {
    const layout = layoutOf(tokens, a, b, stretches);
    const n = b - a;
    const rows = new Int32Array(n * WIDTH);
    features(tokens, a, b, layout, rules, rows);
    const i = tagged.from - a;
    const label = 2 * tagged.kind - 1;
    const gains: { gain: number; slot: number }[] = [];
    for (let slot = 0; slot < WIDTH; slot++) {
      const weights = weightsOf(this.#weights, rows[i * WIDTH + slot]!);
      if (!weights) continue;
      const gain = weights[label]! - weights[0]!;
      if (gain > 0) gains.push({ gain, slot });
    }
    gains.sort((x, y) => y.gain - x.gain || x.slot - y.slot);
    return gains.slice(0, count).map(({ slot }) => describe(tokens, a, b, i, layout, slot));
  }

  #tagWindow(
    tokens: Tokens,
    a: number,
    b: number,
    layout: Layout,
    rules: Uint8Array,
    found: Tagged[],
  ): void {
    const n = b - a;
    if (this.#scores.length < n * L) {
      this.#rows = new Int32Array(n * WIDTH);
      this.#scores = new Int32Array(n * L);
      this.#forward = new Int32Array(n * L);
      this.#backward = new Int32Array(n * L);
      this.#back = new Uint8Array(n * L);
    }
    const rows = this.#rows;
    const scores = this.#scores;
    const forward = this.#forward;
    const backward = this.#backward;
    const back = this.#back;
    const { table, mask, levels, pairs, edges } = this.#weights;
    features(tokens, a, b, layout, rules, rows);
    for (let i = 0; i < n; i++) {
      let first = -this.#bias,
        one = 0,
        two = 0,
        three = 0,
        four = 0,
        hit = 0;
      for (let k = i * WIDTH, stop = k + WIDTH; k < stop; k++) {
        const hash = rows[k]!;
        if (hash === 0) break;
        const key = (hash >>> 4) + 1;
        let slot = (key ^ (key >>> 13)) & mask;
        let held = table[2 * slot]!;
        while ((held & KEY_MASK) !== key && held !== 0) {
          slot = (slot + 1) & mask;
          held = table[2 * slot]!;
        }
        if (held === 0) continue;
        const rest = table[2 * slot + 1]!;
        first += levels[held >>> 28]!;
        one += pairs[rest & 255]!;
        two += pairs[(rest >>> 8) & 255]!;
        three += pairs[(rest >>> 16) & 255]!;
        four += pairs[rest >>> 24]!;
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
    // Best reading up to each token and label …
    for (let y = 0; y < L; y++) forward[y] = mayFollow(-1, y) ? scores[y]! : NEVER;
    for (let i = 1; i < n; i++) {
      const e = edgeClass(tokens, a, i, layout) * L * L;
      const at = i * L;
      const before = at - L;
      for (const y of FROM_ANY) {
        let best = NEVER;
        let from = 0;
        for (let x = 0; x < L; x++) {
          const value = forward[before + x]! + edges[e + x * L + y]!;
          if (value > best) ((best = value), (from = x));
        }
        forward[at + y] = best + scores[at + y]!;
        back[at + y] = from;
      }
      for (let y = 2; y < L; y += 2) {
        const fresh = forward[before + y - 1]! + edges[e + (y - 1) * L + y]!;
        const old = forward[before + y]! + edges[e + y * L + y]!;
        forward[at + y] = Math.max(NEVER, (fresh >= old ? fresh : old) + scores[at + y]!);
        back[at + y] = fresh >= old ? y - 1 : y;
      }
    }
    // … and from it on, so that each decision can be compared with its best rival.
    const end = (n - 1) * L;
    for (let y = 0; y < L; y++) backward[end + y] = 0;
    for (let i = n - 2; i >= 0; i--) {
      const e = edgeClass(tokens, a, i + 1, layout) * L * L;
      const at = i * L;
      const next = at + L;
      for (let x = 0; x < L; x++) {
        let best = NEVER;
        for (const y of FROM_ANY) {
          const value = edges[e + x * L + y]! + scores[next + y]! + backward[next + y]!;
          if (value > best) best = value;
        }
        if (x > 0) {
          const y = begins(x) ? x + 1 : x;
          const value = edges[e + x * L + y]! + scores[next + y]! + backward[next + y]!;
          if (value > best) best = value;
        }
        backward[at + x] = best;
      }
    }
    let y = 0;
    for (let x = 1; x < L; x++) if (forward[end + x]! > forward[end + y]!) y = x;
    const total = forward[end + y]!;
    const first = found.length;
    let current: Tagged | null = null;
    for (let i = n - 1; i >= 0; i--) {
      const at = i * L;
      if (y !== 0) {
        let rival = NEVER;
        for (let x = 0; x < L; x++)
          if (x !== y) rival = Math.max(rival, forward[at + x]! + backward[at + x]!);
        const margin = total - rival;
        current ??= {
          kind: kindOf(y),
          from: a + i,
          to: a + i + 1,
          start: 0,
          end: tokens.end[a + i]!,
          margin,
        };
        current.margin = Math.min(current.margin, margin);
        if (begins(y)) {
          current.from = a + i;
          current.start = tokens.start[a + i]!;
          found.push(current);
          current = null;
        }
      }
      y = back[at + y]!;
    }
    reverse(found, first);
  }
}

const NEVER = -1_000_000_000;

function reverse(list: Tagged[], from: number): void {
  for (let i = from, j = list.length - 1; i < j; i++, j--)
    [list[i], list[j]] = [list[j]!, list[i]!];
}

/** A place to cut a long paragraph: the end of a sentence if there is one in reach. */
function windowEnd(tokens: Tokens, from: number, b: number): number {
  const limit = Math.min(b, from + LONGEST);
  for (let i = limit - 1; i > from + LONGEST / 2; i--) {
    const character = tokens.text[tokens.end[i - 1]! - 1];
    if (
      (character === '.' || character === '?' || character === '!') &&
      tokens.shape[i] === SHAPE.title
    )
      return i;
  }
  return limit;
}

/** A feature in words: its template with the words and parts of speech it saw. */
function describe(
  tokens: Tokens,
  a: number,
  b: number,
  i: number,
  layout: Layout,
  slot: number,
): string {
  const template = DESCRIPTIONS[slot] ?? `feature ${slot}`;
  return template
    .replace(/\{([wp])([+-]\d)?\}/g, (_, what: string, by: string | undefined) => {
      const at = a + i + Number(by ?? 0);
      if (at < a) return 'the beginning';
      if (at >= b) return 'the end';
      return what === 'w'
        ? `“${tokens.text.slice(tokens.start[at]!, tokens.end[at]!)}”`
        : POS[tokens.pos[at]!]!;
    })
    .replace(
      '{q}',
      [
        'outside quotation marks',
        'inside quotation marks',
        'at an opening mark',
        'at a closing mark',
      ][layout.quote[i]!]!,
    );
}
