/** What stands within an article and leads elsewhere: told by what it consists of, where no name tells. */
import { at, first, last } from '../../../text/certain.ts';
import { isSentence, lengthAsLatin } from '../../../text/lines.ts';
import { textIn, type FlowBlock } from './flow.ts';
import { hasHeadline, headingLevel, upFrom } from './around.ts';
import { namesOf } from './asides.ts';
import type { PageElement } from './nodes.ts';

/** What a block is, where it is no part of the article. */
type Furniture = 'related' | 'links' | 'controls' | 'invitation' | 'times' | 'repeated';

/** Words of the shortest title of another article that is told from a name or a place. */
const FEWEST_WORDS = 4;
const LONGEST_POINTER = 220;

/** For each block that is still held for the article whether it is furniture after all. `opens`: the first of the text. */
export function furnitureIn(
  blocks: readonly FlowBlock[],
  isHeld: (i: number) => boolean,
  { title, opens }: { title: number; opens: number },
): Map<number, Furniture> {
  const found = new Map<number, Furniture>();
  for (const [i, block] of blocks.entries()) {
    if (!isHeld(i) || i === title) continue;
    const what = furnitureOf(block, { inHead: i > title && i < opens, isText: i >= opens });
    if (what) found.set(i, what);
  }
  for (const i of saidAgain(blocks, isHeld)) if (i !== title) found.set(i, 'repeated');
  return found;
}

/** So often a page sets the same box what is no part of its text, such as the place of what is not shown before it is allowed. */
const OFTEN = 3;

/** Blocks of boxes that stand on the page with the same words again and again. */
function saidAgain(blocks: readonly FlowBlock[], isHeld: (i: number) => boolean): number[] {
  const places = new Map<string, Map<PageElement, number[]>>();
  for (const [i, { element }] of blocks.entries()) {
    const box = isHeld(i) ? boxOf(element) : undefined;
    if (!box) continue;
    const words = textIn(box, LONGEST_BOX);
    if (words.length > LONGEST_BOX) continue;
    const key = `${box.get('class')} ${words}`;
    const boxes = places.get(key) ?? new Map<PageElement, number[]>();
    boxes.set(box, [...(boxes.get(box) ?? []), i]);
    places.set(key, boxes);
  }
  return [...places.values()].flatMap((same) =>
    same.size >= OFTEN ? [...same.values()].flat() : [],
  );
}

const boxOf = (element: PageElement): PageElement | undefined => {
  const box = [...upFrom(element)].find(({ name }) =>
    /^(?:div|section|aside|article|td|li)$/.test(name),
  );
  return box?.name === 'div' || box?.name === 'section' ? box : undefined;
};

function furnitureOf(
  block: FlowBlock,
  { inHead, isText }: { inHead: boolean; isText: boolean },
): Furniture | null {
  const { chars, length, linked, pressed, inlines, element } = block;
  if (pressed === length || (inHead && (isCount(chars, length) || isListed(block))))
    return 'controls';
  if (isText && isTime(block)) return 'times';
  if (length < LONGEST_BOX && inlines.some(leavesList)) return 'invitation';
  if (headingLevel(element) > 0 || isWithinWords(element)) return null;
  const links = inlines.filter(({ mark }) => mark === 'link');
  if (linked >= 0.9 * length) return ofLinks(block, links.length, isText);
  return isText && isLedIn(chars, links) ? 'related' : null;
}

/** What a block is that consists of links. */
function ofLinks(
  { chars, element }: FlowBlock,
  links: number,
  isText: boolean,
): 'links' | 'related' | null {
  const isSaid = isSentence(chars.trim());
  if (links > 1 && element.name !== 'p' && !isSaid && isText) return 'links';
  const isPointer = links === 1 && wordsIn(chars) >= FEWEST_WORDS && chars.length < LONGEST_POINTER;
  return isPointer && (isText || element.name === 'li') ? 'related' : null;
}

/** How many words a line has, as if it were written in letters between whose words blanks stand. */
const wordsIn = (chars: string): number => {
  const line = chars.trim();
  const dense = lengthAsLatin(line) - line.length;
  return line.split(/\s+/).length + Math.floor(dense / 6);
};

/** Longest item of a list of buttons, sections or ways to share that stands between title and text. */
const LONGEST_ITEM = 30;

