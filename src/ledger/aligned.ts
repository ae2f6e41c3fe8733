/** Two versions of a source beside each other, word by word. */
import { diffArrays } from 'diff';
import type { Indexed } from './indexed.ts';

/**
 * Whether one of some words of the old text is gone, whether all are, and what the new text has in place of
 * what is gone there.
 */
export function hole(
  start: number,
  end: number,
  { pairs }: Alignment,
  after: Indexed,
): { gone: boolean; all: boolean; now: string[] } {
  const lost = pairs.subarray(start, end).filter((pair) => pair < 0).length;
  const { from, to } = between(pairs, start, end, after);
  const stays = new Set(pairs.subarray(start, end));
  const now = after.words
    .slice(from, to)
    .flatMap(({ word }, i) => (stays.has(from + i) ? [] : [word]));
  return { gone: lost > 0, all: lost === end - start, now };
}

/** The words of the new text between those that the word diff pairs with the claim's neighbours. */
export function projected(
  before: Indexed,
  after: Indexed,
  from: number,
  to: number,
): { from: number; to: number } | null {
  const pairs = alignment(before, after)?.pairs;
  if (!pairs) return null;
  const stretch = between(pairs, from, to, after);
  const length = stretch.to - stretch.from;
  return length > 0 && length <= 3 * (to - from) + 20 ? stretch : null;
}

/**
 * The words of the new text after the partner of the nearest word before `from` that has one, and before that
 * of the nearest from `to` on.
 */
export function between(
  pairs: Alignment['pairs'],
  from: number,
  to: number,
  after: Indexed,
): { from: number; to: number } {
  let low = from - 1;
  while ((pairs[low] ?? 0) < 0) low--;
  let high = to;
  while ((pairs[high] ?? 0) < 0) high++;
  return { from: (pairs[low] ?? -1) + 1, to: pairs[high] ?? after.words.length };
}

/** The word diff of two texts. */
export interface Alignment {
  /** For each word of the old text the number of its partner in the new one, or -1. */
  pairs: Int32Array;
  /** For each word of the new text whether it has a partner in the old one. */
  kept: Uint8Array;
}

const alignments = new WeakMap<Indexed, WeakMap<Indexed, Alignment | null>>();

/** The word diff of two texts; null where they differ too much for one. */
export function alignment(before: Indexed, after: Indexed): Alignment | null {
  let inner = alignments.get(before);
  if (!inner) alignments.set(before, (inner = new WeakMap()));
  const known = inner.get(after);
  if (known !== undefined) return known;
  const changes = diffArrays(
    before.words.map((w) => w.word),
    after.words.map((w) => w.word),
    { maxEditLength: 6000 },
  );
  let result: Alignment | null = null;
  if (changes) {
    const pairs = new Int32Array(before.words.length).fill(-1);
    const kept = new Uint8Array(after.words.length);
    let i = 0;
    let j = 0;
    for (const { added, removed, count } of changes) {
      if (added) j += count;
      else if (removed) i += count;
      else
        for (let k = 0; k < count; k++) {
          kept[j] = 1;
          pairs[i++] = j++;
        }
    }
    result = { pairs, kept };
  }
  inner.set(after, result);
  return result;
}
