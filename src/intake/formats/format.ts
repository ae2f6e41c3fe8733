/** What a source format is, and what it makes of a source. */
import type { HeldWords } from './html/in-scripts.ts';
import type { BlockRole, SourceFormat, StatedOnPage } from '../../model/records.ts';
import type { Excess } from './html/tree.ts';

export interface RawInline {
  /** Offsets in `RawBlock.chars`, UTF-16. */
  start: number;
  end: number;
  /** `attribute`: words for a picture, or where a link leads, which are no text of the article. */
  mark: 'emphasis' | 'strong' | 'code' | 'link' | 'attribute';
  href: string | null;
}

export interface RawBlock {
  kind: 'paragraph' | 'heading' | 'quote' | 'code' | 'separator';
  /** The block's characters without markup; line breaks are kept. */
  chars: string;
  /** For each UTF-16 unit of `chars`, where it begins and ends in the source. */
  starts: number[];
  ends: number[];
  inlines: RawInline[];
  /** The part it plays, where the format knows. */
  role?: BlockRole;
  /** Why it is no part of the article, where the format knows. */
  aside?: { rule: string; why: string };
  /** Set apart by the format: it is one paragraph with none but those of the same number. */
  apart?: number;
}

/** What a source states of its article in a place made for programs. */
export interface StatedFact {
  fact: StatedOnPage['fact'];
  value: string;
  /** As a person would look it up: `JSON-LD headline`, `og:title`. */
  where: string;
  /** Whether it says of an author that it is no person. */
  isOrganisation?: boolean;
}

export interface Format {
  name: SourceFormat;
  /** Whether a source is of this format, decided by its file name and by evidence in the text. */
  matches(path: string, text: string): boolean;
  /** Blocks in the order of the source. `from` is where the body begins, after any front matter. */
  read(text: string, from: number, path: string): RawBlock[];
  /** What a source states of its article in places made for programs. */
  states?(text: string): StatedFact[];
  /** The words of its article that a source states in a place made for programs; null where it states none. */
  statesBody?(text: string): string | null;
  /** Where a source holds words for its scripts that it may not show, and how many; null where it holds none. */
  heldByScripts?(text: string): HeldWords | null;
  /** What a source has too much of to be read. */
  exceeds?(text: string): Excess | null;
}
