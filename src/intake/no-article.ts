/** Saved pages that hold no article: those of a fault or a barrier, and those whose words were never in them. */
import { isFaultTitle } from '../languages/faults.ts';
import type { HeldWords } from './formats/html/in-scripts.ts';
import type { Metadata } from './printed.ts';

/** Faults as HTTP names them, in whichever language the page is: its numbers, and the phrases that servers send with them. */
const STATUS: readonly RegExp[] = [
  /^(?:error\s*:?\s*)?(?:4\d\d|5\d\d)(?:\s*[:–—-]|\s+error\b|\s*$)/i,
  /\b(?:400 bad request|401 unauthorized|403 forbidden|404 (?:error|not found)|410 gone|429 too many requests|50[0234] [a-z]+)\b/i,
  /^(?:forbidden|unauthorized|bad gateway|service (?:temporarily )?unavailable|gateway time-?out|too many requests)\b/i,
];

/** An article about a fault has more words than its page. */
const MOST_OF_A_FAULT = 150;
/** Words of the longest notice that stands where a script puts the article, and of the shortest article that it puts there. */
const MOST_OF_A_NOTICE = 40;
const LEAST_HELD = 80;

type Read = Pick<Metadata, 'blocks' | 'title' | 'stated' | 'byline' | 'published'>;

/**
 * Why a saved page is no article, as half a sentence; null where it may be one. A page of a fault is told by its title
 * and by having few words. `language` is the tag of its language, null where it does not tell; `held` counts the
 * words that the page holds for its scripts.
 */
export function instead(
  { blocks, title, stated = [], ...about }: Read,
  text: string,
  language: string | null,
  held: () => HeldWords | null = () => null,
): string | null {
  const wordsOf = (roles: readonly string[]) =>
    blocks
      .filter(({ role }) => roles.includes(role))
      .reduce((sum, { start, end }) => sum + text.slice(start, end).split(/\s+/).length, 0);
  const running = wordsOf(['paragraph', 'quote', 'dek', 'caption']);
  const kept = running < MOST_OF_A_NOTICE ? held() : null;
  if (kept && kept.words >= LEAST_HELD)
    return `shows ${running} words: its text is not in its markup, but in data for its scripts (${kept.words} words in ${kept.where})`;
  const list = listIn({ blocks, ...about }, text);
  if (list > 0)
    return `is a list of articles and none of them: ${list} headings that lead elsewhere`;
  if (running >= MOST_OF_A_FAULT) return null;
  const heads = blocks.flatMap(({ role, start, end }) =>
    role === 'title' || role === 'heading' ? [text.slice(start, end)] : [],
  );
  const titles = stated.flatMap(({ fact, value }) => (fact === 'title' ? [value] : []));
  const fault = [title ?? '', ...titles, ...heads.slice(0, 2)]
    .map((line) => line.trim())
    .find((line) => STATUS.some((one) => one.test(line)) || isFaultTitle(line, language));
  if (fault !== undefined)
    return `is the page of a fault or a barrier and no article: \`${fault.slice(0, 80)}\``;
  if (running > 0) return null;
  const links = blocks.filter(isLink).length;
  return links >= FEWEST_LINKS
    ? `holds no running text, but ${links} links: it is a list of them, or its text is put in by scripts`
    : 'holds no running text: what it shows stands in the files of its frames, or is put in by scripts';
}

/** Fewer links may be a menu alone. */
const FEWEST_LINKS = 10;
const isLink = ({ start, end, inlines }: Read['blocks'][number]): boolean =>
  inlines.some((one) => one.mark === 'link' && one.start <= start && one.end >= end);

/** Fewest headings of a list of articles, and words of the longest paragraph that stands below one. */
const FEWEST_LISTED = 4;
const LONGEST_TEASER = 45;

/**
 * How many headings of a page lead to other pages, where it is a list of articles: it says neither who wrote it nor when,
 * and below each heading stand a few words of the article that it leads to.
 */
function listIn(
  { blocks, byline, published }: Omit<Read, 'title' | 'stated'>,
  text: string,
): number {
  if (byline.length > 0 || published !== null) return 0;
  const headings = blocks.filter((block) => block.role === 'heading' && isLink(block));
  const paragraphs = blocks.filter(({ role }) => role === 'paragraph' || role === 'quote');
  const isShort = paragraphs.every(
    ({ start, end }) => text.slice(start, end).split(/\s+/).length <= LONGEST_TEASER,
  );
  const isList =
    headings.length >= FEWEST_LISTED && paragraphs.length <= 2 * headings.length && isShort;
  return isList ? headings.length : 0;
}
