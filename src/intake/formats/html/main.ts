/**
 * Which blocks of a page are the article, and why the others are not. Reader modes do the same; this one keeps what
 * it leaves out. Elements that say what they are (`nav`, `aside`, a form) and names of classes come first, then how
 * much running text stands where: paragraphs count for the elements around them, and less the farther these are.
 */
import { at } from '../../../text/certain.ts';
import { headingLevel, isLargeLine, upFrom } from './around.ts';
import type { FlowBlock } from './flow.ts';
import { furnitureIn, mailBoxesIn, openingOf } from './furniture.ts';
import type { PageElement } from './tree.ts';

/** Why a block is no part of the article. */
export interface Aside {
  rule: string;
  why: string;
}

const ASIDES = {
  navigation: 'navigation of the page',
  masthead: 'the head of the page',
  footer: 'the foot of the page',
  beside: 'set beside the article by the page',
  controls: 'a form or button of the page',
  comments: 'comments of readers',
  related: 'a pointer to other pages',
  sharing: 'buttons for sharing the page',
  advertisement: 'an advertisement',
  invitation: 'an invitation to subscribe, join or give',
  times: 'the time of an entry',
  consent: 'a notice about cookies',
  author: 'about the author',
  links: 'links to other pages',
  outside: 'outside the article on the page',
  repeated: 'words of the article, set out once more',
} as const;

const aside = (rule: keyof typeof ASIDES): Aside => ({ rule: `page-${rule}`, why: ASIDES[rule] });

/** Words of names of classes, by what they name. A name counts as its words: `article-relatedLinks` is three. */
const NAMED: readonly [rule: keyof typeof ASIDES, names: RegExp][] = [
  [
    'comments',
    /\b(?:comments?|disqus|respond|replies|livefyre|coral|spot im|viafoura|commentary list|discussion)\b/,
  ],
  ['consent', /\b(?:cookies?|consent|gdpr|onetrust|cmp|truste|privacy banner)\b/],
  [
    'invitation',
    /\b(?:newsletters?|subscribe|subscription|subscriptions|signup|sign up|paywall|regwall|piano|membership|donate|donation|register wall|mailing list|mc wp|mailchimp|mc embed|opt in|optin|email capture|cta|call to action|support us)\b/,
  ],
  [
    'advertisement',
    /\b(?:ads?|advert|adverts|advertisement|advertising|advertorial|sponsor|sponsored|sponsorship|promo|promos|promotion|promoted|dfp|gpt|adsense|adslot|adunit|banner ad|taboola|outbrain|commercial|affiliate)\b/,
  ],
  [
    'related',
    /\b(?:related|recommended|recommendations?|recirc|recirculation|read more|readmore|more (?:stories|news|articles|from|on|like)|see also|also read|read next|up next|most (?:read|popular|viewed|shared)|mostread|popular|trending|latest (?:news|stories|posts|articles)|teasers?|further reading|you may|next article|prev article|post navigation|nav links|jp relatedposts|zergnet|onward|inline (?:link|related)|link list|story package|in this series)\b/,
  ],
  [
    'sharing',
    /\b(?:share|shares|sharing|sharebar|sharethis|addthis|addtoany|social|socials|follow us|sharedaddy|article tools|story tools|toolbar|tools|print (?:button|link|friendly)|bookmark)\b/,
  ],
  [
    'navigation',
    /\b(?:nav|navbar|navigation|menu|menus|submenu|megamenu|breadcrumbs?|pagination|pager|skip link|skip to|skip links|hamburger|site header|site search|searchform|search form|tag list|taglist|tags links|post tags|article tags|tags|topics list|story topics|post (?:terms|categories)|cat links|posted in|language switcher|masthead|topbar)\b/,
  ],
  [
    'author',
    /\b(?:author (?:bio|box|info|card|about|profile|description)|about (?:the )?author|bio|biography|contributor bio|authorbox)\b/,
  ],
  [
    'footer',
    /\b(?:site footer|page footer|footer|colophon|disclaimer|copyright|site info|legal)\b/,
  ],
  [
    'beside',
    /\b(?:sidebar|side bar|rail|right rail|left rail|aside|widgets|widget (?:area|title|archive|archives|recent|categories|category|tag|search|meta|nav|pages|rss|calendar)|infobox|fact ?box|pull ?quote|pullquote|modal|popup|pop up|overlay|lightbox|tooltip|toast|carousel|slideshow|gallery nav|hatnote|toc|table of contents|mw editsection|navbox|noprint|reflist|catlinks|player controls|video player|weather|ticker|stock)\b/,
  ],
];

