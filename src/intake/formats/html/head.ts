/** The head of an article on a page: by-line, date, summary and captions, known by how the page marks them. */
import type { BlockRole } from '../../../model/records.ts';
import { at, first } from '../../../text/certain.ts';
import { isSentence, lengthAsLatin } from '../../../text/lines.ts';
import { BYLINE, isName, marked, namesWithin, near, words } from './author-marks.ts';
import { textIn, type FlowBlock } from './flow.ts';
import { upFrom } from './around.ts';
import type { Main } from './main.ts';
import { signaturesOf } from './signatures.ts';
import { lettersOf } from './title-block.ts';
import type { StatedFact } from '../format.ts';
import type { PageElement } from './nodes.ts';

export interface Head {
  /** The part a block plays, where the page's markup says so. */
  roles: (BlockRole | undefined)[];
  /** Names and days that the marked lines of the head print. */
  stated: StatedFact[];
  /** Names that sign the article beside it. */
  beside: StatedFact[];
}

const LONGEST_LINE = 240;
const LONGEST_LABEL = 80;
/** Blocks among which the text of the article begins. */
const MOST_IN_HEAD = 60;

const CAPTION =
  /\b(?:captions?|(?:photo|image|picture|media|img) (?:credits?|source|byline|caption)|media embed|(?:video|player) (?:caption|description|headline|info|item|placeholder|title))\b/;
const DATE =
  /\b(?:date|dates|dateline|time|timestamp|pubdate|published|posted|datetime|meta date)\b/;
const UPDATED = /\b(?:updated|modified|update|last mod)\b/;
const DEK =
  /\b(?:dek|deck|standfirst|stand first|sub ?title|sub ?heading|subheadline|sub headline|summary|excerpt|teaser text|intro|strapline|tagline|abstract)\b/;
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
  return { roles, stated, beside: signaturesOf(flow, { asides, title }, opens) };
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
    const named = around.find((one) => DEK.test(words(one)) || BYLINE.test(words(one)));
    if (named && !BYLINE.test(words(named))) return 'dek';
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

/** Names that stand alone in an element that says that it is an author's. */
function namesIn(block: FlowBlock): StatedFact[] {
  return marked(block, isName)
    .flatMap(namesWithin)
    .filter((value) => value.length <= 120 && !/^#|\d/.test(value))
    .map((value) => ({ fact: 'author', value, where: 'by-line' }));
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
