/** Which block of a page prints its title. */
import { at } from '../../../text/certain.ts';
import { headingLevel, isLargeLine } from './around.ts';
import { namesOf, type Aside } from './asides.ts';
import type { FlowBlock } from './flow.ts';
import { proseOf } from './running-text.ts';
import type { PageElement } from './nodes.ts';

/** What tells why an element is no part of the article; null where it may be one. */
export interface Asides {
  aside(element: PageElement): Aside | null;
}

/** The letters and figures of a title, in small letters, one blank between words. */
export const lettersOf = (words: string): string =>
  words
    .toLowerCase()
    .normalize('NFKC')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();

/** The block that prints the title: a heading with its words, else the first heading of the first level. */
export function titleBlock(
  blocks: readonly FlowBlock[],
  titles: readonly string[],
  page: Asides,
): number {
  const stated = titles.map(lettersOf).filter((title) => title.length > 2);
  let best = -1;
  let bestScore = 0;
  for (const [i, { element, chars, length }] of blocks.entries()) {
    if (length > 400) continue;
    const level = headingLevel(element);
    const weight = headlineWeight(element, level, page.aside(element)?.rule);
    const words = lettersOf(chars);
    if (weight === null || words === '') continue;
    const like = Math.max(0, ...stated.map((title, k) => likeness(words, title) - 0.02 * k));
    const score = 2 * like + weight;
    if ((like > 0.6 || (level === 1 && stated.length === 0)) && score > bestScore + 0.001) {
      best = i;
      bestScore = score;
    }
  }
  if (best >= 0) return best;
  const firsts = blocks.flatMap(({ element }, i) =>
    headingLevel(element) === 1 && !page.aside(element) ? [i] : [],
  );
  if (firsts.length > 0) return firsts.length === 1 ? at(firsts, 0) : -1;
  const large = lastLarge(blocks, page);
  return large >= 0 ? large : onlySecond(blocks, page);
}

const FEWEST_LETTERS = 20;

/** Of a page without headings the last large line above its text: above that stands the name of the paper. */
function lastLarge(blocks: readonly FlowBlock[], page: Asides): number {
  const text = blocks.findIndex((block) => proseOf(block) >= 80 && !page.aside(block.element));
  return blocks.findLastIndex(
    ({ element, length }, i) =>
      i < text && isLargeLine(element) && length >= FEWEST_LETTERS && !page.aside(element),
  );
}

/** Of a page without a heading of the first level the one of the second level above its text, where there is one alone. */
function onlySecond(blocks: readonly FlowBlock[], page: Asides): number {
  const text = blocks.findIndex((block) => proseOf(block) >= 80 && !page.aside(block.element));
  const seconds = blocks.flatMap(({ element, length }, i) =>
    headingLevel(element) === 2 && length >= FEWEST_LETTERS && !page.aside(element) ? [i] : [],
  );
  const [only, ...more] = seconds;
  return only !== undefined && more.length === 0 && only < text ? only : -1;
}

const LEVELS: Record<number, number> = { 1: 0.6, 2: 0.2 };

/** How much an element is set as the headline of a page; null where it is none. */
function headlineWeight(
  element: PageElement,
  level: number,
  rule: string | undefined,
): number | null {
  const named =
    /\b(?:headline|title|heading)\b/.test(namesOf(element)) ||
    element.get('itemprop') === 'headline' ||
    isLargeLine(element);
  if ((level === 0 && !named) || (rule && rule !== 'page-masthead')) return null;
  return (LEVELS[level] ?? 0) + (named ? 0.3 : 0) - (rule ? 0.3 : 0);
}

/** How much two titles are alike: 1 for the same words; a part of the other by the share it is of it. */
function likeness(a: string, b: string): number {
  if (a === b) return 1;
  const [short, long] = a.length < b.length ? [a, b] : [b, a];
  if (` ${long} `.includes(` ${short} `))
    return short.length < 12 ? 0.3 : 0.65 + 0.3 * (short.length / long.length);
  const [one, other] = [new Set(short.split(' ')), new Set(long.split(' '))];
  const both = [...one].filter((word) => other.has(word)).length;
  return both / Math.max(one.size, other.size, 1);
}
