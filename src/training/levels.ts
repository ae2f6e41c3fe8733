/** Rounding of weights: sixteen levels stand for all of them. */

/** Sixteen whole numbers that stand for all weights with least loss (Lloyd's method). */
export function levelsOf(weights: Float64Array): number[] {
  const sorted = weights.toSorted();
  let levels = Array.from(
    { length: 16 },
    (_, i) => (sorted[Math.floor(((i + 0.5) / 16) * sorted.length)] ?? 0) + (i - 7.5) * 2,
  );
  for (let round = 0; round < 60; round++) {
    const sums = new Float64Array(16);
    const sizes = new Float64Array(16);
    let k = 0;
    for (const w of sorted) {
      while (k < 15 && distance(levels, k + 1, w) <= distance(levels, k, w)) k++;
      sums[k] = (sums[k] ?? 0) + w;
      sizes[k] = (sizes[k] ?? 0) + 1;
    }
    levels = levels.map((level, i) => (sizes[i] ? (sums[i] ?? 0) / sizes[i] : level));
  }
  return levels.map((level) => Math.max(-127, Math.min(127, Math.round(level))));
}

const distance = (levels: readonly number[], k: number, w: number): number =>
  Math.abs((levels[k] ?? 0) - w);

/** Index of the level nearest to a weight. */
export function nearest(levels: readonly number[], w: number): number {
  let best = 0;
  for (let i = 1; i < levels.length; i++)
    if (distance(levels, i, w) < distance(levels, best, w)) best = i;
  return best;
}
