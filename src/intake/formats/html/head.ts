/** The head of an article on a page: by-line, date, summary and captions, known by how the page marks them. */
import type { BlockRole } from '../../../model/records.ts';
import { at, first, last } from '../../../text/certain.ts';
import { isSentence, lengthAsLatin } from '../../../text/lines.ts';
import { textIn, type FlowBlock } from './flow.ts';
import { upFrom } from './around.ts';
import type { Main } from './main.ts';
import { lettersOf } from './title-block.ts';
import type { StatedFact } from '../format.ts';
import type { PageElement } from './nodes.ts';

export interface Head {
  /** The part a block plays, where the page's markup says so. */
  roles: (BlockRole | undefined)[];
  /** Names and days that the marked lines of the head print. */
  stated: StatedFact[];
}

const LONGEST_LINE = 240;
const LONGEST_LABEL = 80;
/** Blocks among which the text of the article begins. */
const MOST_IN_HEAD = 60;

const words = (element: PageElement): string =>
  ` ${element.get('class') ?? ''} ${element.get('itemprop') ?? ''} ${element.get('rel') ?? ''} ${element.get('data-testid') ?? ''} `
    .replace(/([a-z])([A-Z])/g, '$1 $2')
    .replace(/[^A-Za-z]+/g, ' ')
    .toLowerCase();

const CAPTION =
  /\b(?:captions?|(?:photo|image|picture|media|img) (?:credits?|source|byline|caption)|media embed|(?:video|player) (?:caption|description|headline|info|item|placeholder|title))\b/;
const BYLINE =
  /\b(?:by ?lines?|authors?|writers?|contributors?|reporter|journalist|vcard|(?:reader|story|article) credits)\b/;
const DATE =
  /\b(?:date|dates|dateline|time|timestamp|pubdate|published|posted|datetime|meta date)\b/;
const UPDATED = /\b(?:updated|modified|update|last mod)\b/;
const DEK =
  /\b(?:dek|deck|standfirst|stand first|sub ?title|sub ?heading|subheadline|sub headline|summary|excerpt|teaser text|intro|strapline|tagline|abstract)\b/;
const NAME =
  /\b(?:author name|byline name|author link|byline author|author|authors|writer|fn|contributor|reporter)\b/;

/** The element of a block and those around it that hold little else. */
function near({ element, length }: FlowBlock): PageElement[] {
  const found: PageElement[] = [];
  for (const one of upFrom(element)) {
    if (/^(?:article|main|body|html)$/.test(one.name) || found.length > 4) break;
    if (one !== element && textIn(one, length + 400).length > length + 200) break;
    found.push(one);
  }
  return found;
}

/** Marks what the head of the article and its pictures say of it. */
export function headOf(
  flow: readonly FlowBlock[],
  { asides, title }: Main,
  facts: readonly StatedFact[],
): Head {
  const roles: (BlockRole | undefined)[] = flow.map(() => undefined);
  const stated: StatedFact[] = [];
  const descriptions = facts.flatMap(({ fact, value }) =>
    fact === 'description' && !beginsText(flow, asides, lettersOf(value)) ? [lettersOf(value)] : [],
  );
  const authors = new Set(
    facts.flatMap(({ fact, value }) => (fact === 'author' ? [lettersOf(value)] : [])),
  );
  const kept = flow.flatMap((_, i) => (asides[i] ? [] : [i]));
  const below = kept.filter((i) => i > title);
  const opens =
    below.slice(0, MOST_IN_HEAD).find((i) => isOpening(at(flow, i), descriptions)) ??
    below[MOST_IN_HEAD] ??
    flow.length;
  const foot = new Set(kept.slice(-3));
  for (const i of kept) {
    const block = at(flow, i);
    if (i === title) roles.splice(i, 1, 'title');
    else if (isCaption(block)) roles.splice(i, 1, 'caption');
    else if ((i < opens && i > title) || foot.has(i)) {
      const inHead = i < opens && i > title;
      const isAuthor = inHead && authors.has(lettersOf(block.chars));
      const role = isAuthor ? 'byline' : headRole(block, inHead, descriptions);
      // what the head has said is not said again below the text: that is of another article
      if (!inHead && role !== undefined && roles.includes(role)) continue;
      roles.splice(i, 1, role);
      if (role === 'byline') stated.push(...namesIn(block));
      if (role === 'dateline' || role === 'byline') stated.push(...datesIn(block));
    }
  }
  if (title >= 0 && isSummary(flow, below, roles, opens)) roles.splice(first(below), 1, 'dek');
  return { roles, stated };
}

/** Whether words that describe the page are those of the first of several paragraphs that stand side by side. */
function beginsText(flow: readonly FlowBlock[], asides: Main['asides'], words: string): boolean {
  const at = flow.findIndex(({ chars }, i) => !asides[i] && lettersOf(chars) === words);
  const { element } = flow[at] ?? {};
  const next = flow.find(({ length }, i) => i > at && !asides[i] && length >= LONGEST_LABEL);
  return (
    element?.name === 'p' &&
    next?.element.name === 'p' &&
    next.element.parent === element.parent &&
    (next.element.get('class') ?? '') === (element.get('class') ?? '')
  );
}

