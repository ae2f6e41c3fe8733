import { at } from './certain.ts';
import type { Span } from './span.ts';

export const spanOf = (start: number, end: number): Span => ({ start, end });
/** Where something stands, and nothing else of it. */
export const bare = ({ start, end }: Span): Span => ({ start, end });
export const length = (span: Span) => span.end - span.start;
export const contains = (outer: Span, inner: Span) =>
  outer.start <= inner.start && inner.end <= outer.end;
export const overlaps = (a: Span, b: Span) => a.start < b.end && b.start < a.end;
export const shift = (span: Span, by: number): Span => ({
  start: span.start + by,
  end: span.end + by,
});
export const hull = (spans: readonly Span[]): Span =>
  spanOf(Math.min(...spans.map((s) => s.start)), Math.max(...spans.map((s) => s.end)));
export const byPosition = (a: Span, b: Span) => a.start - b.start || b.end - a.end;

/** Shrinks a span so that it neither begins nor ends with white space; null if nothing is left. */
export function trimmed(text: string, span: Span): Span | null {
  let { start, end } = span;
  while (start < end && /\s/.test(text.charAt(start))) start++;
  while (end > start && /\s/.test(text.charAt(end - 1))) end--;
  return start < end ? { start, end } : null;
}

/**
 * Cuts `[from, to)` at every border of the given spans: each piece lies wholly inside or
 * wholly outside each span. `over` holds the indexes of the spans that cover the piece.
 */
export function segments(
  from: number,
  to: number,
  spans: readonly Span[],
): { start: number; end: number; over: number[] }[] {
  const cuts = new Set([from, to]);
  for (const { start, end } of spans) {
    if (start > from && start < to) cuts.add(start);
    if (end > from && end < to) cuts.add(end);
  }
  const borders = [...cuts].sort((a, b) => a - b);
  return borders.slice(0, -1).map((start, i) => {
    const end = at(borders, i + 1);
    return {
      start,
      end,
      over: spans.flatMap((s, k) => (s.start <= start && end <= s.end ? [k] : [])),
    };
  });
}
