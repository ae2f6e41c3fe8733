/** How alike the words beside a claim are in two versions, and whether new ones stand there. */
import { diffArrays } from 'diff';
import { at } from '../text/certain.ts';
import { alignment } from './aligned.ts';
import {
  alike,
  around,
  beside,
  countsOf,
  FURTHER,
  isSlip,
  NEAR,
  runsOf,
  wordIndex,
  type Indexed,
  type Pairing,
  type Place,
} from './indexed.ts';

export interface Side {
  /** Likeness of the nearest words, and of nearest and farther ones together. */
  near: number;
  score: number;
  /** How many words in a row are the same, from the claim outwards. */
  run: number;
  /**
   * How far from the claim, in words, new words stand in its paragraph that may name another speaker; null
   * where none do.
   */
  fresh: number | null;
  /** They stand in the claim's own sentence, close to it. */
  joined: boolean;
}

type Which = 'left' | 'right';

/** How alike the words beside two places are, nearest words first. */
export function side(pairing: Pairing, which: Which): Side {
  const one = beside(pairing.before, pairing.origin, which);
  const two = beside(pairing.after, pairing.place, which);
  const near = alike(one.slice(0, NEAR), two.slice(0, NEAR));
  let run = 0;
  while (run < one.length && one[run] === two[run]) run++;
  return {
    near,
    score: 0.6 * near + 0.4 * alike(one, two),
    run,
    ...freshBeside(pairing, which),
  };
}

function freshBeside(pairing: Pairing, which: Which): Pick<Side, 'fresh' | 'joined'> {
  const { after, place } = pairing;
  const fresh = freshWords(pairing, which);
  if (fresh === null || fresh >= NEAR) return { fresh, joined: false };
  const { text } = after.normal;
  if (which === 'left') {
    const { end } = at(after.words, wordIndex(after, place.start) - 1 - fresh);
    return { fresh, joined: !/[.!?]/.test(text.slice(end, place.start)) };
  }
  // ‘“…,” said Greta Blom’: a sentence ends only where a capital follows at once.
  const { start } = at(after.words, wordIndex(after, place.end) + fresh);
  const gap = text.slice(place.end - 1, start + 1);
  return { fresh, joined: !/[.!?][^\p{L}\p{N}]+\p{Lu}/u.test(gap) };
}

/**
 * New words beside a place, in its own paragraph: two or more in a row, one put in right beside it, or one with a
 * capital that is no other spelling of a word left out there. A slip that was mended is not meant, nor what was left out.
 */
function freshWords(pairing: Pairing, which: Which): number | null {
  const there = around(pairing.after, pairing.place)[which];
  if (there.length === 0) return null;
  const { frames } = pairing.after;
  const isNew = (run: readonly string[]) =>
    !run.every((word) => frames.isOptional(word.toLowerCase())) &&
    !isMoved(which === 'left' ? run.toReversed() : run, pairing, which);
  return putInBeside(there, pairing, which, isNew) ?? putInByDiff(there, pairing, which, isNew);
}

/** New words among those beside a place (`there`, nearest first), by what stood beside the claim before. */
function putInBeside(
  there: readonly string[],
  { before, origin }: Pairing,
  which: Which,
  isNew: (run: readonly string[]) => boolean,
): number | null {
  const from = edgeOf(before, origin, which);
  // Words of the next paragraphs count as kept only where the paragraphs were joined: farther on, some stand
  // that are just the same words.
  const own = around(before, origin)[which].length;
  const reach = own === FURTHER ? 2 * FURTHER : Math.max(own, there.length) + NEAR;
  const words =
    which === 'left'
      ? before.words.slice(Math.max(0, from - reach), from).reverse()
      : before.words.slice(from, from + reach);
  let place = 0;
  let removed: string[] = [];
  for (const { added, removed: gone, count, value } of diffArrays(
    words.map(({ word }) => word),
    [...there],
  )) {
    if (gone) {
      removed = value;
      continue;
    }
    // At the end of a paragraph all words of the next ones are removed as well.
    const left = removed;
    const isOther = value.some(
      (word, i) =>
        (count > 1 || /^\p{Lu}/u.test(word)) &&
        !(left.length >= count && isSlip(word, at(left, i))),
    );
    const isPutIn = place === 0 && removed.length === 0;
    if (added && (isOther || isPutIn) && isNew(value)) return place;
    place += count;
    removed = [];
  }
  return null;
}

/**
 * New words among those beside a place, by the diff of the whole texts: names and words of saying stand everywhere,
 * and where the claim is in its place the diff knows better.
 */
function putInByDiff(
  there: readonly string[],
  { before, origin, after, place }: Pairing,
  which: Which,
  isNew: (run: readonly string[]) => boolean,
): number | null {
  const aligned = alignment(before, after);
  if (aligned?.pairs[wordIndex(before, origin.start)] !== wordIndex(after, place.start))
    return null;
  const edge = edgeOf(after, place, which) - (which === 'left' ? 1 : 0);
  const isKept = (i: number) => aligned.kept[which === 'left' ? edge - i : edge + i] === 1;
  for (let i = 0; i < there.length; i++) {
    if (isKept(i)) continue;
    let end = i;
    while (end < there.length && !isKept(end)) end++;
    if (end - i > 1 && isNew(there.slice(i, end))) return i;
    i = end;
  }
  return null;
}

/** The number of the first word of a claim, or of the first after it. */
const edgeOf = (side: Indexed, place: Place, which: Which) =>
  wordIndex(side, which === 'left' ? place.start : place.end);

/**
 * Whether words are a longer run that stood near already, such as a sentence that changed places with another,
 * and no copy of one.
 */
function isMoved(
  run: readonly string[],
  { before, origin, after }: Pairing,
  which: Which,
): boolean {
  if (run.length < NEAR) return false;
  const edge = edgeOf(before, origin, which);
  const near = new Set(runsOf(before.words.slice(Math.max(0, edge - FURTHER), edge + FURTHER), 2));
  const [formerly, now] = [countsOf(before, 2), countsOf(after, 2)];
  const pairs = runsOf(
    run.map((word) => ({ word })),
    2,
  );
  const isFresh = (pair: string) =>
    !near.has(pair) || (now.get(pair) ?? 0) > (formerly.get(pair) ?? 0);
  return pairs.filter(isFresh).length <= 1;
}

/** How alike the rests of two paragraphs are, without the claim. */
export function paragraphLikeness({ before, origin, after, place }: Pairing): number {
  const one = around(before, origin);
  const two = around(after, place);
  const common = (x: readonly string[], y: readonly string[]) =>
    alike(x, y) * Math.max(x.length, y.length);
  const most =
    Math.max(one.left.length, two.left.length) + Math.max(one.right.length, two.right.length);
  return most === 0 ? 1 : (common(one.left, two.left) + common(one.right, two.right)) / most;
}
