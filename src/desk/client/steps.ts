/**
 * Where the bounds of a claim may stand when they are moved word by word: before and behind each word and each mark
 * of punctuation, never within a word and never at white space. Offsets are UTF-16 code units of the reading text.
 */
import type { Block } from '../../model/records.ts';
import type { Span } from '../../text/span.ts';
import { spanOf, trimmed } from '../../text/spans.ts';

export interface Steps {
  /** Where a word or mark begins, ascending. */
  starts: readonly number[];
  /** Where each of them ends. */
  ends: readonly number[];
}

/** The words and marks of a text. `language` is a BCP 47 tag. */
export function stepsOf(text: string, language: string): Steps {
  const starts: number[] = [];
  const ends: number[] = [];
  const segmenter = new Intl.Segmenter(language, { granularity: 'word' });
  for (const { segment, index } of segmenter.segment(text)) {
    if (segment.trim() === '') continue;
    starts.push(index);
    ends.push(index + segment.length);
  }
  return { starts, ends };
}

/** Index of the first value that is not below `value`. */
function firstFrom(values: readonly number[], value: number): number {
  let [low, high] = [0, values.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((values[middle] ?? 0) < value) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** The border so many steps from an offset, which itself may stand within a word. */
function moved(borders: readonly number[], at: number, by: number): number {
  const from = firstFrom(borders, at);
  const isBorder = borders[from] === at;
  const first = by > 0 && !isBorder ? from - 1 : from;
  const target = Math.min(Math.max(first + by, 0), borders.length - 1);
  return borders[target] ?? at;
}

/** The border nearest to an offset. */
function nearest(borders: readonly number[], at: number): number {
  const from = firstFrom(borders, at);
  const [before, after] = [borders[from - 1], borders[from]];
  if (before === undefined) return after ?? at;
  if (after === undefined) return before;
  return at - before <= after - at ? before : after;
}

type Edge = 'start' | 'end';
const bordersOf = (steps: Steps, edge: Edge) => (edge === 'start' ? steps.starts : steps.ends);

/** A stretch with one of its edges elsewhere; never empty, never over `within`. */
function edged(span: Span, edge: Edge, at: number, within: Span): Span {
  if (edge === 'start') {
    const start = Math.max(at, within.start);
    return start < span.end ? spanOf(start, span.end) : span;
  }
  const end = Math.min(at, within.end);
  return end > span.start ? spanOf(span.start, end) : span;
}

/** A stretch with an edge moved by so many words; the same where it can not go further. */
export const stretched = (
  steps: Steps,
  span: Span,
  { edge, by }: { edge: Edge; by: number },
  within: Span,
): Span => edged(span, edge, moved(bordersOf(steps, edge), span[edge], by), within);

/** A stretch with an edge drawn to a place: to the border nearest to it. */
export const drawn = (
  steps: Steps,
  span: Span,
  { edge, to }: { edge: Edge; to: number },
  within: Span,
): Span => edged(span, edge, nearest(bordersOf(steps, edge), to), within);

/** The word at an offset, else the one behind it, else the last; null in a text without words. */
export function wordAt({ starts, ends }: Steps, at: number): Span | null {
  const place = Math.min(firstFrom(ends, at + 1), starts.length - 1);
  const [start, end] = [starts[place], ends[place]];
  return start === undefined || end === undefined ? null : spanOf(start, end);
}

/** The word so many words from another. */
export function wordFrom({ starts, ends }: Steps, word: Span, by: number): Span {
  const place = Math.min(Math.max(firstFrom(starts, word.start) + by, 0), starts.length - 1);
  const [start, end] = [starts[place], ends[place]];
  return start === undefined || end === undefined ? word : spanOf(start, end);
}

/** Words chosen with a mouse, to whole words; null where they hold none. */
export function wholeWords(steps: Steps, text: string, span: Span): Span | null {
  const bare = trimmed(text, span);
  if (!bare) return null;
  const first = wordAt(steps, bare.start);
  const last = wordAt(steps, bare.end - 1);
  return first && last ? spanOf(first.start, Math.max(last.end, first.end)) : null;
}

/** A stretch over several paragraphs, cut at their borders: the parts of a claim, which go over none. */
export const cutAtBlocks = (
  text: string,
  blocks: readonly Pick<Block, 'start' | 'end'>[],
  span: Span,
): Span[] =>
  blocks.flatMap((block) => {
    const part = spanOf(Math.max(block.start, span.start), Math.min(block.end, span.end));
    const bare = part.start < part.end ? trimmed(text, part) : null;
    return bare ? [bare] : [];
  });

/** Places within a claim where it may be cut: before each word but the first. */
export const cutsWithin = ({ starts }: Steps, parts: readonly Span[]): number[] =>
  parts.flatMap((part, i) =>
    starts.filter((at) => (i > 0 ? at >= part.start : at > part.start) && at < part.end),
  );
