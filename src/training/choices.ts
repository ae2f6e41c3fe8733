/** Weights for the choices that settle a claim: what was to choose from on annotated documents, and what was right. */
import { CHOICE_WIDTH } from '../engine/tagger/choices.ts';
import type { Judge, Picked, WeighedClaim } from '../engine/tagger/judge.ts';
import { keyOf, writeChoices, type ChoiceTable, type ModelFile } from '../engine/tagger/model.ts';
import { randomOf, shuffled } from './random.ts';
import type { Span } from '../model/records.ts';
import type { GoldDocument, Quote } from './gold.ts';
import { sameSpeaker } from './same-speaker.ts';

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
  /** The document looked at. */
  document: GoldDocument = { id: '', text: '', quotes: [] };

  mention(
    features: Int32Array,
    count: number,
    now: number,
    draft: WeighedClaim,
    mentions: readonly (Span | null)[],
  ): Picked {
    const unchanged = { index: now, lead: 0 };
    const gold = this.#goldOf(draft.parts[0]);
    if (!gold) return unchanged;
    let inherited: WeighedClaim | null = draft;
    for (let step = 0; inherited && !inherited.mention && step < 9; step++)
      inherited = inherited.inherits;
    const passedOn = draft.inherits && inherited?.mention;
    let right = -1;
    let most = 0;
    for (const [k, mention] of mentions.entries()) {
      const fit = mention ? this.#fitOf(gold, mention) : this.#fitOfNone(gold, passedOn ?? null);
      if (fit <= most) continue;
      most = fit;
      right = k;
    }
    if (right >= 0) this.choices.mention.push({ features: features.slice(), count, right });
    return unchanged;
  }

  bound(
    features: Int32Array,
    count: number,
    now: number,
    draft: WeighedClaim,
    { side, offsets }: { side: 'from' | 'to'; offsets: readonly number[] },
  ): Picked {
    const unchanged = { index: now, lead: 0 };
    const gold = this.#goldOf(draft.parts[0]);
    if (!gold) return unchanged;
    const target = side === 'from' ? gold.start : gold.end;
    const right = offsets.findIndex((offset) => {
      const between = this.document.text
        .slice(Math.min(offset, target), Math.max(offset, target))
        .replace(/[^\p{L}\p{N}]+/gu, '');
      return between === '' || (side === 'from' && offset > target && /^that$/i.test(between));
    });
    if (right >= 0) this.choices.bound.push({ features: features.slice(), count, right });
    return unchanged;
  }

  standing(features: Int32Array, draft: WeighedClaim): number {
    let right: number | null = 0;
    for (const part of draft.parts) {
      const words = this.#words(part.start, part.end);
      for (const gold of this.document.quotes) {
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
  #goldOf(part: Span | undefined): Quote | null {
    if (!part) return null;
    let best: Quote | null = null;
    let most = 0;
    for (const gold of this.document.quotes) {
      const common = Math.min(gold.end, part.end) - Math.max(gold.start, part.start);
      if (gold.speech === false || common <= most) continue;
      most = common;
      best = gold;
    }
    return best;
  }

  /** How well a mention fits the annotated speaker, 0 to 4. */
  #fitOf(gold: Quote, mention: Span): number {
    const { head, span, exact } = this.#says(gold, mention);
    if (!head) return 0;
    if (!span) return 1;
    return exact ? 4 : 3;
  }

  /** How well it fits that nobody is named; `inherited`: the mention that the claim takes over. */
  #fitOfNone(gold: Quote, inherited: Span | null): number {
    if (!gold.speaker) return 3;
    return inherited && this.#says(gold, inherited).head ? 1.5 : 0;
  }

  #says(gold: Quote, { start, end }: Span): ReturnType<typeof sameSpeaker> {
    if (!gold.speaker) return { exact: false, head: false, span: false };
    return sameSpeaker(gold.speaker, { text: this.document.text.slice(start, end), start, end });
  }

  #words(start: number, end: number): number {
    return end > start
      ? (
          this.document.text.slice(start, end).match(/[\p{L}\p{N}_]+(?:['’.-][\p{L}\p{N}_]+)*/gu) ??
          []
        ).length
      : 0;
  }
}

/** What several rounds gave, as one. */
export const joinChoices = (list: readonly Choices[]): Choices => ({
  mention: list.flatMap(({ mention }) => mention),
  bound: list.flatMap(({ bound }) => bound),
  standing: list.flatMap(({ standing }) => standing),
});

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
      const weight = weights[f] ?? 0;
      const change = slope + penalty * weight;
      const square = (squares[f] ?? 0) + change * change;
      squares[f] = square;
      weights[f] = weight - (rate * change) / Math.sqrt(square);
    }
  };
  const scoreOf = (row: readonly number[]): number =>
    row.reduce((sum, f) => sum + (weights[f] ?? 0), 0);
  const learnFrom = ({ right, rows }: { right: number; rows: number[][] }): void => {
    const [only] = rows;
    if (only && rows.length === 1) {
      step(only, 1 / (1 + Math.exp(-scoreOf(only))) - right);
      return;
    }
    const scores = rows.map(scoreOf);
    const most = Math.max(...scores);
    const shares = scores.map((score) => Math.exp(score - most));
    const total = shares.reduce((sum, share) => sum + share, 0);
    for (const [k, row] of rows.entries()) {
      const slope = (shares[k] ?? 0) / total - (k === right ? 1 : 0);
      if (Math.abs(slope) >= 1e-3) step(row, slope);
    }
  };
  let order = choices.map(({ right }, i) => ({ right, rows: rowsOf[i] ?? [] }));
  const random = randomOf(42);
  let rounds = 0;
  for (let epoch = 0; epoch < EPOCHS; epoch++) {
    order = shuffled(order, random);
    for (const one of order) learnFrom(one);
    if (epoch < EPOCHS / 2) continue;
    rounds++;
    for (const [f, weight] of weights.entries()) sums[f] = (sums[f] ?? 0) + weight;
  }
  const table = new Map<number, number>();
  for (const [key, f] of ids) {
    const mean = Math.round((SCALE * (sums[f] ?? 0)) / rounds);
    const weight = Math.max(-127, Math.min(127, mean));
    if (Math.abs(weight) >= LIGHTEST) table.set(key, weight);
  }
  return writeChoices(table);
}
