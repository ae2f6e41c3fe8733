/**
 * Source formats. Each turns a decoded source into raw blocks of characters, every
 * one of which still knows where it stands in the source. To add a format, write a file beside
 * this one that exports a `Format` and add it to the list.
 */
import type { BlockRole, SourceFormat } from '../../model/records.ts';
import type { StatedFact } from './html/facts.ts';
import { html } from './html/index.ts';
import type { Excess } from './html/tree.ts';
import { markdown } from './markdown.ts';
import { plainText } from './plain-text.ts';

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

export interface Format {
  name: SourceFormat;
  /** Whether a source is of this format, decided by its file name and by evidence in the text. */
  matches(path: string, text: string): boolean;
  /** Blocks in the order of the source. `from` is where the body begins, after any front matter. */
  read(text: string, from: number, path: string): RawBlock[];
  /** What a source states of its article in places made for programs. */
  states?(text: string): StatedFact[];
  /** What a source has too much of to be read. */
  exceeds?(text: string): Excess | null;
}

/** In the order they are asked; the last one takes everything. */
export const formats: readonly Format[] = [html, markdown, plainText];

export const formatNamed = (name: SourceFormat): Format =>
  formats.find((format) => format.name === name) ?? plainText;
