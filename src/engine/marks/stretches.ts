/** Words in quotation marks as spans of their paragraph, and where such spans stand. */
import type { Span } from '../../model/records.ts';
import { countBefore } from '../../text/bisect.ts';
import { SPACE, type Family, type Mark } from './signs.ts';

/** Words in marks: where they stand, and what was odd about the marks. */
export interface Stretch {
  family: Family;
  /** Opening mark; empty where a quotation goes on from the paragraph before without one. */
  open: Span;
  /** The words between the marks, without white space at either end. */
  inner: Span;
  /** Closing mark, or null where the quotation runs to the end of its paragraph. */
  close: Span | null;
  /** From the first to the last character, marks included. */
  outer: Span;
  nested: Stretch[];
  /** What had to be repaired, in words, or null. */
  repair: string | null;
}

const isBlankAt = (text: string, i: number): boolean => SPACE.test(text.charAt(i));

/** Trims white space off the inner span without running past either end. */
function innerOf(text: string, from: number, to: number): Span {
  let start = from;
  let end = to;
  while (start < end && isBlankAt(text, start)) start++;
  while (end > start && isBlankAt(text, end - 1)) end--;
  return { start, end };
}

/** The quotation between two marks. */
export const closedStretch = (
  text: string,
  open: Mark,
  close: Mark,
  nested: Stretch[] = [],
): Stretch => ({
  family: open.family,
  open,
  inner: innerOf(text, open.end, close.start),
  close,
  outer: { start: open.start, end: close.end },
  nested,
  repair: null,
});

/** A quotation whose closing mark is missing, up to `end`. */
export function unclosedStretch(
  text: string,
  open: Mark,
  end: number,
  nested: Stretch[] = [],
): Stretch {
  const inner = innerOf(text, open.end, end);
  return {
    family: open.family,
    open,
    inner,
    close: null,
    outer: { start: open.start, end: inner.end },
    nested,
    repair: 'the closing mark is missing',
  };
}

/** A quotation of a text that lost its marks, which is told once of the whole text; those of `others` that stand in it are nested. */
export function unmarkedStretch(
  text: string,
  { start, end }: Span,
  others: readonly Stretch[],
): Stretch {
  const inner = innerOf(text, start, end);
  return {
    family: 'double',
    open: { start: inner.start, end: inner.start },
    inner,
    close: { start: inner.end, end: inner.end },
    outer: inner,
    nested: others.filter(({ outer }) => outer.start >= inner.start && outer.end <= inner.end),
    repair: null,
  };
}

/** Index of the first quotation that ends after an offset; the quotations stand in order. */
function firstEndingAfter(stretches: readonly Stretch[], offset: number): number {
  return countBefore(stretches.length, (k) => (stretches[k]?.outer.end ?? Infinity) <= offset);
}

/** The quotations that touch `start`..`end`. */
export function stretchesTouching(
  stretches: readonly Stretch[],
  start: number,
  end: number,
): readonly Stretch[] {
  const from = firstEndingAfter(stretches, start);
  let to = from;
  while ((stretches[to]?.outer.start ?? Infinity) < end) to++;
  return from === 0 && to === stretches.length ? stretches : stretches.slice(from, to);
}
