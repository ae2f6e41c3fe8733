/**
 * Which blocks of a page are the article, and why the others are not. Reader modes do the same; this one keeps what
 * it leaves out. Elements that say what they are (`nav`, `aside`, a form) and names of classes come first, then how
 * much running text stands where: paragraphs count for the elements around them, and less the farther these are.
 */
import { at } from '../../../text/certain.ts';
import { hasHeadline, headingLevel, upFrom } from './around.ts';
import { aside, namesOf, ownAside, WHOLE, type Aside } from './asides.ts';
import { cardsIn } from './cards.ts';
import type { FlowBlock } from './flow.ts';
import { furnitureIn, mailBoxesIn, openingOf } from './furniture.ts';
import { close } from './left-over.ts';
import { proseOf } from './running-text.ts';
import { lettersOf, titleBlock } from './title-block.ts';
import type { PageElement } from './nodes.ts';

export interface Main {
  /** For each block why it is not of the article; null where it is. */
  asides: (Aside | null)[];
  /** Index of the block that prints the title; -1 where none does. */
  title: number;
}

/** Which blocks are the article. `titles`: what the page says its title is, best first. */
export function mainOf(blocks: readonly FlowBlock[], titles: readonly string[]): Main {
  const prose = blocks.map(proseOf);
  const page = new Page(blocks, prose, titles);
  const title = titleBlock(blocks, titles, page);
  const held = page.article(title);
  const asides = blocks.map((block, i): Aside | null => {
    if (i === title) return null;
    const own = page.aside(block.element);
    if (own) return own;
    if (!held.has(i)) return aside('outside');
    return null;
  });
  const isHeld = (i: number) => !asides[i];
  const place = { title, opens: openingOf(prose, isHeld, title) };
  for (const [i, what] of furnitureIn(blocks, isHeld, place)) asides.splice(i, 1, aside(what));
  close(blocks, asides, title);
  return { asides, title };
}

class Page {
  readonly #blocks: readonly FlowBlock[];
  readonly #prose: readonly number[];
  /** Running text in an element, all of it. */
  readonly #within = new Map<PageElement, number>();
  readonly #asides = new Map<PageElement, Aside | null>();
  /** Elements whose blocks are running text. */
  readonly #running: ReadonlySet<PageElement>;
  readonly #total: number;
  readonly #called: ReadonlyMap<string, number>;
  /** Running text in an element that is no aside. */
  readonly #readable = new Map<PageElement, number>();
  /** Elements around a heading of the first level that prints the title of the page. */
  readonly #headed: ReadonlySet<PageElement>;

