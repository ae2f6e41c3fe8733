/** Chance that repeats: the same seed gives the same training on every machine. */

/** Numbers from 0 up to 1, by a linear congruential generator. */
export function randomOf(seed: number): () => number {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state / 4294967296;
  };
}

/** A list in another order. */
export function shuffled<T>(list: readonly T[], random: () => number): T[] {
  const order = [...list];
  for (let i = order.length - 1; i > 0; i--) {
    const j = Math.floor(random() * (i + 1));
    const [moved, other] = [order[i], order[j]];
    if (moved === undefined || other === undefined) continue;
    order[i] = other;
    order[j] = moved;
  }
  return order;
}
