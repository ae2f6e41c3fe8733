/** Titles of pages that a server or a guard shows in the place of an article. */
import { LANGUAGES, pageReaderFor } from './index.ts';
import { FAULTS } from './other/faults.ts';

/** Whether a title is one of these in the language of a tag; in any language where a page does not tell its own (null). */
export function isFaultTitle(title: string, tag: string | null): boolean {
  const tags =
    tag === null ? [...LANGUAGES.map(({ code }) => code), ...Object.keys(FAULTS)] : [tag];
  return tags.some((one) => pageReaderFor(one).isFault(title));
}
