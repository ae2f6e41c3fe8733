/** The quotations of a text from which a program took all double marks: only what its sentences say shows them. */
import type { Span } from '../../model/records.ts';
import { at } from '../../text/certain.ts';
import { byPosition, contains, overlaps } from '../../text/spans.ts';
import type { MarkScan } from '../marks.ts';
import type { MarkReader } from './reader.ts';
import { unmarkedStretch, type Stretch } from './stretches.ts';

/** In so many paragraphs somebody has to talk before a text without marks is taken to have lost them. */
const LEAST_TALKED = 2;

/**
 * The scans of a text with the quotations that lost their marks; as they are where the text has marks, where it does not
 * look as if it had lost them, or where single marks are what it quotes with.
 */
export function withUnmarked(
  text: string,
  paragraphs: readonly Span[],
  scans: MarkScan[],
  language: MarkReader,
): MarkScan[] {
  const hasMarks = scans.some(
    ({ stretches, strays }) =>
      strays.length > 0 || stretches.some(({ family }) => family !== 'single'),
  );
  if (hasMarks) return scans;
  const told = paragraphs.map(({ start, end }, i) =>
    language
      .lostIn(text.slice(start, end), endsOpen(text, paragraphs[i - 1]))
      .map((span) => ({ start: start + span.start, end: start + span.end })),
  );
  const singlesOf = (i: number) => at(scans, i).stretches.map(({ outer }) => outer);
  const isOwn = told.some((spans, i) =>
    singlesOf(i).some((single) => spans.some((span) => contains(single, span))),
  );
  if (isOwn) return scans;
  const lost = told.map((spans, i) =>
    spans.filter((span) => singlesOf(i).every((single) => isWithin(single, span))),
  );
  if (lost.filter((spans) => spans.length > 0).length < LEAST_TALKED) return scans;
  return scans.map((scan, i) => ({
    ...scan,
    stretches: withLost(text, scan.stretches, at(lost, i)),
  }));
}

/** The quotations of a paragraph in order, single marks within those that lost theirs. */
function withLost(text: string, singles: readonly Stretch[], lost: readonly Span[]): Stretch[] {
  const found = lost.map((span) => unmarkedStretch(text, span, singles));
  const nested = new Set(found.flatMap((stretch) => stretch.nested));
  return [...singles.filter((stretch) => !nested.has(stretch)), ...found].sort((a, b) =>
    byPosition(a.outer, b.outer),
  );
}

/** Whether single marks stand away from a quotation or well within it, so that they are not its own. */
const isWithin = (single: Span, quotation: Span): boolean =>
  !overlaps(single, quotation) || (single.start > quotation.start && single.end < quotation.end);

/** Whether a paragraph introduces the next one with a colon. */
const endsOpen = (text: string, paragraph: Span | undefined): boolean =>
  paragraph !== undefined &&
  /:\s*$/.test(text.slice(Math.max(paragraph.start, paragraph.end - 3), paragraph.end));
