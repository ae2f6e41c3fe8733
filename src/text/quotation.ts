/**
 * Where quoted words stand in a text, by the words and what stands around them. Words are compared as they are written,
 * or folded: with every run of white space as one blank and each sign as `fold` has it, with the way back.
 */
import { codePoints } from './offsets.ts';
import type { Span } from './span.ts';

export interface Quotation {
  exact: string;
  prefix?: string;
  suffix?: string;
}

/** A text as it is compared. */
export interface View {
  chars: string;
  /** The place in the text itself of a stretch of `chars`. */
  placeOf: (at: Span) => Span;
  /** Words as they would stand in `chars`. */
  told: (words: string) => string;
  /** Whether a blank between words and what stands around them counts for nothing. */
  isFolded: boolean;
}

/** Every sign for itself. */
export const asWritten = (text: string): View => ({
  chars: text,
  placeOf: (span) => span,
  told: (words) => words,
  isFolded: false,
});

/** Letters with the marks that belong to them, white space, anything else. */
const CLUSTERS = /\s+|\P{M}\p{M}*|\p{M}+/gsu;

/** White space as one blank, and each letter with its marks as `fold` has it. */
export function folded(text: string, fold: (cluster: string) => string = (same) => same): View {
  const begins: number[] = [];
  const ends: number[] = [];
  let chars = '';
  for (const { 0: cluster, index } of text.matchAll(CLUSTERS)) {
    const sign = foldedSign(cluster, fold);
    for (let i = 0; i < sign.length; i++) {
      // what folds to itself is told sign by sign
      begins.push(sign === cluster ? index + i : index);
      ends.push(sign === cluster ? index + i + 1 : index + cluster.length);
    }
    chars += sign;
  }
  return {
    chars,
    placeOf: ({ start, end }) => ({ start: begins[start] ?? 0, end: ends[end - 1] ?? 0 }),
    told: (words) => words.replace(CLUSTERS, (cluster) => foldedSign(cluster, fold)).trim(),
    isFolded: true,
  };
}

const foldedSign = (cluster: string, fold: (cluster: string) => string): string =>
  /^\s/.test(cluster) ? ' ' : fold(cluster);

/** Every place of a quotation, in the text itself, where its surroundings are those it names. */
export function placesOf({ exact, prefix = '', suffix = '' }: Quotation, view: View): Span[] {
  const { chars, isFolded } = view;
  const [words, before, after] = [exact, prefix, suffix].map(view.told) as [string, string, string];
  if (words === '') return [];
  const blank = (at: number): number => (isFolded && chars[at] === ' ' ? 1 : 0);
  const found: Span[] = [];
  for (let start = chars.indexOf(words); start >= 0; start = chars.indexOf(words, start + 1)) {
    const end = start + words.length;
    if (
      chars.endsWith(before, start - blank(start - 1)) &&
      chars.startsWith(after, end + blank(end))
    )
      found.push(view.placeOf({ start, end }));
  }
  return found;
}

/** A span counted in Unicode code points, in UTF-16 units; null where the text is shorter. */
export function unitsOf(text: string, { start, end }: Span): Span | null {
  const points = codePoints(text);
  return start < end && end <= points.length
    ? { start: points.utf16(start), end: points.utf16(end) }
    : null;
}
