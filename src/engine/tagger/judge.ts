/** Learned weights for the choices that settle a claim. */
import type { Span } from '../../model/records.ts';
import { CHOICE_WIDTH } from './choices.ts';
import { bytesOf, keyOf, slotOf, sumsOf, type ChoiceTable } from './model.ts';

/** What a judge may know of the claim beside the features; the shipped one asks none of it. */
export interface WeighedClaim {
  readonly parts: readonly Span[];
  readonly mention: Span | null;
  /** The claim whose speaker it takes over. */
  readonly inherits: WeighedClaim | null;
}

/** A candidate by its index, and by how much more speaks for it than for the next best, in units of the weights. */
export interface Picked {
  index: number;
  lead: number;
}

/** Decides between candidates; in training one that looks on and changes nothing takes its place. */
export interface Judge {
  /** The mention that says the words; `now`: index of the one taken so far. */
  mention(
    features: Int32Array,
    count: number,
    now: number,
    about: WeighedClaim,
    mentions: readonly (Span | null)[],
  ): Picked;
  /** The bound; `offsets`: where each lies in the text, UTF-16. */
  bound(
    features: Int32Array,
    count: number,
    now: number,
    about: WeighedClaim,
    places: { side: 'from' | 'to'; offsets: readonly number[] },
  ): Picked;
  /** For and against a claim, in units of the weights; it stands from `LEAST` on. */
  standing(features: Int32Array, about: WeighedClaim): number;
}

/** A claim stands from this on: of those weighed as low, two in five are claims, which is where finding and missing are in balance. */
export const LEAST = -50;

/** What speaks for another candidate must be more than what speaks for the present one by this. */
const LEAD = 50;

/** The judge with the tables of a model. */
export class TableJudge implements Judge {
  readonly #tables: { mention: Table; bound: Table; standing: Table };

  constructor(tables: { mention: ChoiceTable; bound: ChoiceTable; standing: ChoiceTable }) {
    this.#tables = {
      mention: new Table(tables.mention),
      bound: new Table(tables.bound),
      standing: new Table(tables.standing),
    };
  }

  mention(features: Int32Array, count: number, now: number): Picked {
    return this.#tables.mention.best(features, count, now);
  }

  bound(features: Int32Array, count: number, now: number): Picked {
    return this.#tables.bound.best(features, count, now);
  }

  standing(features: Int32Array): number {
    return this.#tables.standing.sum(features, 0);
  }
}

/** Weights by the hash of a feature: open addressing, key and weight by turns, key 0 where empty. */
class Table {
  readonly #slots: Int32Array;
  readonly #mask: number;

  constructor({ keys, weights }: ChoiceTable) {
    const bytes = bytesOf(weights);
    let size = 1024;
    while (size < bytes.length * 3) size *= 2;
    this.#slots = new Int32Array(2 * size);
    this.#mask = size - 1;
    for (const [i, key] of sumsOf(keys).entries()) {
      let slot = slotOf(key, this.#mask);
      while (this.#slots[2 * slot] !== 0) slot = (slot + 1) & this.#mask;
      this.#slots[2 * slot] = key;
      this.#slots[2 * slot + 1] = ((bytes[i] ?? 0) << 24) >> 24;
    }
  }

  /** Sum of the weights of candidate `index`. */
  sum(features: Int32Array, index: number): number {
    const slots = this.#slots;
    let total = 0;
    for (let k = index * CHOICE_WIDTH, stop = k + CHOICE_WIDTH; k < stop; k++) {
      const hash = features[k] ?? 0;
      if (hash === 0) continue;
      const key = keyOf(hash);
      let slot = slotOf(key, this.#mask);
      while (slots[2 * slot] !== key && slots[2 * slot] !== 0) slot = (slot + 1) & this.#mask;
      if (slots[2 * slot] === key) total += slots[2 * slot + 1] ?? 0;
    }
    return total;
  }

  /** The heaviest candidate, where it leads by enough; else `now`. */
  best(features: Int32Array, count: number, now: number): Picked {
    let best = now;
    let most = -Infinity;
    let second = -Infinity;
    let present = 0;
    for (let index = 0; index < count; index++) {
      const sum = this.sum(features, index);
      if (index === now) present = sum;
      if (sum > most) {
        second = most;
        most = sum;
        best = index;
      } else if (sum > second) second = sum;
    }
    if (most - present > LEAD) return { index: best, lead: most - second };
    return { index: now, lead: best === now ? most - second : present - most };
  }
}
