/** Quotations as runs of words, line by line, and which predicted run fits which of the gold. */
import { at } from '../text/certain.ts';
import type { Mention, Quote } from './gold.ts';

/** One line of a quotation: its words `i`..`j` of the document, the last not included. */
export interface Unit {
  i: number;
  j: number;
  /** How many words. */
  n: number;
  type: string;
  speaker: Mention | null;
  cue: Mention | null;
  speech: boolean;
  quote: Quote;
}

const WORD = /[\p{L}\p{N}_\p{M}]+(?:['’.\-][\p{L}\p{N}_\p{M}]+)*/gu;
const ALIAS: Record<string, string> = {
  interview: 'unknown',
  interview_turn: 'unknown',
  answer: 'unknown',
  question: 'unknown',
};

/** Where the words of a text stand, in UTF-16 code units. */
export class Words {
  readonly text: string;
  private readonly starts: number[] = [];
  private readonly ends: number[] = [];

  constructor(text: string) {
    this.text = text;
    for (const match of text.matchAll(WORD)) {
      this.starts.push(match.index);
      this.ends.push(match.index + match[0].length);
    }
  }

  /** The words of a stretch; one at its edge belongs to it where half of its letters do. */
  range(start: number, end: number): [number, number] {
    let i = lowerBound(this.ends, start + 1);
    let j = lowerBound(this.starts, end);
    while (i < j && this.share(i, start, Infinity) < 0.5) i++;
    while (j > i && this.share(j - 1, -Infinity, end) < 0.5) j--;
    return [i, j];
  }

  /** How much of a word lies within a stretch, from 0 to 1. */
  private share(word: number, start: number, end: number): number {
    const from = at(this.starts, word);
    const to = at(this.ends, word);
    return (Math.min(end, to) - Math.max(start, from)) / (to - from);
  }
}

/** The index of the first of rising values that is not below `wanted`. */
function lowerBound(values: readonly number[], wanted: number): number {
  let low = 0;
  let high = values.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (at(values, middle) < wanted) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** The lines of quotations, each set of words once. */
export function unitsOf(words: Words, quotes: readonly Quote[]): Unit[] {
  const units: Unit[] = [];
  const seen = new Set<string>();
  for (const quote of quotes) {
    for (const line of words.text.slice(quote.start, quote.end).matchAll(/[^\n]+/g)) {
      const from = quote.start + line.index;
      const [i, j] = words.range(from, from + line[0].length);
      if (i >= j || seen.has(`${i} ${j}`)) continue;
      seen.add(`${i} ${j}`);
      units.push({
        i,
        j,
        n: j - i,
        type: ALIAS[quote.type ?? ''] ?? quote.type ?? 'unknown',
        speaker: quote.speaker ?? null,
        cue: quote.cue ?? null,
        speech: quote.speech ?? true,
        quote,
      });
    }
  }
  return units;
}

/** How many words two units have in common. */
const shared = (a: Unit, b: Unit): number => Math.max(0, Math.min(a.j, b.j) - Math.max(a.i, b.i));

/** Which words a unit holds: the same string for the same words of one document. */
export const rangeOf = ({ i, j }: Unit): string => `${i} ${j}`;

/** The indexes of all words of some units. */
export function wordsOf(units: readonly Unit[]): Set<number> {
  const all = new Set<number>();
  for (const { i, j } of units) for (let k = i; k < j; k++) all.add(k);
  return all;
}

/** The predicted unit of each unit of the gold: half of the words of both in common, the best fitting first. */
export function match(gold: readonly Unit[], predicted: readonly Unit[]): Map<Unit, Unit> {
  const pairs: { fit: number; g: Unit; p: Unit }[] = [];
  for (const g of gold) {
    for (const p of predicted) {
      const k = shared(g, p);
      if (k && 2 * k >= g.n && 2 * k >= p.n) pairs.push({ fit: k / (g.n + p.n - k), g, p });
    }
  }
  pairs.sort((x, y) => y.fit - x.fit || x.g.i - y.g.i || x.p.i - y.p.i);
  const matched = new Map<Unit, Unit>();
  const taken = new Set<Unit>();
  for (const { g, p } of pairs) {
    if (matched.has(g) || taken.has(p)) continue;
    matched.set(g, p);
    taken.add(p);
  }
  return matched;
}

/**
 * The pairs of the greedy scorer: each unit of the gold, in order, takes the prediction that has most words in
 * common with it of those that are left, where that is more than `threshold` of its own.
 */
export function matchGreedily(
  gold: readonly Unit[],
  predicted: readonly Unit[],
  threshold: number,
): { g: Unit; p: Unit }[] {
  const left = [...predicted];
  return gold.flatMap((g) => {
    let best = -1;
    let most = -1;
    for (const [k, p] of left.entries()) {
      const n = shared(g, p);
      if (n <= most) continue;
      best = k;
      most = n;
    }
    return most / g.n > threshold ? left.splice(best, 1).map((p) => ({ g, p })) : [];
  });
}
