/** One version of a source as carrying sees it: its words in normal form, with the way back to the source. */
import { distance } from 'fastest-levenshtein';
import { countBefore } from '../text/bisect.ts';
import { at } from '../text/certain.ts';
import { codePoints, type CodePoints } from '../text/offsets.ts';
import type { FrameReader } from '../languages/index.ts';
import type { Span } from '../model/records.ts';
import { hull } from '../text/spans.ts';
import { normal, wordsOf, type NormalText, type Word } from './normal.ts';
import type { Anchor, LedgerPart } from './schema.ts';

/** One version of a source, with what is needed to find words in it again. */
export interface Indexed {
  readonly text: string;
  readonly points: CodePoints;
  readonly normal: NormalText;
  readonly words: readonly Word[];
  /** For each word the number of the paragraph it stands in. */
  readonly paragraphs: Int32Array;
  /** The words of its language. */
  readonly frames: FrameReader;
}

/** `frames`: what is known of the language of the text. */
export function indexed(text: string, frames: FrameReader): Indexed {
  const form = normal(text);
  const words = wordsOf(form.text);
  const paragraphs = new Int32Array(words.length);
  let paragraph = 0;
  for (const [i, { start }] of words.entries()) {
    const former = words[i - 1];
    const gap = former ? text.slice(form.to(former.end - 1), form.from(start)) : '';
    if (/\n\s*\n|\r\s*\r/.test(gap)) paragraph++;
    paragraphs[i] = paragraph;
  }
  return { text, points: codePoints(text), normal: form, words, paragraphs, frames };
}

/** A claim's words in a normal text: its parts, and the whole from the first to the last of them. */
export interface Place {
  parts: Span[];
  start: number;
  end: number;
}

/** Where a claim stood in the older text, beside a place of the newer one that may be its own. */
export interface Pairing extends Origin {
  readonly after: Indexed;
  readonly place: Place;
}

/** Where a claim stood in the older text. */
export interface Origin {
  readonly before: Indexed;
  readonly origin: Place;
}

/** How many words beside a claim are its nearest ones, its farther ones, and the farthest that are looked at. */
export const NEAR = 6;
export const FAR = 24;
export const FURTHER = 60;

/** Stands for the end of a text among words. */
const EDGE = '\u0000';

/** The numbers of the words of a part of a row. */
export function wordsAt(part: LedgerPart, side: Indexed): { from: number; to: number } {
  const span = toNormal(
    { start: side.points.utf16(part.start), end: side.points.utf16(part.end) },
    side,
  );
  return { from: wordIndex(side, span.start), to: wordIndex(side, span.end) };
}

/** How much of two sets of spans is common: the smaller of both shares. */
export function agreement(a: readonly Span[], b: readonly Span[]): number {
  let common = 0;
  for (const x of a)
    for (const y of b) common += Math.max(0, Math.min(x.end, y.end) - Math.max(x.start, y.start));
  return common / Math.max(size(a), size(b), 1);
}

const size = (spans: readonly Span[]) => spans.reduce((sum, s) => sum + s.end - s.start, 0);

/** All runs of so many words of a text, one after the other. */
export const runsOf = (words: readonly Pick<Word, 'word'>[], length: number): string[] =>
  words.slice(length - 1).map((_, i) =>
    words
      .slice(i, i + length)
      .map(({ word }) => word)
      .join(' '),
  );

const counts = new WeakMap<Indexed, Map<number, ReadonlyMap<string, number>>>();

/** How often each run of so many words stands in a text. */
export function countsOf(side: Indexed, length: number): ReadonlyMap<string, number> {
  let known = counts.get(side);
  if (!known) counts.set(side, (known = new Map<number, ReadonlyMap<string, number>>()));
  const made = known.get(length);
  if (made) return made;
  const often = new Map<string, number>();
  for (const run of runsOf(side.words, length)) often.set(run, (often.get(run) ?? 0) + 1);
  known.set(length, often);
  return often;
}

/** The digits of some words in their order; other digits are another number, never a slip. */
const digitsOf = (text: string) => text.match(/\p{Nd}/gu)?.join('') ?? '';

/** Words of which one never stands for another by a slip: another person, number or sex. */
const PERSONS = new Set('i we you he she it they his her its their him them my our'.split(' '));

/** Whether one word is the other for the other sex or another number: `chairman`, `chairwoman`. */
const isOtherPerson = (a: string, b: string) => {
  const [one, two] = [a.toLowerCase(), b.toLowerCase()];
  if (one === two) return false;
  if (PERSONS.has(one) && PERSONS.has(two)) return true;
  const [ends, other] = [one, two].map((word) => /(?:wo)?m[ae]n$/.exec(word)?.[0]);
  return ends !== undefined && other !== undefined && ends !== other;
};

/** How many letters a slip changes at most in a word of some letters. */
function mostSlips(length: number): number {
  if (length < 3) return 0;
  return length < 6 ? 1 : 2;
}

