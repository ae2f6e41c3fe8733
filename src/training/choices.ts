/** Weights for the choices that settle a claim: what was to choose from on annotated documents, and what was right. */
import type { Draft } from '../engine/draft.ts';
import { CHOICE_WIDTH } from '../engine/tagger/choices.ts';
import type { Judge } from '../engine/tagger/index.ts';
import { keyOf, writeChoices, type ChoiceTable, type ModelFile } from '../engine/tagger/model.ts';
import type { Span } from '../model/records.ts';
import { sameSpeaker, type GoldDocument, type Quote } from './score.ts';

/** One choice: `count` candidates of `CHOICE_WIDTH` features each, and the index of the right one. */
interface Choice {
  features: Int32Array;
  count: number;
  right: number;
}

/** What one round over documents gave. */
export interface Choices {
  mention: Choice[];
  bound: Choice[];
  /** One candidate each; `right` is 1 for a claim, 0 for none. */
  standing: Choice[];
}

/** Changes nothing, and notes what there was to choose from. */
export class Onlooker implements Judge {
  readonly choices: Choices = { mention: [], bound: [], standing: [] };
  document: GoldDocument | null = null;

  mention(
    features: Int32Array,
    count: number,
    now: number,
    draft: Draft,
    mentions: readonly (Span | null)[],
  ): number {
    const gold = this.#goldOf(draft.parts[0]!);
    if (!gold) return now;
    let inherited: Draft | null = draft;
    for (let step = 0; inherited && !inherited.mention && step < 9; step++)
      inherited = inherited.inherits;
    let right = -1;
    let most = 0;
    mentions.forEach((mention, k) => {
      let fit = 0;
      if (mention === null)
        fit = !gold.speaker
          ? 3
          : draft.inherits && inherited?.mention && this.#says(gold, inherited.mention).head
            ? 1.5
            : 0;
      else if (gold.speaker) {
        const same = this.#says(gold, mention);
        fit = !same.head ? 0 : same.span ? (same.exact ? 4 : 3) : 1;
      }
      if (fit > most) ((most = fit), (right = k));
    });
    if (right >= 0) this.choices.mention.push({ features: features.slice(), count, right });
    return now;
  }

  bound(
    features: Int32Array,
    count: number,
    now: number,
    draft: Draft,
    side: 'from' | 'to',
    offsets: readonly number[],
  ): number {
    const gold = this.#goldOf(draft.parts[0]!);
    if (!gold) return now;
    const target = side === 'from' ? gold.start : gold.end;
    const right = offsets.findIndex((offset) => {
      const between = this.document!.text.slice(
        Math.min(offset, target),
        Math.max(offset, target),
      ).replace(/[^\p{L}\p{N}]+/gu, '');
      return between === '' || (side === 'from' && offset > target && /^that$/i.test(between));
    });
    if (right >= 0) this.choices.bound.push({ features: features.slice(), count, right });
    return now;
  }

  standing(features: Int32Array, draft: Draft): number {
    let right: number | null = 0;
    for (const part of draft.parts) {
      const words = this.#words(part.start, part.end);
      for (const gold of this.document!.quotes) {
        const common = this.#words(Math.max(part.start, gold.start), Math.min(part.end, gold.end));
        if (common === 0 || 2 * common < words) continue;
        // Beliefs and wishes count for nothing, as in scoring.
        if (gold.speech !== false && 2 * common >= this.#words(gold.start, gold.end)) right = 1;
        else if (gold.speech === false && right === 0) right = null;
      }
    }
    if (right !== null) this.choices.standing.push({ features: features.slice(), count: 1, right });
    return 0;
  }

  /** The annotated claim that has most in common with a stretch of text. */
  #goldOf(part: Span): Quote | null {
    let best: Quote | null = null;
    let most = 0;
    for (const gold of this.document!.quotes) {
      const common = Math.min(gold.end, part.end) - Math.max(gold.start, part.start);
      if (gold.speech !== false && common > most) ((most = common), (best = gold));
    }
    return best;
  }

