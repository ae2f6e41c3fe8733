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

/** A text that speaks of tags has few; one that keeps them has one in so many characters at least. */
const FEWEST = 3;
const CHARACTERS_PER_TAG = 2000;

export const tags: LayoutUndoing = {
  mayHold: /<\/?[a-z][a-z1-6]{0,9}(?:\s[^<>]*)?\/?>/i,
  tokens: (text) =>
    [...text.matchAll(RUN)].map(({ 0: run, index }): Token => ({
      start: index,
      end: index + run.length,
      stands: standsFor(run),
    })),
  isDecided(text) {
    const found = [...text.matchAll(TAG)];
    const apart = found.filter(({ index }) => text[index - 1] !== '`' && text[index - 1] !== '"');
    const isPair = apart.some(([tag]) => tag.startsWith('</') || /^<br\b/i.test(tag));
    return (
      isPair && apart.length >= FEWEST && apart.length * CHARACTERS_PER_TAG >= text.trim().length
    );
  },
};