const ROLES: Record<string, keyof typeof ASIDES> = {
  navigation: 'navigation',
  menu: 'navigation',
  menubar: 'navigation',
  toolbar: 'controls',
  tablist: 'navigation',
  banner: 'masthead',
  contentinfo: 'footer',
  complementary: 'beside',
  search: 'controls',
  form: 'controls',
  dialog: 'consent',
  alertdialog: 'consent',
  button: 'controls',
};

const ELEMENTS: Record<string, keyof typeof ASIDES> = {
  nav: 'navigation',
  aside: 'beside',
  form: 'controls',
  button: 'controls',
  select: 'controls',
  textarea: 'controls',
  label: 'controls',
  search: 'controls',
  dialog: 'consent',
  menu: 'navigation',
  svg: 'beside',
  'amp-sidebar': 'navigation',
  'amp-ad': 'advertisement',
  'amp-embed': 'advertisement',
  'amp-list': 'related',
  'amp-consent': 'consent',
};

/** Names of elements that hold the whole page say nothing of a part of it. */
const WHOLE = new Set(['html', 'body', 'main', '#document']);

/** What a page says of its own article in names of classes is no name of a part: `tag-cookies`, `comments-open`. */
const OF_POST = /(?:^|\s)(?:category|tag|topic|term|tax|cat)-\S+/g;
const IS_POST = /(?:^|\s)(?:hentry|type-[\w-]+|post-\d+|postid-\d+|node--[\w-]+)(?=\s|$)/;
const OF_STATE =
  /\b(?:has|with|no|without|not|hide|show|allow|enable) [a-z]+\b|\b[a-z]+ (?:open|closed|enabled|disabled|off)\b/g;

/** The words of an element's class and id: `articleBody--main` is `article body main`. */
function namesOf(element: PageElement): string {
  const classes = element.get('class') ?? '';
  const own = IS_POST.test(classes) ? classes.replace(OF_POST, '') : classes;
  const parts = ['id', 'data-component', 'data-testid'].map((name) => element.get(name) ?? '');
  return `${own} ${parts.join(' ')}`
    .replace(/([a-z])([A-Z])/g, '$1 $2')
    .replace(/[^A-Za-z]+/g, ' ')
    .toLowerCase()
    .replace(OF_STATE, ' ');
}

/** `with-sidebar`, `no-comments`, `sidebar-left-layout` are names of what has them or not. */
const OF_LAYOUT =
  /\b(?:has|with|no|without|not|hide|show|layout|grid|col|cols|column|columns|wrapper|wrap|container|open|closed|enabled|disabled|content|body|page|article body|story body|entry)\b/;

const isAdvertisement = (element: PageElement): boolean =>
  element.get('data-ad') !== null || element.get('data-ad-slot') !== null;

/** Whether an element says by itself that it is no part of an article. */
function ownAside(element: PageElement): Aside | null {
  if (WHOLE.has(element.name)) return null;
  const role = element.get('role')?.trim().toLowerCase();
  if (role && Object.hasOwn(ROLES, role)) return aside(ROLES[role] ?? 'beside');
  const byElement = Object.hasOwn(ELEMENTS, element.name) ? ELEMENTS[element.name] : undefined;
  if (byElement && byElement !== 'beside') return aside(byElement);
  if (element.name === 'footer' && !isWithin(element, /^(?:article|blockquote|figure|main)$/))
    return aside('footer');
  if (element.name === 'header' && !isWithin(element, /^(?:article|main|section)$/))
    return aside('masthead');
  if (isAdvertisement(element)) return aside('advertisement');
  return asideByName(element, byElement);
}

/** What its names say of an element; `byElement`: what its kind does. */
function asideByName(
  element: PageElement,
  byElement: keyof typeof ASIDES | undefined,
): Aside | null {
  const names = namesOf(element);
  if (/\b(?:entry|post) (?:footer|utility)\b/.test(names)) return aside('footer');
  const named = NAMED.find(([, pattern]) => pattern.test(names));
  if (byElement) return aside(named?.[0] ?? byElement);
  if (!named) return null;
  return OF_LAYOUT.test(names) && !/^(?:comments|related|consent|sharing)$/.test(named[0])
    ? null
    : aside(named[0]);
}