const isListed = ({ chars, element }: FlowBlock): boolean =>
  lengthAsLatin(chars.trim()) <= LONGEST_ITEM &&
  !isSentence(chars.trim()) &&
  [element, element.parent, element.parent?.parent].some((one) => one?.name === 'li') &&
  ![...upFrom(element)].slice(0, 6).some((one) => OF_AUTHOR.test(namesOf(one)));

const OF_AUTHOR = /\b(?:authors?|byline|contributors?)\b/;

/** Characters of the longest words that lead to another page: `Read more:`, `ALSO READ |`. */
const LONGEST_LEAD = 30;

/** Whether a line is a few words, a mark, and the title of another page: `READ MORE | Ferry to run all night`. */
function isLedIn(chars: string, links: FlowBlock['inlines']): boolean {
  const [link, ...more] = links;
  if (!link || more.length > 0) return false;
  const lead = chars.slice(0, link.start).trim();
  const title = chars.slice(link.start, link.end).trim();
  const isLast = chars.slice(link.end).trim() === '';
  return (
    isLast &&
    /^[^.!?]{4,}[:|–—→»>]$/u.test(lead) &&
    lead.length <= LONGEST_LEAD &&
    wordsIn(title) >= FEWEST_WORDS &&
    !isSentence(title)
  );
}

/** Counts of comments, of readers, of seconds; and what stands before the section it is filed under: `by`, `in`. */
const isCount = (chars: string, length: number): boolean =>
  (length < 8 && /^[^\p{L}]*\d[\d.,]*\s?[km]?[^\p{L}]*$/iu.test(chars)) ||
  /^\p{Ll}{1,3}:?$/u.test(chars.trim()) ||
  /^\d{1,3}\s?min\b\.?$/i.test(chars.trim());

/** A time of day or a date alone, as above each entry of a page that is written on. */
const isTime = (block: FlowBlock): boolean =>
  block.length < 40 && (block.element.name === 'time' || holdsAll(block.element, block, 3));

/** Whether all words of a block stand in one `<time>` within an element. */
const holdsAll = (element: PageElement, block: FlowBlock, depth: number): boolean =>
  element.children.some(
    (one) =>
      one.type === 'element' &&
      (one.name === 'time'
        ? one.start <= first(block.starts) && (one.closed?.end ?? 0) >= last(block.ends)
        : depth > 0 && holdsAll(one, block, depth - 1)),
  );

/** Addresses at which a letter is given up, or read on a page: they stand around its text. */
const leavesList = ({ mark, href }: FlowBlock['inlines'][number]): boolean =>
  mark === 'link' &&
  href !== null &&
  /\b(?:unsubscribe|opt-?out|manage-?(?:preferences|subscription)|email-?preferences)\b/i.test(
    href,
  );

const isWithinWords = (element: PageElement): boolean =>
  [...upFrom(element)].some(({ name }) => /^(?:blockquote|figcaption|td|dd|h[1-6])$/.test(name));

/** A box around a form that asks for an address of mail holds no more than this. */
const LONGEST_BOX = 500;

/** Boxes that ask for the reader's address of mail, with what they say of it. */
export function mailBoxesIn(root: PageElement): PageElement[] {
  const boxes: PageElement[] = [];
  const look = (element: PageElement): void => {
    if (element.name === 'input' && isForMail(element)) {
      const box = boxAround(element);
      if (box) boxes.push(box);
    }
    for (const child of element.children) if (child.type === 'element') look(child);
  };
  look(root);
  return boxes;
}

const isForMail = (input: PageElement): boolean =>
  input.get('type')?.toLowerCase() === 'email' || /\be-?mail\b/i.test(input.get('name') ?? '');

function boxAround(input: PageElement): PageElement | null {
  let box: PageElement | null = null;
  for (const one of upFrom(input)) {
    if (/^(?:html|body|main|article|#document)$/.test(one.name) || hasHeadline(one)) break;
    if (textIn(one, LONGEST_BOX + 100).length > LONGEST_BOX) break;
    // what stands around it and holds no words of its own may hold other things
    if (/^(?:form|div|section|aside|fieldset|li)$/.test(one.name)) box = one;
  }
  return box;
}

/** The first block of running text below the title. */
export const openingOf = (
  prose: readonly number[],
  isHeld: (i: number) => boolean,
  title: number,
): number => {
  const opens = prose.findIndex((_, i) => i > title && isHeld(i) && at(prose, i) >= 80);
  return opens < 0 ? prose.length : opens;
};
