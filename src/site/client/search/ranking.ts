/** How well claims answer the words of a query: BM25, and first of all how many of the words they say themselves. */
import type { WordRows } from '../../../search/words-of-claims.ts';
import { at } from '../../../text/certain.ts';

/** Of a word of a query, by row: how much the claim says it, 0 for not at all; and whether its speaker's name has it. */
export interface Held {
  said: Float32Array;
  named: Uint8Array;
}

/** Above any other score. */
const SAID = 1e6;
/** BM25's own: how soon one more of a word adds little, and how much a long claim counts less. */
const SATURATION = 1.4;
const LENGTH = 0.75;

/** How much each row says of what a word of the query finds: the more alike they are, the more it counts. */
export function saidBy(asked: string, found: readonly WordRows[], size: number): Float32Array {
  const said = new Float32Array(size);
  for (const { word, rows, times } of found) {
    const likeness = Math.exp(Math.exp(-((word.length - asked.length) ** 2) / 8) - 1);
    for (const [i, row] of rows.entries())
      said[row] = at(said, row) + likeness * Math.max(1, at(times, i));
  }
  return said;
}

/** The rows that hold every word, with their scores; `lengths` are those of the claims, in words. */
export function best(held: readonly Held[], lengths: readonly number[]): Map<number, number> {
  const size = lengths.length;
  const average = lengths.reduce((sum, length) => sum + length, 0) / Math.max(1, size);
  const weights = held.map(({ said, named }) => {
    let holding = 0;
    for (let row = 0; row < size; row++) if (said[row] || named[row]) holding++;
    return Math.log(1 + (size - holding + 0.5) / (holding + 0.5));
  });
  const scores = new Map<number, number>();
  for (let row = 0; row < size; row++) {
    const norm = SATURATION * (1 - LENGTH + (LENGTH * (lengths[row] ?? average)) / average);
    let score = 0;
    const holdsAll = held.every(({ said, named }, i) => {
      const times = said[row] ?? 0;
      if (times === 0 && !named[row]) return false;
      const frequency = times > 0 ? ((SATURATION + 1) * times) / (norm + times) : 1;
      score += (weights[i] ?? 0) * frequency + (times > 0 ? SAID : 0);
      return true;
    });
    if (holdsAll) scores.set(row, score);
  }
  return scores;
}
