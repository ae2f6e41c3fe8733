/** What stands within an article and leads elsewhere: told by what it consists of, where no name tells. */
import { at, first, last } from '../../../text/certain.ts';
import { isSentence } from '../../../text/lines.ts';
import { textIn, type FlowBlock } from './flow.ts';
import { headingLevel, upFrom } from './around.ts';
import type { PageElement } from './nodes.ts';

/** What a block is, where it is no part of the article. */
type Furniture = 'related' | 'links' | 'controls' | 'invitation' | 'times';

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
  return found;
}

function furnitureOf(
  block: FlowBlock,
  { inHead, isText }: { inHead: boolean; isText: boolean },
): Furniture | null {
  const { chars, length, linked, pressed, inlines, element } = block;
  if (pressed === length || (inHead && isCount(chars, length))) return 'controls';
  if (isText && isTime(block)) return 'times';
  if (length < LONGEST_BOX && inlines.some(leavesList)) return 'invitation';
  if (linked < 0.9 * length || headingLevel(element) > 0 || isWithinWords(element)) return null;
  const links = inlines.filter(({ mark }) => mark === 'link');
  const words = chars.trim().split(/\s+/).length;
  const isSaid = isSentence(chars.trim());
  if (links.length > 1 && element.name !== 'p' && !isSaid && isText) return 'links';
  const isPointer = links.length === 1 && words >= FEWEST_WORDS && chars.length < LONGEST_POINTER;
  return isPointer && (isText || element.name === 'li') ? 'related' : null;
}

/** Counts of comments, of readers, of seconds; and what stands before the section it is filed under: `by`, `in`. */
const isCount = (chars: string, length: number): boolean =>
  (length < 8 && /^[^\p{L}]*\d[\d.,]*\s?[km]?[^\p{L}]*$/iu.test(chars)) ||
  /^\p{Ll}{1,3}:?$/u.test(chars.trim());

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
    if (/^(?:html|body|main|article|#document)$/.test(one.name)) break;
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