/** Whether the line below the title stands above by-line and date, which the text of the article does not. */
function isSummary(
  flow: readonly FlowBlock[],
  below: readonly number[],
  roles: readonly (BlockRole | undefined)[],
  opens: number,
): boolean {
  const [summary, ...next] = below;
  if (summary === undefined || summary >= opens || roles[summary]) return false;
  const { length, linked } = at(flow, summary);
  const isAbove = next.slice(0, 3).some((i) => roles[i] === 'byline' || roles[i] === 'dateline');
  return isAbove && length >= 20 && length < 300 && linked < 0.5 * length;
}

/** Whether the text of the article begins with a block. */
function isOpening(block: FlowBlock, descriptions: readonly string[]): boolean {
  const { chars, length, linked } = block;
  if (isCaption(block) || linked > 0.5 * length) return false;
  if (headRole(block, true, descriptions) !== undefined) return false;
  return length >= 30 && lengthAsLatin(chars) >= 90 && isSentence(chars.trimEnd());
}

const isCaption = ({ element, length, chars }: FlowBlock): boolean => {
  const isLabel = length < LONGEST_LABEL && !isSentence(chars.trimEnd());
  for (const one of upFrom(element)) {
    if (/^(?:figcaption|caption)$/.test(one.name)) return true;
    // beside a picture a few words say whose it is
    if (one.name === 'figure') return isLabel;
    if (/^(?:blockquote|table|pre|h[1-6])$/.test(one.name)) return false;
    if (/^(?:article|main|body|section)$/.test(one.name)) return false;
    if (length < 300 && isPictureBox(one)) return true;
    if (
      length < 600 &&
      one.name !== 'p' &&
      one.name !== 'blockquote' &&
      CAPTION.test(words(one)) &&
      !BYLINE.test(words(one))
    )
      return true;
    if (one.name === 'p' && /\bcaption\b/.test(words(one))) return true;
  }
  return false;
};

const PICTURE = /\b(?:image|images|photo|photos|picture|img|gallery)\b/;

/** A box that is called after the picture in it, and holds few words beside it. */
const isPictureBox = (element: PageElement): boolean =>
  element.name !== 'p' &&
  PICTURE.test(words(element)) &&
  holdsPicture(element) &&
  textIn(element, 400).length <= 300;

const holdsPicture = (element: PageElement): boolean =>
  element.children.some(
    (one) =>
      one.type === 'element' && (/^(?:img|picture|amp-img)$/.test(one.name) || holdsPicture(one)),
  );

function headRole(
  block: FlowBlock,
  inHead: boolean,
  descriptions: readonly string[],
): BlockRole | undefined {
  const { chars, length } = block;
  const around = near(block);
  const line = chars.trim();
  if (inHead && length < 600) {
    const letters = lettersOf(line);
    if (around.some((one) => DEK.test(words(one)))) return 'dek';
    if (letters.length > 30 && descriptions.includes(letters)) return 'dek';
  }
  if (line.length > LONGEST_LINE) return undefined;
  const isBy =
    around.some((one) => BYLINE.test(words(one)) || one.name === 'address') ||
    marked(block, isName).length > 0;
  if (isBy) return 'byline';
  const isDate =
    around.some((one) => one.name === 'time' || DATE.test(words(one))) ||
    marked(block, isTime).length > 0;
  return isDate && /\d/.test(line) ? 'dateline' : undefined;
}

const isTime = (element: PageElement) => element.name === 'time';
const isAuthor = (element: PageElement) =>
  /\bauthor\b/i.test(element.get('rel') ?? '') || /\bauthor\b/i.test(element.get('itemprop') ?? '');

/** Parts of a by-line that stand around the name: `meta-prep-author` holds `Posted by`. */
const NO_NAME = /\b(?:prep|prefix|label|sep|separator|icon|avatar|image|role|title)\b/;
const isName = (element: PageElement) =>
  isAuthor(element) ||
  (NAME.test(words(element)) && !NO_NAME.test(words(element)) && textIn(element).length <= 60);

/** The outermost elements around or within a block that are meant and hold words of it. */
function marked(
  block: FlowBlock,
  test: (element: PageElement) => boolean,
  from = near(block).at(-1) ?? block.element,
): PageElement[] {
  if (!holds(from, block)) return [];
  if (test(from)) return [from];
  return from.children.flatMap((child) =>
    child.type === 'element' ? marked(block, test, child) : [],
  );
}

function holds({ start, opened, closed }: PageElement, { starts, ends }: FlowBlock): boolean {
  return start < 0 || (opened <= last(ends) && (closed === null || closed.start >= first(starts)));
}

/** Names that stand alone in an element that says that it is an author's. */
function namesIn(block: FlowBlock): StatedFact[] {
  return marked(block, isName).flatMap((element) => {
    const value = textIn(element);
    return value !== '' && value.length <= 120 && !/\d/.test(value)
      ? [{ fact: 'author' as const, value, where: 'by-line' }]
      : [];
  });
}

/** Days of `<time>` in a line; not those of a change. */
function datesIn(block: FlowBlock): StatedFact[] {
  return marked(block, isTime).flatMap((element) => {
    const isChange = [element, ...upFrom(element)]
      .slice(0, 4)
      .some((one) => UPDATED.test(words(one)));
    const value = element.get('datetime') ?? textIn(element);
    return isChange || value === '' ? [] : [{ fact: 'published' as const, value, where: '<time>' }];
  });
}
