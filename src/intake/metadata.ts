/**
 * What a captured text states of itself. In: the reading text and its blocks. Out: the part each block
 * plays, and title, byline, date, outlet, rights as they are printed.
 */
import type { Boilerplate, PageReader } from '../languages/index.ts';
import type { BlockRole, Inline, Span } from '../model/records.ts';
import { at } from '../text/certain.ts';
import type { CleanText } from './clean.ts';
import { Reading } from './head-reading.ts';
import { firstProse, signsOrDates, titleLine } from './head.ts';
import { isHeading } from './headings.ts';

/** A block with the part it plays in the article. */
export interface RoledBlock extends Span {
  role: BlockRole;
  inlines: Inline[];
  source: Span;
  bold: boolean;
  why: string | null;
  rule: string | null;
}

export interface PrintedByline {
  name: string;
  role: 'author' | 'interviewer' | 'desk';
}

/** What the text itself states about the article; cards may add or correct. */
export interface Metadata {
  blocks: RoledBlock[];
  title: string | null;
  dek: string | null;
  byline: PrintedByline[];
  bylinePrinted: string | null;
  /** Names under which the text names its publisher, best first. */
  outlets: string[];
  /** EDTF, where the text states a full date of publication. */
  published: { edtf: string; printed: string } | null;
  sections: { name: string; values: string[] }[];
  rights: { holder: string | null; statements: string[] };
  /** An opinion by its own label, or by a note that its author alone answers for it. */
  opinion: boolean;
  interviewers: string[];
}

/** Says what each block is, and reads the head and tail of the article; `page` knows its language. */
export function readMetadata(clean: CleanText, page: PageReader): Metadata {
  const lines = clean.blocks.map(({ start, end }) => clean.text.slice(start, end));
  const found = page.boilerplate(clean);
  const bodyStart = firstProse(lines, found, page);
  const kinds = clean.blocks.map(({ kind }) => kind);
  const title = titleLine(lines, kinds, found, page, bodyStart);
  const boilerplate = found.map((one, i) =>
    one === null && title !== null && i < title && isFurniture(lines[i] ?? '', page) ? ABOVE : one,
  );
  const readable = boilerplate.filter((one) => one === null).length;
  const reading = new Reading(page, lines[title ?? -1] ?? null);
  const head = lines.slice(0, bodyStart);
  reading.expectSignature(head.some((line) => page.isByline(line)));
  const ownRoles = clean.blocks.map(({ kind }, i): BlockRole => {
    const line = at(lines, i);
    if (boilerplate[i]) return 'boilerplate';
    if (i === title) return 'title';
    if (i < bodyStart) {
      const place = { kind, isAlone: readable === 1, isAbove: i < (title ?? 0) };
      return reading.headRole(
        line,
        place,
        lines.find((_, k) => k > i && !boilerplate[k]),
      );
    }
    return (
      roleByFormat(kind) ??
      reading.bodyRole(line, i >= lines.length - 3) ??
      (isHeading(lines, i, boilerplate, page) ? 'heading' : 'paragraph')
    );
  });
  const roles = reading.promoteTitle(lines, ownRoles, bodyStart);
  const opening = lines.find((_, i) => roles[i] === 'paragraph');
  if (opening !== undefined) reading.readPlaceLine(opening);
  reading.readTail(lines, boilerplate);

  return reading.metadata(
    clean.blocks.map((block, i) => ({
      role: at(roles, i),
      start: block.start,
      end: block.end,
      inlines: block.inlines,
      source: block.source,
      bold: block.bold,
      ...reasonFor(at(roles, i), boilerplate[i] ?? null),
    })),
  );
}

const ABOVE: Boilerplate = { why: 'a line of the page above the title', rule: 'above-title' };

/** Whether a line above the title says nothing of the article: it neither dates, signs nor files it. */
const isFurniture = (line: string, page: PageReader): boolean =>
  !signsOrDates(page, line) &&
  !page.isOpinionLabel(line) &&
  !page.isCredit(line) &&
  page.filing(line) === null;

const roleByFormat = (kind: CleanText['blocks'][number]['kind']): BlockRole | null =>
  kind === 'heading' || kind === 'quote' ? kind : null;

/** Why a block is no part of what is read for claims. */
function reasonFor(
  role: BlockRole,
  boilerplate: Boilerplate | null,
): Pick<RoledBlock, 'why' | 'rule'> {
  if (boilerplate) return { why: boilerplate.why, rule: boilerplate.rule };
  return role === 'filing'
    ? { why: 'the publisher’s own filing of the text', rule: 'filing-lines' }
    : { why: null, rule: null };
}
