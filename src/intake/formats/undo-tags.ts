/** Tags of HTML in a text that is no page: what an export or a copy left between the words. */
import { ELEMENTS } from '../../engine/wordless.ts';
import type { LayoutUndoing, Token } from './undoing.ts';

/** Characters of the longest tag, and of the longest comment or script. */
const LONGEST = 500;
const LONGEST_HIDDEN = 2000;
const TAG = new RegExp(`</?(${ELEMENTS})(?:\\s[^<>]{0,${LONGEST}})?/?>`, 'gi');
/** Tags with the blanks between them, and what no browser shows. */
const RUN = new RegExp(
  `(?:(?:${TAG.source}|<!--[^]{0,${LONGEST_HIDDEN}}?-->|` +
    `<(script|style)\\b[^<>]{0,${LONGEST}}>[^]{0,${LONGEST_HIDDEN}}?</(?:script|style)\\s*>)\\s*)+`,
  'gi',
);
/** Elements within a line. */
const INLINE =
  /^(?:a|abbr|acronym|b|bdi|bdo|big|cite|code|del|em|font|i|img|ins|kbd|label|mark|q|s|small|span|strike|strong|sub|sup|time|tt|u|var|wbr)$/i;

/** What a run of tags stands for: one `<br>` a blank, two or the border of a block a blank line, others nothing. */
function standsFor(run: string): string {
  const names = [...run.matchAll(TAG)].map(([, name = '']) => name.toLowerCase());
  const breaks = names.filter((name) => name === 'br').length;
  if (breaks > 1 || names.some((name) => name !== 'br' && !INLINE.test(name))) return '\n\n';
  return breaks > 0 || /^\s|\s$/.test(run) ? ' ' : '';
}

/** Where a block or a line ends: at the border of a line, or beside the next block; words about tags do not stand so. */
const BORDER = new RegExp(
  '(?<=^|[\\r\\n])[^\\S\\r\\n]*<(?:p|div|li|h[1-6]|br)\\b[^<>]{0,200}>(?=\\S)|' +
    '(?<=\\S)<(?:/(?:p|div|li|h[1-6])|br\\s*/?)>(?=\\s*(?:$|[\\r\\n]|<(?:p|div|li|h[1-6]|br)\\b))',
  'gi',
);
/** A text that speaks of tags has few such borders; one that keeps them has one in so many characters at least. */
const FEWEST = 2;
const CHARACTERS_PER_BORDER = 2000;

export const tags: LayoutUndoing = {
  mayHold: /<\/?[a-z][a-z1-6]{0,9}(?:\s[^<>]*)?\/?>/i,
  tokens: (text) =>
    [...text.matchAll(RUN)].map(({ 0: run, index }): Token => ({
      start: index,
      end: index + run.length,
      stands: standsFor(run),
    })),
  isDecided(text) {
    const borders = text.match(BORDER)?.length ?? 0;
    return borders >= FEWEST && borders * CHARACTERS_PER_BORDER >= text.trim().length;
  },
};
