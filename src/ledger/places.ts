/**
 * Where the words of a claim stand in a version, and which of several such places is told by the words on both
 * sides.
 */
import { countBefore } from '../text/bisect.ts';
import { at } from '../text/certain.ts';
import { hull, shift } from '../text/spans.ts';
import type { Span } from '../model/records.ts';
import { alignment } from './aligned.ts';
import {
  alike,
  countsOf,
  placeOf,
  runsOf,
  wordIndex,
  type Indexed,
  type Origin,
  type Pairing,
  type Place,
} from './indexed.ts';
import { looseOf } from './loose.ts';
import { occurrences, wordsOf } from './normal.ts';
import type { Anchor } from './schema.ts';

/** A claim's place in the older text, and all places in either text where the same words stand. */
export interface Standing extends Origin {
  readonly after: Indexed;
  /** In the older text, `origin` among them, and in the newer one. */
  readonly formerly: readonly Place[];
  readonly everywhere: readonly Place[];
}

/** Where a claim's words stand in either text; where they stand nowhere else, but for marks beside quotation marks. */
export function standingOf(row: Anchor, before: Indexed, after: Indexed): Standing {
  const origin = placeOf(row, before);
  const texts = [before.normal.text, after.normal.text] as const;
  const standing = { before, after, ...sought(origin, texts) };
  if (standing.everywhere.length > 0) return standing;
  const [was, is] = [looseOf(before), looseOf(after)];
  const own = was.into(origin);
  const { formerly, everywhere } = sought(own, [was.text, is.text]);
  const ends = ({ parts }: Place, text: string) =>
    parts.map(({ end }) => text.charAt(end) === '"').join();
  const alike = everywhere.filter((place) => ends(place, is.text) === ends(own, was.text));
  if (alike.length === 0) return standing;
  return {
    before,
    after,
    origin: was.back(own),
    formerly: formerly.map(was.back),
    everywhere: alike.map(is.back),
  };
}

function sought(
  origin: Place,
  [was, is]: readonly [string, string],
): Pick<Standing, 'origin' | 'formerly' | 'everywhere'> {
  const needles = origin.parts.map(({ start, end }) => was.slice(start, end));
  const whole = was.slice(origin.start, origin.end);
  return {
    origin,
    formerly: places(was, whole, origin, needles),
    everywhere: places(is, whole, origin, needles),
  };
}

/** From how many places on the same words stand too often for each place to be weighed. */
export const MOST_PLACES = 40;

/**
 * The place among many of the same words that has the turn of `origin`; null unless the word diff pairs all of
 * both texts, each with the one of its turn.
 */
export function turnOf({ before, origin, after, formerly, everywhere }: Standing): Place | null {
  const pairs = alignment(before, after)?.pairs;
  if (!pairs || formerly.length !== everywhere.length) return null;
  const isOther = (was: Place, i: number) => {
    const now = everywhere[i];
    return !now || pairs[wordIndex(before, was.start)] !== wordIndex(after, now.start);
  };
  if (formerly.some(isOther)) return null;
  return everywhere[formerly.findIndex(({ start }) => start === origin.start)] ?? null;
}

/**
 * The only place of several to which the same words lead on both sides, from words that stand once in either
 * text, or from its ends; null where there is none, or no choice.
 */
export function anchoredOf({
  before,
  origin,
  after,
  formerly,
  everywhere,
}: Standing): Place | null {
  if (Math.max(formerly.length, everywhere.length) < 2) return null;
  const [one, ...more] = everywhere.filter((place) => {
    const pairing = { before, origin, after, place };
    return isAnchored(pairing, -1) && isAnchored(pairing, 1);
  });
  return one && more.length === 0 ? one : null;
}

/** Words in a row that, standing once in both texts, tell a place. */
const ANCHOR = 3;

/** How far they may stand from the place, in words. */
const FARTHEST = 1000;

/**
 * Whether the same words lead from both places, backwards or forwards, to words that stand once in either
 * text, or to its end.
 */
export function isAnchored({ before, origin, after, place }: Pairing, step: -1 | 1): boolean {
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

/**
 * The words of a claim's paragraph, the claim's place among them, and whether they stand once; null for a
 * claim of several paragraphs.
 */
export function paragraphOf(
  side: Indexed,
  place: Place,
): { key: string; at: number; once: boolean } | null {
  const [first, last] = [wordIndex(side, place.start), wordIndex(side, place.end) - 1];
  const number = side.paragraphs[first];
  if (number === undefined || number !== side.paragraphs[last]) return null;
  const from = countBefore(side.words.length, (k) => at(side.paragraphs, k) < number);
  const to = countBefore(side.words.length, (k) => at(side.paragraphs, k) <= number);
  const key = side.words
    .slice(from, to)
    .map(({ word }) => word)
    .join(' ');
  return { key, at: first - from, once: ` ${textOfWords(side)} `.split(` ${key} `).length === 2 };
}

const wordTexts = new WeakMap<Indexed, string>();

/** All words of a text, one blank between them. */
function textOfWords(side: Indexed): string {
  const known = wordTexts.get(side) ?? side.words.map(({ word }) => word).join(' ');
  wordTexts.set(side, known);
  return known;
}

/**
 * All places of a claim's words in a text: its whole stretch, or its parts one after the other with much the same
 * words between them.
 */
function places(text: string, whole: string, origin: Place, needles: readonly string[]): Place[] {
  const found = occurrences(text, whole).map((start): Place => {
    const by = start - origin.start;
    return {
      parts: origin.parts.map((part) => shift(part, by)),
      start,
      end: start + whole.length,
    };
  });
  if (found.length > 0 || needles.length === 1) return found;
  const gaps = gapsOf(
    whole,
    origin.parts.map((part) => shift(part, -origin.start)),
  );
  const room = 2 * (origin.end - origin.start) + 80;
  return runsOfParts(text, needles)
    .map((parts): Place => ({ parts, ...hull(parts) }))
    .filter(({ start, end }) => end - start <= room)
    .filter(({ parts }) =>
      gapsOf(text, parts).every((gap, i) => alike(at(gaps, i), gap) >= LIKE_GAP),
    );
}

/** How alike the words between the parts of a claim must be, for them to be its parts. */
const LIKE_GAP = 0.6;

/** From each place of the first words on, the nearest places of all others behind one another. */
function runsOfParts(text: string, needles: readonly string[]): Span[][] {
  const [first = [], ...rest] = needles.map((needle) =>
    occurrences(text, needle).map((start) => ({ start, end: start + needle.length })),
  );
  return first.flatMap((head) => {
    const parts = [head];
    let end = head.end;
    for (const each of rest) {
      const next = each.find(({ start }) => start >= end);
      if (!next) return [];
      parts.push(next);
      end = next.end;
    }
    return [parts];
  });
}

/** The words between each part and the next one. */
const gapsOf = (text: string, parts: readonly Span[]): string[][] =>
  parts
    .slice(1)
    .map(({ start }, i) => wordsOf(text.slice(at(parts, i).end, start)).map(({ word }) => word));
