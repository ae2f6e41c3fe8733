/** Where the words of a claim stand in a version, and which of several such places is told by the words on both sides. */
import { countBefore } from '../text/bisect.ts';
import type { Span } from '../model/records.ts';
import { alignment } from './aligned.ts';
import { alike, countsOf, runsOf, wordIndex, type Indexed, type Place } from './indexed.ts';
import { occurrences, wordsOf } from './normal.ts';

export const MOST_PLACES = 40;

/** The place among many of the same words that has the turn of `origin`; null unless the word diff pairs all of both texts, each with the one of its turn. */
export function turnOf(
  origin: Place,
  formerly: readonly Place[],
  before: Indexed,
  everywhere: readonly Place[],
  after: Indexed,
): Place | null {
  const pairs = alignment(before, after)?.pairs;
  const firstWord = (place: Place, side: Indexed) => wordIndex(side, place.start);
  if (
    !pairs ||
    formerly.length !== everywhere.length ||
    formerly.some(
      (place, i) => pairs[firstWord(place, before)] !== firstWord(everywhere[i]!, after),
    )
  )
    return null;
  return everywhere[formerly.findIndex(({ start }) => start === origin.start)] ?? null;
}

/** The only place of several to which the same words lead on both sides, from words that stand once in either text, or from its ends; null where there is none, or no choice. */
export function anchoredOf(
  origin: Place,
  formerly: readonly Place[],
  before: Indexed,
  everywhere: readonly Place[],
  after: Indexed,
): Place | null {
  if (Math.max(formerly.length, everywhere.length) < 2) return null;
  const [one, ...more] = everywhere.filter(
    (place) =>
      isAnchored(origin, before, place, after, -1) && isAnchored(origin, before, place, after, 1),
  );
  return one && more.length === 0 ? one : null;
}

/** Words in a row that, standing once in both texts, tell a place. */
const ANCHOR = 3;

/** How far they may stand from the place, in words. */
const FARTHEST = 1000;

export function isAnchored(
  origin: Place,
  before: Indexed,
  place: Place,
  after: Indexed,
  step: -1 | 1,
): boolean {
  const [was, now] = [countsOf(before, ANCHOR), countsOf(after, ANCHOR)];
  const edge = step < 0 ? 'start' : 'end';
  let [i, j] = [wordIndex(before, origin[edge]), wordIndex(after, place[edge])];
  if (step < 0) [i, j] = [i - 1, j - 1];
  for (let run = 1; run <= FARTHEST; run++, i += step, j += step) {
    const [a, b] = [before.words[i]?.word, after.words[j]?.word];
    if (a === undefined && b === undefined) return true;
    if (a !== b) return false;
    const from = step < 0 ? i : i - ANCHOR + 1;
    const [key = null] =
      run < ANCHOR ? [] : runsOf(before.words.slice(from, from + ANCHOR), ANCHOR);
    if (key !== null && was.get(key) === 1 && now.get(key) === 1) return true;
  }
  return false;
}

/** The words of a claim's paragraph, the claim's place among them, and whether they stand once; null for a claim of several paragraphs. */
export function paragraphOf(
  side: Indexed,
  place: Place,
): { key: string; at: number; once: boolean } | null {
  const [first, last] = [wordIndex(side, place.start), wordIndex(side, place.end) - 1];
  const number = side.paragraphs[first];
  if (number === undefined || number !== side.paragraphs[last]) return null;
  const from = countBefore(side.words.length, (k) => side.paragraphs[k]! < number);
  const to = countBefore(side.words.length, (k) => side.paragraphs[k]! <= number);
  const key = side.words
    .slice(from, to)
    .map(({ word }) => word)
    .join(' ');
  return { key, at: first - from, once: ` ${textOfWords(side)} `.split(` ${key} `).length === 2 };
}

const wordTexts = new WeakMap<Indexed, string>();

/** All words of a text, one blank between them. */
export function textOfWords(side: Indexed): string {
  const known = wordTexts.get(side) ?? side.words.map(({ word }) => word).join(' ');
  wordTexts.set(side, known);
  return known;
}

/** All places of a claim's words: its whole stretch, or its parts one after the other with much the same words between them. */
export function places(
  side: Indexed,
  whole: string,
  origin: Place,
  needles: readonly string[],
): Place[] {
  const text = side.normal.text;
  const found: Place[] = occurrences(text, whole).map((at) => {
    const by = at - origin.start;
    return {
      parts: origin.parts.map((p) => ({ start: p.start + by, end: p.end + by })),
      start: at,
      end: at + whole.length,
    };
  });
  if (found.length > 0 || needles.length === 1) return found;
  const each = needles.map((needle) => occurrences(text, needle));
  const room = 2 * (origin.end - origin.start) + 80;
  for (const first of each[0]!) {
    const parts = [{ start: first, end: first + needles[0]!.length }];
    for (let i = 1; i < needles.length; i++) {
      const start = each[i]!.find((at) => at >= parts.at(-1)!.end);
      if (start === undefined) break;
      parts.push({ start, end: start + needles[i]!.length });
    }
    const end = parts.at(-1)!.end;
    const isLike = (i: number) =>
      alike(gap(whole, origin.parts, i, origin.start), gap(text, parts, i, 0)) >= 0.6;
    if (
      parts.length === needles.length &&
      end - first <= room &&
      parts.slice(1).every((_, i) => isLike(i))
    )
      found.push({ parts, start: first, end });
  }
  return found;
}

/** The words between a part and the next one. */
const gap = (text: string, parts: readonly Span[], i: number, shift: number) =>
  wordsOf(text.slice(parts[i]!.end - shift, parts[i + 1]!.start - shift)).map(({ word }) => word);
