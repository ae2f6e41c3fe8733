/**
 * Who signs an article where the reader looks for nothing of it: among the buttons below its title, at the foot of an
 * entry, in a box about the author. What is found is said only where the page names nobody elsewhere.
 */
import { innerNames, marked } from './author-marks.ts';
import { headingLevel, upFrom } from './around.ts';
import { namesOf } from './asides.ts';
import { textIn, type FlowBlock } from './flow.ts';
import type { Main } from './main.ts';
import { lettersOf } from './title-block.ts';
import { BESIDE_ARTICLE } from '../../author-names.ts';
import type { StatedFact } from '../format.ts';

/** Blocks right above the title that may sign what is below it. */
const MOST_ABOVE = 2;
const LONGEST_LINE = 200;
const LONGEST_NAME = 40;
/** What holds more words than these says more than a name: `All posts by Ann Lee`. */
const MOST_WORDS = 4;
/** More names than these are those of many articles. */
const MOST_NAMES = 3;

/** Parts of a page that are signed by others, or by nobody. */
const OF_OTHERS = /^page-(?:comments|consent|advertisement|hidden|times)$/;
const OF_OTHER_ARTICLES = /^page-(?:related|beside|masthead|navigation)$/;

/** The names, as facts; none where several people sign below the article. `opens`: index of its first paragraph. */
export function signaturesOf(
  flow: readonly FlowBlock[],
  { asides, title }: Main,
  opens: number,
): StatedFact[] {
  if (title < 0) return [];
  const signed = flow.flatMap((block, i) => {
    const rule = asides[i]?.rule;
    if (rule === undefined || OF_OTHERS.test(rule) || block.length > LONGEST_LINE) return [];
    const isHead = i >= title - MOST_ABOVE && i < opens;
    if (!isHead && (OF_OTHER_ARTICLES.test(rule) || i < opens)) return [];
    const names = namesBeside(block);
    if (names.length === 0 && rule === 'page-author') names.push(...headingOfBox(block));
    return names.map((name) => ({ name, isHead }));
  });
  const inHead = distinct(signed.flatMap(({ name, isHead }) => (isHead ? [name] : [])));
  const names = inHead.length > 0 ? inHead : distinct(signed.map(({ name }) => name));
  if (names.length > (inHead.length > 0 ? MOST_NAMES : 1)) return [];
  return names.map((value) => ({ fact: 'author', value, where: BESIDE_ARTICLE }));
}

const BOX = /\bauthor\b/;
/** Characters of the longest box about who wrote an article. */
const LONGEST_BOX = 2000;
/** What leads up to the name in the heading of such a box: `Written by: `, `About the Author – `. */
const LABEL = /^[^:–—]{3,24}(?::| [–—-]) /u;

/** The name in the heading of a box about who wrote an article, where the words of the box give it once more. */
function headingOfBox({ element, chars }: FlowBlock): string[] {
  const line = chars.replace(/\s+/g, ' ').trim();
  const name = line.replace(LABEL, '');
  const isHeading = headingLevel(element) > 0 || line !== name;
  if (!isHeading || !mayBeName(name)) return [];
  const boxes = [...upFrom(element)].filter(
    (one) =>
      one !== element &&
      BOX.test(namesOf(one)) &&
      textIn(one, LONGEST_BOX + 1).length <= LONGEST_BOX,
  );
  const isNamedAgain = boxes.some((box) => textIn(box, LONGEST_BOX).split(name).length > 2);
  return isNamedAgain ? [name] : [];
}

/** Fields of a reader's own name, and lists, which are of other articles. */
const NOT_SIGNED = /^(?:form|label|li)$/;

/** Names in a block that link to who bears them or that are marked as an author's. */
function namesBeside(block: FlowBlock): string[] {
  if ([...upFrom(block.element)].some(({ name }) => NOT_SIGNED.test(name))) return [];
  return marked(block, (one) => innerNames(one).includes(one))
    .map((one) => textIn(one, LONGEST_LINE))
    .filter(mayBeName);
}

const mayBeName = (name: string): boolean =>
  /\p{L}{2}/u.test(name) &&
  name.length <= LONGEST_NAME &&
  name.split(' ').length <= MOST_WORDS &&
  !/\d{3}|[@:!?()（）]/.test(name);

/** Each name once; what holds another beside other words is left out: `All posts by Ann Lee`. */
function distinct(names: readonly string[]): string[] {
  const byLetters = new Map(names.map((name) => [lettersOf(name), name]));
  const all = [...byLetters.keys()];
  return all.flatMap((letters) =>
    all.some((other) => other !== letters && ` ${letters} `.includes(` ${other} `))
      ? []
      : [byLetters.get(letters) ?? letters],
  );
}