  constructor(blocks: readonly FlowBlock[], prose: readonly number[], titles: readonly string[]) {
    this.#headed = aroundHeadline(blocks, titles);
    const root = blocks[0] ? [...upFrom(blocks[0].element)].at(-1) : undefined;
    this.#blocks = blocks;
    this.#prose = prose;
    this.#running = new Set(
      blocks.flatMap(({ element }, i) => (at(prose, i) > 0 ? [element] : [])),
    );
    for (const [i, { element }] of blocks.entries()) {
      const weight = at(prose, i);
      if (weight > 0)
        for (const one of upFrom(element))
          this.#within.set(one, (this.#within.get(one) ?? 0) + weight);
    }
    this.#total = prose.reduce((sum, one) => sum + one, 0);
    this.#called = this.#sumsByRule();
    for (const card of cardsIn(blocks)) this.#asides.set(card, aside('related'));
    for (const box of root ? mailBoxesIn(root) : []) this.#asides.set(box, aside('invitation'));
    for (const [i, { element }] of blocks.entries()) {
      const weight = at(prose, i);
      if (weight > 0 && !this.aside(element))
        for (const one of upFrom(element))
          this.#readable.set(one, (this.#readable.get(one) ?? 0) + weight);
    }
  }

  #proseIn(element: PageElement): number {
    return this.#within.get(element) ?? 0;
  }

  /** Why an element, or one around it, is no part of an article. What holds most of a page is the page. */
  aside(element: PageElement): Aside | null {
    const known = this.#asides.get(element);
    if (known !== undefined) return known;
    const above = element.parent ? this.aside(element.parent) : null;
    let own = above ?? ownAside(element);
    if (!above && own && (this.#isText(element, own) || this.#isHead(element, own))) own = null;
    this.#asides.set(element, own);
    return own;
  }

  /** Whether an element that is called something else holds the text all the same: most of the page, or a paragraph. */
  #isText(element: PageElement, { rule }: Aside): boolean {
    if (rule === 'page-comments') return false;
    const prose = this.#proseIn(element);
    // nobody sets running text on buttons to share it: these are words of others, shown as they were posted
    if (prose > this.#total / 2 || (rule === 'page-sharing' && prose >= 80)) return true;
    if ((this.#called.get(rule) ?? 0) > this.#total / 2) return true;
    return element.name === 'p' && prose >= 80 && !/\bdisclaimer\b/.test(namesOf(element));
  }

  /** `right-rail__top` and the like are names of places on the page, and the head of the article stands there. */
  #isHead(element: PageElement, { rule }: Aside): boolean {
    return rule === 'page-beside' && this.#headed.has(element);
  }

  /** Running text by what the outermost element around it that is no part of an article is called. */
  #sumsByRule(): Map<string, number> {
    const own = new Map<PageElement, Aside | null>();
    const sums = new Map<string, number>();
    for (const [i, { element }] of this.#blocks.entries()) {
      const weight = at(this.#prose, i);
      let outermost: Aside | null = null;
      if (weight > 0)
        for (const one of upFrom(element)) {
          const known = own.get(one);
          const isMost = this.#proseIn(one) > this.#total / 2;
          const called = known === undefined && !isMost ? ownAside(one) : (known ?? null);
          own.set(one, called);
          outermost = called ?? outermost;
        }
      if (outermost) sums.set(outermost.rule, (sums.get(outermost.rule) ?? 0) + weight);
    }
    return sums;
  }

  /** Indexes of the blocks of the article: its title, what stands between that and its text, its text. */
  article(title: number): ReadonlySet<number> {
    const main = this.#main(title);
    const held = new Set<number>();
    if (!main) return new Set(this.#blocks.keys());
    let firstHeld = -1;
    let lastHeld = -1;
    for (const [i, { element }] of this.#blocks.entries())
      if (isInside(element, main)) {
        if (firstHeld < 0) firstHeld = i;
        lastHeld = i;
      }
    const from = title >= 0 && title < firstHeld ? title : firstHeld;
    for (let i = from; i <= lastHeld; i++) held.add(i);
    if (title > firstHeld)
      for (let i = firstHeld; i < title; i++) if (at(this.#prose, i) < 200) held.delete(i);
    return held;
  }

  /** The element whose paragraphs are the article's. */
  #main(title: number): PageElement | null {
    const scores = new Map<PageElement, number>();
    const from = this.#begins(title);
    for (const [i, { element, chars }] of this.#blocks.entries()) {
      const weight = at(this.#prose, i);
      if (i < from || weight === 0 || this.aside(element)) continue;
      const points = 1 + Math.min(weight / 100, 4) + (chars.match(/[,，、]/g)?.length ?? 0) / 3;
      const isOwn = /^(?:p|li|blockquote|pre|dd|td)$/.test(element.name);
      let share = 1;
      for (const one of upFrom(isOwn ? (element.parent ?? element) : element)) {
        scores.set(one, (scores.get(one) ?? 0) + points * share);
        share = share === 1 ? 0.5 : share * 0.6;
        if (share < 0.05) break;
      }
    }
    let best: PageElement | null = null;
    for (const [element, score] of scores)
      if (!best || score > (scores.get(best) ?? 0)) best = element;
    return best && this.#widened(best, this.#blocks[title]?.element ?? null);
  }

  /** From which block on the article is looked for: below its title, where much of the page's running text stands. */
  #begins(title: number): number {
    const sum = (from: number) =>
      this.#blocks.reduce(
        (all, { element }, i) => (i < from || this.aside(element) ? all : all + at(this.#prose, i)),
        0,
      );
    return title >= 0 && sum(title) >= sum(0) / 3 ? title : 0;
  }

  /** The element, or one around it that holds more of the same article. */
  #widened(best: PageElement, heading: PageElement | null): PageElement {
    let main = best;
    let below = best;
    for (const one of upFrom(best)) {
      if ((WHOLE.has(one.name) && one.name !== 'main') || this.aside(one)) break;
      const says = isArticle(one);
      const holdsOthers = says && this.#others(one, main) > 0;
      const isSeries = this.#isSeries(one, below) || this.#hasTwins(one, below, best);
      if (this.#belongs(one, main, { says: says || isSeries, holdsOthers, heading })) main = one;
      below = one;
      if (isBody(one) || (one.name === 'article' && !holdsOthers)) break;
    }
    return main;
  }

  /** Whether an element is one text in several parts that are called the same; each of several articles has its title. */
  #isSeries(element: PageElement, part: PageElement): boolean {
    const style = firstClass(part);
    if (element === part || style === '') return false;
    const parts = element.children.filter(
      (one): one is PageElement =>
        one.type === 'element' && one.name === part.name && firstClass(one) === style,
    );
    const sum = (of: readonly PageElement[]) =>
      of.reduce((all, one) => all + (this.#readable.get(one) ?? 0), 0);
    return (
      parts.length > 1 &&
      !parts.some((one) => one !== part && this.#hasTitle(one)) &&
      sum(parts) >= 0.8 * sum([element])
    );
  }

  /**
   * Whether an element holds the article in boxes that are called just as `body` is, each in a part of its own between
   * pictures and pointers; each of several articles has its title.
   */
  #hasTwins(element: PageElement, part: PageElement, body: PageElement): boolean {
    const names = body.get('class') ?? '';
    if (element === part || names === '') return false;
    const holdsTwin = (one: PageElement): boolean =>
      (this.#readable.get(one) ?? 0) > 0 &&
      ((one.name === body.name && one.get('class') === names) ||
        one.children.some((child) => child.type === 'element' && holdsTwin(child)));
    const parts = element.children.filter(
      (one): one is PageElement => one.type === 'element' && one !== part && holdsTwin(one),
    );
    const sum = (of: readonly PageElement[]) =>
      of.reduce((all, one) => all + (this.#readable.get(one) ?? 0), 0);
    return (
      parts.length > 0 &&
      !parts.some((one) => this.#hasTitle(one)) &&
      sum([part, ...parts]) >= 0.8 * sum([element])
    );
  }

  /** Whether a heading stands above the running text in an element; one amid that is a subheading. */
  #hasTitle(element: PageElement): boolean {
    const opens = (one: PageElement): 'heading' | 'text' | null => {
      if (/^h[12]$/.test(one.name)) return 'heading';
      if (this.#running.has(one)) return 'text';
      for (const child of one.children) {
        const found = child.type === 'element' ? opens(child) : null;
        if (found) return found;
      }
      return null;
    };
    return opens(element) === 'heading' || hasHeadline(element);
  }

  /** Whether what an element holds more than another one is of the article: little of it, or all where it says so. */
  #belongs(
    element: PageElement,
    main: PageElement,
    about: { says: boolean; holdsOthers: boolean; heading: PageElement | null },
  ): boolean {
    const { says, holdsOthers, heading } = about;
    const own = this.#readable.get(main) ?? 0;
    const gained = (this.#readable.get(element) ?? 0) - own;
    if (gained > 0)
      return !holdsOthers && (says || gained < 0.5 * own) && this.#isOneText(element, main);
    return says || (heading !== null && isInside(heading, element) && !isInside(heading, main));
  }

  /** Articles in an element that do not hold the one that is meant. */
  #others(element: PageElement, main: PageElement): number {
    let count = 0;
    for (const child of element.children)
      if (child.type === 'element' && !isInside(main, child)) {
        if (child.name === 'article' && (this.#readable.get(child) ?? 0) > 0) count++;
        else count += this.#others(child, main);
      }
    return count;
  }

  /** Whether what an element holds more than another one reads as its text: paragraphs, not pieces of many. */
  #isOneText(element: PageElement, main: PageElement): boolean {
    let long = 0;
    let short = 0;
    for (const [i, block] of this.#blocks.entries()) {
      const { element: own } = block;
      if (!isInside(own, element) || isInside(own, main) || this.aside(own)) continue;
      if (
        [...upFrom(own)].some(
          (one) =>
            one.name === 'article' &&
            isInside(one, element) &&
            one !== element &&
            !isInside(main, one),
        )
      )
        return false;
      if (at(this.#prose, i) >= 80) long++;
      else if (block.linked > 0.5 * block.length && block.length > 25) short++;
    }
    return short <= Math.max(1, long);
  }
}

function aroundHeadline(
  blocks: readonly FlowBlock[],
  titles: readonly string[],
): ReadonlySet<PageElement> {
  const stated = new Set(titles.map(lettersOf));
  const heads = blocks.filter(
    ({ element, chars }) => headingLevel(element) === 1 && stated.has(lettersOf(chars)),
  );
  return new Set(heads.flatMap(({ element }) => [...upFrom(element)]));
}

/** The name of what an element is; those after it tell one from another. */
const firstClass = (element: PageElement): string =>
  (element.get('class') ?? '').trim().split(/\s+/)[0] ?? '';

const isBody = (element: PageElement): boolean =>
  /\barticle ?body\b/i.test(element.get('itemprop') ?? '');
const isArticle = (element: PageElement): boolean =>
  element.name === 'article' || element.get('role') === 'article' || isBody(element);

function isInside(element: PageElement, outer: PageElement): boolean {
  for (const one of upFrom(element)) if (one === outer) return true;
  return false;
}
