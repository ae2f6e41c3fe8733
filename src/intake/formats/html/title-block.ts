/** Which block of a page prints its title. */
import { at } from '../../../text/certain.ts';
import { headingLevel, isKicker, isLargeLine, upFrom } from './around.ts';
import { namesOf, type Aside } from './asides.ts';
import { sliced, type FlowBlock } from './flow.ts';
import type { StatedFact } from '../format.ts';
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

/** A block that may print the title. */
interface Candidate {
  i: number;
  /** How much alike it is to a stated title, from 0 to 1, and how much it is set as a headline. */
  like: number;
  weight: number;
  isFirst: boolean;
}

/** The block that prints the title: a heading with its words, else the first heading of the first level. */
export function titleBlock(
  blocks: readonly FlowBlock[],
  titles: readonly string[],
  page: Asides,
): number {
  const stated = titles.map(lettersOf).filter((title) => title.length > 2);
  const found = blocks.flatMap((block, i) => candidateOf(block, i, stated, page));
  let best: Candidate | null = null;
  for (const one of found) {
    const mayBe = one.like > 0.6 || (one.isFirst && stated.length === 0);
    if (mayBe && (!best || scoreOf(one) > scoreOf(best) + 0.001)) best = one;
  }
  const firsts = found.filter(({ i, isFirst }) => isFirst && !page.aside(at(blocks, i).element));
  const only = firsts.length === 1 ? firsts[0] : undefined;
  // a heading of the text may hold a part of the title
  if (best && best.like < SAME && only && only.like > AKIN) return only.i;
  if (best) return best.i;
  if (firsts.length > 0) return only?.i ?? -1;
  const large = lastLarge(blocks, page);
  return large >= 0 ? large : onlySecond(blocks, page);
}

const scoreOf = ({ like, weight }: Candidate): number => 2 * like + weight;

/** What a block is as a title; none where it is not set as a headline and prints no stated title to the letter. */
function candidateOf(
  { element, chars, length }: FlowBlock,
  i: number,
  stated: readonly string[],
  page: Asides,
): Candidate[] {
  if (length > 400 || isKicker(element)) return [];
  const level = headingLevel(element);
  const words = lettersOf(chars);
  if (words === '' || (level === 0 && !isNamed(element) && !stated.includes(words))) return [];
  const like = Math.max(0, ...stated.map((title, k) => likeness(words, title) - 0.02 * k));
  const weight = headlineWeight(element, { level, rule: page.aside(element)?.rule, like });
  return weight === null ? [] : [{ i, like, weight, isFirst: level === 1 }];
}

const isNamed = (element: PageElement): boolean =>
  /\b(?:headline|title|heading)\b/.test(namesOf(element)) ||
  element.get('itemprop') === 'headline' ||
  isLargeLine(element);

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

/** How much alike two titles are that are one, whichever of the stated ones it is; and two that tell of one thing. */
const SAME = 0.85;
const AKIN = 0.25;

const isListed = (element: PageElement): boolean =>
  [...upFrom(element)].some(({ name }) => /^(?:li|ul|ol|nav|a)$/.test(name));

const LEVELS: Record<number, number> = { 1: 0.6, 2: 0.2 };

/**
 * How much an element is set as the headline of a page; null where it is none. What is called a teaser or the like is
 * one all the same where it prints what the page states in a heading; so is a line that prints it to the letter.
 */
function headlineWeight(
  element: PageElement,
  { level, rule, like }: { level: number; rule: string | undefined; like: number },
): number | null {
  const named = isNamed(element);
  const isSaid = rule === 'page-related' && level > 0 && like > SAME && !isListed(element);
  if (level === 0 && !named && like < 1) return null;
  if (rule && rule !== 'page-masthead' && !isSaid) return null;
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

/** What stands between a title and the name of a site; `_` on pages in Chinese. */
const CUT = /\s+[|–—•·»«:-]+\s+|_/g;

/** A title as a page states it, and without the name of the site after or before it. */
export function titleForms(title: string): string[] {
  const [, site, named] = /^([^:|]{3,60}): (.+)$/.exec(title) ?? [];
  const behind = site !== undefined && named !== undefined ? [named] : [];
  const parts = title.split(CUT);
  if (parts.length < 2) return [title, ...behind];
  const cuts = [...title.matchAll(CUT)];
  const beginning = cuts.map(({ index }) => title.slice(0, index));
  const rest = cuts.map(({ index, 0: cut }) => title.slice(index + cut.length));
  return [title, ...beginning.reverse(), ...rest, ...behind].filter((form) => form.length >= 8);
}

/** Letters of the shortest title that is told at the end of a heading. */
const SHORTEST_TITLE = 12;

/**
 * The blocks of a page, a heading in two where only what stands at its end is what the page states as its title: above
 * it stands a line of its own (`Ferries` over `Council votes to keep night ferry`).
 */
export function kickersApart(
  blocks: readonly FlowBlock[],
  stated: readonly StatedFact[],
): FlowBlock[] {
  const forms = stated
    .flatMap(({ fact, value, where }) =>
      fact === 'title' && where !== OF_HEADING
        ? titleForms(value).filter((form) => value.startsWith(form))
        : [],
    )
    .map(lettersOf)
    .filter((form) => form.length >= SHORTEST_TITLE)
    .sort((a, b) => b.length - a.length);
  return blocks.flatMap((block) => {
    const level = headingLevel(block.element);
    if (level === 0 || level > 2 || block.length > 400) return [block];
    const words = lettersOf(block.chars);
    const form = forms.find((one) => words.endsWith(one));
    const cut = form === undefined || form === words ? -1 : beginOf(form, block);
    return cut > 0 ? [sliced(block, 0, cut), sliced(block, cut, block.chars.length)] : [block];
  });
}

/** Microdata that repeats what the heading prints. */
const OF_HEADING = 'itemprop=headline';

/** Where in a block the words begin that end it; -1 where they begin within a word. */
function beginOf(words: string, { chars, starts, ends }: FlowBlock): number {
  for (let i = chars.length - 1; i > 0; i--) {
    if (!/[\p{L}\p{N}"“„«»‘]/u.test(chars.charAt(i)) || lettersOf(chars.slice(i)) !== words)
      continue;
    const isApart = !/\p{L}/u.test(chars.charAt(i - 1)) || starts[i] !== ends[i - 1];
    const isMarked = /["“„«»‘]/.test(chars.charAt(i - 1));
    if (isApart) return isMarked ? i - 1 : i;
  }
  return -1;
}
