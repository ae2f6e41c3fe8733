/** What a captured text prints of itself: title, byline, date, outlet, rights, and the part that each block plays. */
import type { BlockRole, Inline, Span, StatedOnPage } from '../model/records.ts';

/** A line that gives the day of publication and does not say which. */
export interface OpenDay {
  printed: string;
  /** The days that it may be; none where it counts from an unknown moment. */
  readings: readonly string[];
  /** Where it stands in the reading text. */
  start: number;
  end: number;
}

/** A block with the part it plays in the article. */
export interface RoledBlock extends Span {
  role: BlockRole;
  inlines: Inline[];
  source: Span;
  bold: boolean;
  italic: boolean;
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
  /** EDTF, where the text states a full date of publication; `where`: not in its words but in a place for programs. */
  published: { edtf: string; printed: string; where?: string; basis?: 'inferred' } | null;
  /** A line that leaves the day of publication open, where no other gives it. */
  openDay?: OpenDay;
  /** Address of the publisher's page, and when it was captured, where the source states them. */
  original?: string | null;
  captured?: { edtf: string; printed: string; where: string } | null;
  /** Everything that a saved page states in places made for programs. */
  stated?: StatedOnPage[];
  /** The lines of the head and the foot, where names of authors stand. */
  printedHead?: string;
  sections: { name: string; values: string[] }[];
  rights: { holder: string | null; statements: string[] };
  /** An opinion by its own label, or by a note that its author alone answers for it. */
  opinion: boolean;
  interviewers: string[];
}

/** A fact of which a page states two. */
export interface Disagreement {
  fact: StatedOnPage['fact'];
  /** What is taken and where it stands; then the others. */
  taken: { value: string; where: string };
  others: { value: string; where: string }[];
}
