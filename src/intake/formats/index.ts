/**
 * Source formats. Each turns a decoded source into raw blocks of characters, every
 * one of which still knows where it stands in the source. To add a format, write a file beside
 * this one that exports a `Format` and add it to the list.
 */
import { markdown } from './markdown.ts';
import { plainText } from './plain-text.ts';

export interface RawInline {
  /** Offsets in `RawBlock.chars`, UTF-16. */
  start: number;
  end: number;
  mark: 'emphasis' | 'strong' | 'code' | 'link';
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
}

export interface Format {
  name: 'plain-text' | 'markdown';
  /** Whether a source is of this format, decided by its file name and by evidence in the text. */
  matches(path: string, text: string): boolean;
  /** Blocks in the order of the source. `from` is where the body begins, after any front matter. */
  read(text: string, from: number, path: string): RawBlock[];
}

/** In the order they are asked; the last one takes everything. */
export const formats: readonly Format[] = [markdown, plainText];

export const formatNamed = (name: Format['name']): Format =>
  name === 'markdown' ? markdown : plainText;