/** Whether two words are one, but for a slip: a letter, or two in a longer word; no digit. */
export const isSlip = (a: string, b: string) =>
  digitsOf(a) === digitsOf(b) &&
  !isOtherPerson(a, b) &&
  distance(a, b) <= mostSlips(Math.max(a.length, b.length));

const ACCENT = /\p{M}/u;

/**
 * Whether two words or names have the same letters: in any letter case, and with all their accents or none of them.
 * `Señor` is `Senor`; `pêché` is not `péché`.
 */
export function hasSameLetters(a: string, b: string): boolean {
  const [one, two] = [a.toLowerCase().normalize('NFD'), b.toLowerCase().normalize('NFD')];
  if (one === two) return true;
  const [bareOne, bareTwo] = [one, two].map((word) => word.replace(/\p{M}/gu, ''));
  return bareOne === bareTwo && !(ACCENT.test(one) && ACCENT.test(two));
}

/** The words beside a place in its own paragraph, on each side from the nearest outwards. */
export function around(side: Indexed, place: Place): { left: string[]; right: string[] } {
  const from = wordIndex(side, place.start);
  const to = wordIndex(side, place.end);
  return {
    left: outwards(side, from - 1, -1, Math.min(from, side.words.length - 1)),
    right: outwards(side, to, 1, Math.max(0, to - 1)),
  };
}

/** The words from one on, forwards or backwards, that stand in the paragraph of the word `inside`. */
function outwards(side: Indexed, from: number, step: -1 | 1, inside: number): string[] {
  const found: string[] = [];
  const paragraph = side.paragraphs[inside];
  for (let i = from; found.length < FURTHER; i += step) {
    const next = side.words[i];
    if (!next || side.paragraphs[i] !== paragraph) break;
    found.push(next.word);
  }
  return found;
}

/** The words beside a place, from the nearest outwards; the end of the text is one of them. */
export function beside(side: Indexed, place: Place, which: 'left' | 'right'): string[] {
  const edge = wordIndex(side, which === 'left' ? place.start : place.end);
  const words =
    which === 'left'
      ? side.words.slice(Math.max(0, edge - FAR), edge).reverse()
      : side.words.slice(edge, edge + FAR);
  const list = words.map((w) => w.word);
  if (list.length < FAR) list.push(EDGE);
  return list;
}

/** Number of the first word that begins at or after a normal offset. */
export function wordIndex(side: Indexed, offset: number): number {
  return countBefore(side.words.length, (k) => at(side.words, k).start < offset);
}

/** Share of words in the longest common subsequence. */
export function alike(a: readonly string[], b: readonly string[]): number {
  const most = Math.max(a.length, b.length);
  if (most === 0) return 1;
  // Of each word of `b` the longest common subsequence up to it.
  const row = new Int32Array(b.length);
  let longest = 0;
  for (const word of a) {
    let j = 0;
    let corner = 0;
    longest = 0;
    for (const other of b) {
      const above = row[j] ?? 0;
      longest = word === other ? corner + 1 : Math.max(above, longest);
      corner = above;
      row[j++] = longest;
    }
  }
  return longest / most;
}

/** Where a row's words stand in the normal form of its own version. */
export function placeOf(anchor: Anchor, side: Indexed): Place {
  const parts = anchor.parts.map((p) =>
    toNormal({ start: side.points.utf16(p.start), end: side.points.utf16(p.end) }, side),
  );
  const { start, end } = hull(parts);
  return { parts, start, end };
}

/** From a source span to a span of the normal text. */
export function toNormal(span: Span, side: Indexed): Span {
  const first = (test: (i: number) => boolean) =>
    countBefore(side.normal.text.length, (k) => !test(k));
  const start = first((i) => side.normal.to(i) > span.start);
  const end = Math.max(
    start,
    first((i) => side.normal.from(i) >= span.end),
  );
  const text = side.normal.text;
  let [a, b] = [start, end];
  while (a < b && text[a] === ' ') a++;
  while (b > a && text[b - 1] === ' ') b--;
  return { start: a, end: b };
}

export const toSource = (place: Place, side: Indexed): Span[] =>
  place.parts
    .filter((p) => p.end > p.start)
    .map((p) => ({ start: side.normal.from(p.start), end: side.normal.to(p.end - 1) }));

export const sliceOf = (row: Anchor, i: number) => at(row.parts, i).exact;

/** The place in the source; marks that the normal text leaves out are taken in where they stand as before. */
export function exactly(part: Span, side: Indexed, exact: string): Span {
  const start = side.normal.from(part.start);
  const end = side.normal.to(part.end - 1);
  for (let lead = 0; lead <= 4; lead++) {
    const from = start - lead;
    if (from >= 0 && side.text.startsWith(exact, from) && from + exact.length >= end - 4)
      return { start: from, end: from + exact.length };
  }
  if (end - exact.length >= start && side.text.slice(end - exact.length, end) === exact)
    return { start: end - exact.length, end };
  return { start, end };
}