function isWithin(element: PageElement, names: RegExp): boolean {
  for (let one = element.parent; one; one = one.parent) if (names.test(one.name)) return true;
  return false;
}

const SENTENCE = /[.!?…。！？।؟:;,]["”’»)\]]*$/;

/** How much running text a block is. */
function proseOf({ chars, length, linked, element }: FlowBlock): number {
  if (
    /^h[1-6]$/.test(element.name) ||
    /^(?:figcaption|caption|th|dt|button|label)$/.test(element.name)
  )
    return 0;
  const own = length - linked;
  if (own < 20 || own < 0.5 * length) return 0;
  if (length < 80 && !SENTENCE.test(chars.trimEnd())) return 0;
  return own;
}

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
  closeLists(blocks, asides, title);
  closeBoxes(blocks, asides, title);
  repeats(blocks, asides, title);
  return { asides, title };
}

class Page {
  readonly #blocks: readonly FlowBlock[];
  readonly #prose: readonly number[];
  /** Running text in an element, all of it. */
  readonly #within = new Map<PageElement, number>();
  readonly #asides = new Map<PageElement, Aside | null>();
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
    if (prose > this.#total / 2) return true;
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
    for (const [i, { element, chars }] of this.#blocks.entries()) {
      const weight = at(this.#prose, i);
      if (weight === 0 || this.aside(element)) continue;
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

  /** The element, or one around it that holds more of the same article. */
  #widened(best: PageElement, heading: PageElement | null): PageElement {
    let main = best;
    let below = best;
    for (const one of upFrom(best)) {
      if ((WHOLE.has(one.name) && one.name !== 'main') || this.aside(one)) break;
      const says = isArticle(one);
      const holdsOthers = says && this.#others(one, main) > 0;
      const isSeries = this.#isSeries(one, below);
      if (this.#belongs(one, main, { says: says || isSeries, holdsOthers, heading })) main = one;
      below = one;
      if (isBody(one) || (one.name === 'article' && !holdsOthers)) break;
    }
    return main;
  }

  /** Whether an element is one text in several parts that are called the same; each of several articles has its title. */
  #isSeries(element: PageElement, part: PageElement): boolean {
    const style = part.get('class');
    if (element === part || style === null) return false;
    const parts = element.children.filter(
      (one): one is PageElement =>
        one.type === 'element' && one.name === part.name && one.get('class') === style,
    );
    const sum = (of: readonly PageElement[]) =>
      of.reduce((all, one) => all + (this.#readable.get(one) ?? 0), 0);
    return (
      parts.length > 1 &&
      !parts.some((one) => one !== part && hasHeadline(one)) &&
      sum(parts) >= 0.8 * sum([element])
    );
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
        if (child.name === 'article' && this.#proseIn(child) > 0) count++;
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

const hasHeadline = (element: PageElement): boolean =>
  element.children.some(
    (one) => one.type === 'element' && (/^h[12]$/.test(one.name) || hasHeadline(one)),
  );
const isBody = (element: PageElement): boolean =>
  /\barticle ?body\b/i.test(element.get('itemprop') ?? '');
const isArticle = (element: PageElement): boolean =>
  element.name === 'article' || element.get('role') === 'article' || isBody(element);

function isInside(element: PageElement, outer: PageElement): boolean {
  for (const one of upFrom(element)) if (one === outer) return true;
  return false;
}

export const lettersOf = (words: string): string =>
  words
    .toLowerCase()
    .normalize('NFKC')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();

/** The block that prints the title: a heading with its words, else the first heading of the first level. */
function titleBlock(blocks: readonly FlowBlock[], titles: readonly string[], page: Page): number {
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
  return lastLarge(blocks, page);
}

const FEWEST_LETTERS = 20;

/** Of a page without headings the last large line above its text: above that stands the name of the paper. */
function lastLarge(blocks: readonly FlowBlock[], page: Page): number {
  const text = blocks.findIndex((block) => proseOf(block) >= 80 && !page.aside(block.element));
  return blocks.findLastIndex(
    ({ element, length }, i) =>
      i < text && isLargeLine(element) && length >= FEWEST_LETTERS && !page.aside(element),
  );
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

/** Of a card the heading that leads to another page, with a line or two and a time below it. */
const MOST_IN_CARD = 6;
const LONGEST_CARD = 500;

/** Elements that each tell of another page, where several stand side by side. */
function cardsIn(blocks: readonly FlowBlock[]): PageElement[] {
  const lengths = new Map<PageElement, { blocks: number; length: number; heads: number }>();
  const heads = blocks.filter(
    ({ element, linked, length }) => linked > 0.8 * length && headingLevel(element) > 1,
  );
  if (heads.length < 2) return [];
  const isHead = new Set(heads);
  for (const block of blocks)
    for (const one of upFrom(block.element)) {
      const sum = lengths.get(one) ?? { blocks: 0, length: 0, heads: 0 };
      lengths.set(one, {
        blocks: sum.blocks + 1,
        length: sum.length + block.length,
        heads: sum.heads + (isHead.has(block) ? 1 : 0),
      });
    }
  const byParent = new Map<PageElement, Set<PageElement>>();
  for (const { element } of heads) {
    let card = element;
    for (const one of upFrom(element)) {
      const sum = lengths.get(one);
      if (!sum || sum.heads > 1 || sum.blocks > MOST_IN_CARD || sum.length > LONGEST_CARD) break;
      card = one;
    }
    const holder = card.parent;
    if (card === element || !holder) continue;
    const cards = byParent.get(holder) ?? new Set();
    byParent.set(holder, cards.add(card));
  }
  return [...byParent.values()].flatMap((cards) => (cards.size > 1 ? [...cards] : []));
}

/** What is left in a box of which nearly all is no part of the article, such as its heading. */
function closeBoxes(blocks: readonly FlowBlock[], asides: (Aside | null)[], title: number): void {
  const sums = new Map<PageElement, { out: Aside[]; kept: number; text: number; title: boolean }>();
  for (const [i, { element, length, chars }] of blocks.entries())
    for (const one of upFrom(element)) {
      const sum = sums.get(one) ?? { out: [], kept: 0, text: 0, title: false };
      sums.set(one, sum);
      const why = asides[i];
      if (why && why.rule !== 'page-outside') sum.out.push(why);
      else if (!why && (length > 80 || SENTENCE.test(chars.trimEnd()))) sum.text++;
      else if (!why) sum.kept++;
      sum.title ||= i === title;
    }
  for (const [i, { element }] of blocks.entries()) {
    if (asides[i]) continue;
    for (const one of upFrom(element)) {
      const sum = sums.get(one);
      if (!sum || sum.title || sum.text > 0 || sum.kept > 2) break;
      const [why] = sum.out;
      if (why && sum.out.length >= 2) {
        asides.splice(i, 1, why);
        break;
      }
    }
  }
}

/** Lists of links, and headings under which nothing of the article is left. */
function closeLists(blocks: readonly FlowBlock[], asides: (Aside | null)[], title: number): void {
  const isLinks = ({ linked, length, element }: FlowBlock) =>
    linked > 0.7 * length && length > 12 && !/^(?:p|h1)$/.test(element.name);
  for (const [i, block] of blocks.entries()) {
    if (asides[i] || i === title || !isLinks(block)) continue;
    const near = [i - 1, i + 1].some((k) => {
      const other = blocks[k];
      return (
        other !== undefined && k !== title && (isLinks(other) || asides[k]?.rule === 'page-links')
      );
    });
    if (near) asides.splice(i, 1, aside('links'));
  }
  let following: Aside | null = aside('outside');
  for (let i = blocks.length - 1; i >= 0; i--) {
    const isHeading = headingLevel(at(blocks, i).element) > 0;
    if (!asides[i] && i !== title && isHeading && following) asides.splice(i, 1, following);
    following = asides[i] ?? null;
  }
}

/** So many are looked for: the work grows with their number and that of the paragraphs. */
const MOST_SET_OUT = 100;

/** A quotation that is set out beside the text and stands in it as well. */
function repeats(blocks: readonly FlowBlock[], asides: (Aside | null)[], title: number): void {
  let left = MOST_SET_OUT;
  const texts = blocks.map(({ chars }, i) => (asides[i] || i === title ? '' : lettersOf(chars)));
  for (const [i, { element }] of blocks.entries()) {
    const words = at(texts, i);
    if (words.length < 20 || words.length > 500) continue;
    const isSetOut = [...upFrom(element)].some(
      (one) =>
        /^(?:blockquote|aside|figure|q)$/.test(one.name) || /\bquote\b|\bpull\b/.test(namesOf(one)),
    );
    if (
      isSetOut &&
      left-- > 0 &&
      texts.some(
        (other, k) => k !== i && other.length > words.length && ` ${other} `.includes(` ${words} `),
      )
    )
      asides.splice(i, 1, aside('repeated'));
  }
}
