/** How alike the words beside a claim are in two versions, and whether new ones stand there. */
import { diffArrays } from 'diff';
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
  type Place,
} from './indexed.ts';

export interface Side {
  /** Likeness of the nearest words, and of nearest and farther ones together. */
  near: number;
  score: number;
  /** How many words in a row are the same, from the claim outwards. */
  run: number;
  /** How far from the claim, in words, new words stand in its paragraph that may name another speaker; null where none do. */
  fresh: number | null;
  /** They stand in the claim's own sentence, close to it. */
  joined: boolean;
}

/** How alike the words beside two places are, nearest words first. */
export function side(a: Indexed, at: Place, b: Indexed, bt: Place, which: 'left' | 'right'): Side {
  const one = beside(a, at, which);
  const two = beside(b, bt, which);
  const near = alike(one.slice(0, NEAR), two.slice(0, NEAR));
  let run = 0;
  while (run < one.length && one[run] === two[run]) run++;
  return {
    near,
    score: 0.6 * near + 0.4 * alike(one, two),
    run,
    ...freshBeside(a, at, b, bt, which),
  };
}

function freshBeside(
  a: Indexed,
  at: Place,
  b: Indexed,
  bt: Place,
  which: 'left' | 'right',
): Pick<Side, 'fresh' | 'joined'> {
  const fresh = freshWords(a, at, b, bt, which);
  if (fresh === null || fresh >= NEAR) return { fresh, joined: false };
  const { text } = b.normal;
  if (which === 'left')
    return {
      fresh,
      joined: !/[.!?]/.test(text.slice(b.words[wordIndex(b, bt.start) - 1 - fresh]!.end, bt.start)),
    };
  // ‘“…,” said Greta Blom’: a sentence ends only where a capital follows at once.
  const { start } = b.words[wordIndex(b, bt.end) + fresh]!;
  return { fresh, joined: !/[.!?][^\p{L}\p{N}]+\p{Lu}/u.test(text.slice(bt.end - 1, start + 1)) };
}

/**
 * New words beside a place, in its own paragraph: two or more in a row, one put in right beside it, or one with a
 * capital that is no other spelling of a word left out there. A slip that was mended is not meant, nor what was left out.
 */
function freshWords(
  a: Indexed,
  at: Place,
  b: Indexed,
  bt: Place,
  which: 'left' | 'right',
): number | null {
  const there = around(b, bt)[which];
  if (there.length === 0) return null;
  const from = which === 'left' ? wordIndex(a, at.start) : wordIndex(a, at.end);
  // Words of the next paragraphs count as kept only where the paragraphs were joined: farther on, some stand that are just the same words.
  const own = around(a, at)[which].length;
  const reach = own === FURTHER ? 2 * FURTHER : Math.max(own, there.length) + NEAR;
  const words =
    which === 'left'
      ? a.words.slice(Math.max(0, from - reach), from).reverse()
      : a.words.slice(from, from + reach);
  const isNew = (run: readonly string[]) =>
    !isMoved(which === 'left' ? [...run].reverse() : run, a, from, b);
  let place = 0;
  let removed: string[] = [];
  for (const { added, removed: gone, count, value } of diffArrays(
    words.map((w) => w.word),
    there,
  )) {
    if (gone) {
      removed = value;
      continue;
    }
    // At the end of a paragraph all words of the next ones are removed as well.
    const isOther = value.some(
      (word, i) =>
        (count > 1 || /^\p{Lu}/u.test(word)) &&
        !(removed.length >= count && isSlip(word, removed[i]!)),
    );
    const isPutIn = place === 0 && removed.length === 0;
    if (added && (isOther || isPutIn) && isNew(value)) return place;
    place += count;
    removed = [];
  }
  // Names and words of saying stand everywhere: where the claim is in its place, the diff of the whole texts knows better.
  const aligned = alignment(a, b);
  if (aligned?.pairs[wordIndex(a, at.start)] !== wordIndex(b, bt.start)) return null;
  const edge = which === 'left' ? wordIndex(b, bt.start) - 1 : wordIndex(b, bt.end);
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

/** Whether words are a longer run that stood near already, such as a sentence that changed places with another, and no copy of one. */
function isMoved(run: readonly string[], a: Indexed, at: number, b: Indexed): boolean {
  if (run.length < NEAR) return false;
  const near = new Set(runsOf(a.words.slice(Math.max(0, at - FURTHER), at + FURTHER), 2));
  const often = [countsOf(a, 2), countsOf(b, 2)] as const;
  return (
    runsOf(
      run.map((word) => ({ word })),
      2,
    ).filter((pair) => !near.has(pair) || (often[1].get(pair) ?? 0) > (often[0].get(pair) ?? 0))
      .length <= 1
  );
}

/** How alike the rests of two paragraphs are, without the claim. */
export function paragraphLikeness(a: Indexed, at: Place, b: Indexed, bt: Place): number {
  const one = around(a, at);
  const two = around(b, bt);
  const common = (x: readonly string[], y: readonly string[]) =>
    alike(x, y) * Math.max(x.length, y.length);
  const most =
    Math.max(one.left.length, two.left.length) + Math.max(one.right.length, two.right.length);
  return most === 0 ? 1 : (common(one.left, two.left) + common(one.right, two.right)) / most;
}
