/** One version of a source as carrying sees it: its words in normal form, with the way back to the source. */
import { distance } from 'fastest-levenshtein';
import { countBefore } from '../text/bisect.ts';
import { codePoints, type CodePoints } from '../text/offsets.ts';
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
}

export function indexed(text: string): Indexed {
  const form = normal(text);
  const words = wordsOf(form.text);
  const paragraphs = new Int32Array(words.length);
  for (let i = 1; i < words.length; i++) {
    const between = text.slice(form.to(words[i - 1]!.end - 1), form.from(words[i]!.start));
    paragraphs[i] = paragraphs[i - 1]! + (/\n\s*\n|\r\s*\r/.test(between) ? 1 : 0);
  }
  return { text, points: codePoints(text), normal: form, words, paragraphs };
}

export interface Place {
  parts: Span[];
  start: number;
  end: number;
}
export const NEAR = 6;
export const FAR = 24;
export const FURTHER = 60;
const EDGE = '\u0000';

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
  if (!known) counts.set(side, (known = new Map()));
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

/** Whether two words are one, but for a slip: a letter, or two in a longer word; no digit. */
export const isSlip = (a: string, b: string) => {
  const length = Math.max(a.length, b.length);
  return (
    digitsOf(a) === digitsOf(b) &&
    !isOtherPerson(a, b) &&
    distance(a, b) <= (length < 3 ? 0 : length < 6 ? 1 : 2)
  );
};

/** Whether two names are one, but for a slip: nearly the same letters and the same digits. */
export const isNameSlip = (a: string, b: string) =>
  digitsOf(a) === digitsOf(b) && distance(a, b) <= Math.min(2, a.length / 5);

export function around(side: Indexed, place: Place): { left: string[]; right: string[] } {
  const from = wordIndex(side, place.start);
  const to = wordIndex(side, place.end);
  const first = side.paragraphs[Math.min(from, side.words.length - 1)];
  const last = side.paragraphs[Math.max(0, to - 1)];
  const left: string[] = [];
  for (let i = from - 1; i >= 0 && side.paragraphs[i] === first && left.length < FURTHER; i--)
    left.push(side.words[i]!.word);
  const right: string[] = [];
  for (
    let i = to;
    i < side.words.length && side.paragraphs[i] === last && right.length < FURTHER;
    i++
  )
    right.push(side.words[i]!.word);
  return { left, right };
}

export function beside(side: Indexed, place: Place, which: 'left' | 'right'): string[] {
  const at = which === 'left' ? wordIndex(side, place.start) : wordIndex(side, place.end);
  const words =
    which === 'left'
      ? side.words.slice(Math.max(0, at - FAR), at).reverse()
      : side.words.slice(at, at + FAR);
  const list = words.map((w) => w.word);
  if (list.length < FAR) list.push(EDGE);
  return list;
}

/** Number of the first word that begins at or after a normal offset. */
export function wordIndex(side: Indexed, offset: number): number {
  return countBefore(side.words.length, (k) => side.words[k]!.start < offset);
}

/** Share of words in the longest common subsequence. */
export function alike(a: readonly string[], b: readonly string[]): number {
  const most = Math.max(a.length, b.length);
  if (most === 0) return 1;
  let row = new Array<number>(b.length + 1).fill(0);
  for (const word of a) {
    const next = [0];
    for (let j = 0; j < b.length; j++)
      next.push(word === b[j] ? row[j]! + 1 : Math.max(row[j + 1]!, next[j]!));
    row = next;
  }
  return row[b.length]! / most;
}

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

export const sliceOf = (row: Anchor, i: number) => row.parts[i]!.exact;

/** The place in the source; marks that the normal text leaves out are taken in where they stand as before. */
export function exactly(part: Span, side: Indexed, exact: string): Span {
  const start = side.normal.from(part.start);
  const end = side.normal.to(part.end - 1);
  for (let lead = 0; lead <= 4; lead++) {
    const at = start - lead;
    if (at >= 0 && side.text.startsWith(exact, at) && at + exact.length >= end - 4)
      return { start: at, end: at + exact.length };
  }
  if (end - exact.length >= start && side.text.slice(end - exact.length, end) === exact)
    return { start: end - exact.length, end };
  return { start, end };
}
