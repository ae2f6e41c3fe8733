/**
 * A link to part of a claim: `claims/x/#words=3-9-k2fa`, the third to the ninth word.
 *
 * A word is what stands between white space. Behind the numbers stand four letters that are made of the words meant, so
 * that a link never marks other words than those it was made for. A text fragment may follow, by which a browser finds
 * the words without a script.
 */
import { textDirective } from './text-fragment.ts';

export interface PartOfWords {
  /** Of the first and of the last word, counted from 1. */
  first: number;
  last: number;
  /** Where they stand in the text. */
  start: number;
  end: number;
}

const LETTERS = 4;

/** FNV-1a, 32 bits, of the UTF-16 code units. */
function lettersFor(text: string): string {
  let hash = 0x811c9dc5;
  for (let i = 0; i < text.length; i++)
    hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193) >>> 0;
  return hash.toString(36).padStart(LETTERS, '0').slice(-LETTERS);
}

const wordsOf = (text: string): { start: number; end: number }[] =>
  [...text.matchAll(/\S+/g)].map(({ index, 0: word }) => ({
    start: index,
    end: index + word.length,
  }));

/** The whole words that a stretch of the text touches; null where it touches none. */
export function wholeWords(text: string, from: number, to: number): PartOfWords | null {
  const words = wordsOf(text);
  const first = words.findIndex(({ end }) => end > from);
  const last = words.findLastIndex(({ start }) => start < to);
  const [a, b] = [words[first], words[last]];
  return a && b && first <= last
    ? { first: first + 1, last: last + 1, start: a.start, end: b.end }
    : null;
}

/** What follows `#` in a link to a part: `words=3-9-k2fa`. */
export const partFragment = (text: string, { first, last, start, end }: PartOfWords): string =>
  `words=${first}-${last}-${lettersFor(text.slice(start, end))}`;

/** The same with the text fragment: `words=3-9-k2fa:~:text=the%20crews`. */
export const partFragmentWithText = (text: string, part: PartOfWords): string =>
  partFragment(text, part) + textDirective(text.slice(part.start, part.end));

/**
 * The part that a fragment names: null where it names none, and `other words` where what it was made for does not
 * stand in the text. `fragment` may begin with `#`.
 */
export function readPart(fragment: string, text: string): PartOfWords | 'other words' | null {
  const [, from, to, letters] = /^#?words=(\d+)-(\d+)-([0-9a-z]+)$/.exec(fragment) ?? [];
  if (from === undefined || to === undefined) return null;
  const [first, last] = [Number(from), Number(to)];
  const words = wordsOf(text);
  const [a, b] = [words[first - 1], words[last - 1]];
  if (!a || !b || first > last || lettersFor(text.slice(a.start, b.end)) !== letters)
    return 'other words';
  return { first, last, start: a.start, end: b.end };
}
