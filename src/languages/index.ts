/** The languages whose texts can be read. A new language is a folder here and a line in this list. */
import type { DateReader, FrameReader, Language, PageReader } from './language.ts';
import { english } from './en/index.ts';
import { otherPage, plainDates, plainFrames } from './plain.ts';

export type { Boilerplate, DateReader, FrameReader, Language, PageReader } from './language.ts';

export const LANGUAGES: readonly Language[] = [english];

/** What is known of the language of a tag (BCP 47): that of `en` for `en-GB`; null where there is no folder. */
export function packFor(tag: string): Language | null {
  const [code] = tag.toLowerCase().split('-');
  return LANGUAGES.find((language) => language.code === code) ?? null;
}

/** How the lines around an article in this language are read. */
export const pageReaderFor = (tag: string): PageReader => packFor(tag)?.page ?? otherPage(tag);

/** How printed dates are read in this language. */
export const dateReaderFor = (tag: string): DateReader => packFor(tag)?.dates ?? plainDates;

/** How the words around a claim are compared in this language. */
export const frameReaderFor = (tag: string): FrameReader => packFor(tag)?.frames ?? plainFrames;
