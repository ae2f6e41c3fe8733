/**
 * A head that gives its facts by keys, one a line, as exports and front matter without its fence write them:
 * `title: …`, `author: …`. The keys are those of the format, in whichever language the article is.
 */

/** The fact that a line of a labelled head states. */
export type HeadFact = 'title' | 'authors' | 'outlet' | 'day' | 'address';

const FACTS: readonly [HeadFact, RegExp][] = [
  ['title', /^(?:title|headline)\s*:\s*(.{1,300})$/i],
  ['authors', /^(?:authors?|byline|written by)\s*:\s*(?:by\s+)?(.{2,160})$/i],
  ['outlet', /^(?:outlet|publisher|publication|published in|source|newspaper)\s*:\s*(.{2,80})$/i],
  ['day', /^(?:published(?: time| on| at)?|date published)\s*:\s*(.{4,60}?)(?:T\d\d:\d\d\S*)?$/i],
  // What reader services write above the text itself.
  ['address', /^(markdown content)\s*:$/i],
  ['address', /^(?:url(?: source)?|link|web ?site|language|lang)\s*:\s*(\S+)$/i],
];

/** The fact of a line, and its value without quotation marks round all of it; null for a line without such a key. */
export function headFact(line: string): { fact: HeadFact; value: string } | null {
  for (const [fact, form] of FACTS) {
    const value = form.exec(line)?.[1];
    if (value !== undefined) return { fact, value: value.trim().replace(/^(["'])(.+)\1$/, '$2') };
  }
  return null;
}
