/**
 * Source formats. Each turns a decoded source into raw blocks of characters, every
 * one of which still knows where it stands in the source. To add a format, write a file beside
 * this one that exports a `Format` and add it to the list.
 */
import type { SourceFormat } from '../../model/records.ts';
import type { Format } from './format.ts';
import { html } from './html/index.ts';
import { markdown } from './markdown.ts';
import { plainText } from './plain-text.ts';

/** In the order they are asked; the last one takes everything. */
export const formats: readonly Format[] = [html, markdown, plainText];

export const formatNamed = (name: SourceFormat): Format =>
  formats.find((format) => format.name === name) ?? plainText;