  #says(gold: Quote, { start, end }: Span): ReturnType<typeof sameSpeaker> {
    return sameSpeaker(gold.speaker!, { text: this.document!.text.slice(start, end), start, end });
  }

  #words(start: number, end: number): number {
    return end > start
      ? (
          this.document!.text.slice(start, end).match(
            /[\p{L}\p{N}_]+(?:['’.-][\p{L}\p{N}_]+)*/gu,
          ) ?? []
        ).length
      : 0;
  }
}

/** A feature must occur with this many choices, and weigh this much in the table. */
const MINIMUM = 5;
const LIGHTEST = 4;
const SCALE = 100;
const EPOCHS = 12;

/** Learns the three tables. */
export function learnChoices({ mention, bound, standing }: Choices): ModelFile['choices'] {
  return {
    mention: learn(mention, 0.1),
    bound: learn(bound, 0.1),
    standing: learn(standing, 0.05),
  };
}

/**
 * Maximum entropy over the candidates of each choice (over yes and no where there is one candidate), by AdaGrad
 * with an L2 penalty; the mean of the second half of the rounds.
 */
function learn(choices: readonly Choice[], rate: number): ChoiceTable {
  const penalty = 3e-2;
  const counts = new Map<number, number>();
  for (const { features } of choices)
    for (const key of new Set(features))
      if (key !== 0) counts.set(keyOf(key), (counts.get(keyOf(key)) ?? 0) + 1);
  const ids = new Map<number, number>();
  for (const [key, count] of counts) if (count >= MINIMUM) ids.set(key, ids.size);
  const weights = new Float64Array(ids.size);
  const squares = new Float64Array(ids.size).fill(1);
  const sums = new Float64Array(ids.size);
  const rowsOf = choices.map(({ features, count }) =>
    Array.from({ length: count }, (_, k) =>
      [...features.subarray(k * CHOICE_WIDTH, (k + 1) * CHOICE_WIDTH)].flatMap((key) =>
        key === 0 ? [] : (ids.get(keyOf(key)) ?? []),
      ),
    ),
  );
  const step = (row: readonly number[], slope: number): void => {
    for (const f of row) {
      const change = slope + penalty * weights[f]!;
      squares[f]! += change * change;
      weights[f]! -= (rate * change) / Math.sqrt(squares[f]!);
    }
  };
  const scoreOf = (row: readonly number[]): number => row.reduce((sum, f) => sum + weights[f]!, 0);
  const order = choices.map((_, i) => i);
  let seed = 42;
  let rounds = 0;
  for (let epoch = 0; epoch < EPOCHS; epoch++) {
    for (let i = order.length - 1; i > 0; i--) {
      seed = (Math.imul(seed, 1664525) + 1013904223) >>> 0;
      const j = Math.floor((seed / 4294967296) * (i + 1));
      [order[i], order[j]] = [order[j]!, order[i]!];
    }
    for (const i of order) {
      const rows = rowsOf[i]!;
      const { right } = choices[i]!;
      if (rows.length === 1) {
        step(rows[0]!, 1 / (1 + Math.exp(-scoreOf(rows[0]!))) - right);
        continue;
      }
      const scores = rows.map(scoreOf);
      const most = Math.max(...scores);
      const shares = scores.map((score) => Math.exp(score - most));
      const total = shares.reduce((sum, share) => sum + share, 0);
      rows.forEach((row, k) => {
        const slope = shares[k]! / total - (k === right ? 1 : 0);
        if (Math.abs(slope) >= 1e-3) step(row, slope);
      });
    }
    if (epoch >= EPOCHS / 2) {
      rounds++;
      for (let f = 0; f < weights.length; f++) sums[f]! += weights[f]!;
    }
  }
  const table = new Map<number, number>();
  for (const [key, f] of ids) {
    const weight = Math.max(-127, Math.min(127, Math.round((SCALE * sums[f]!) / rounds)));
    if (Math.abs(weight) >= LIGHTEST) table.set(key, weight);
  }
  return writeChoices(table);
}
