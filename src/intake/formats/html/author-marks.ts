/** How a page marks the names of those who wrote an article: names of classes, `rel`, properties. */
import { first, last } from '../../../text/certain.ts';
import { upFrom } from './around.ts';
import { textIn, type FlowBlock } from './flow.ts';
import type { PageElement } from './nodes.ts';

/** The words of names of an element: `post-authorName` is `post author name`. */
export const words = (element: PageElement): string =>
  ` ${element.get('class') ?? ''} ${element.get('itemprop') ?? ''} ${element.get('rel') ?? ''} ${element.get('data-testid') ?? ''} `
    .replace(/([a-z])([A-Z])/g, '$1 $2')
    .replace(/[^A-Za-z]+/g, ' ')
    .toLowerCase();

export const BYLINE =
  /\b(?:by ?lines?|authors?|writers?|contributors?|reporter|journalist|vcard|(?:reader|story|article) credits|autor\w{0,8}|auteurs?|autrice|verfasser\w{0,5}|forfatter\w{0,3}|författare)\b/;
const NAME =
  /\b(?:author name|byline name|author link|byline author|author|authors|writer|fn|contributor|reporter|autor|autora|autorin|auteur|autrice|verfasser)\b/;

/** The element of a block and those around it that hold little else. */
export function near({ element, length }: FlowBlock): PageElement[] {
  const found: PageElement[] = [];
  for (const one of upFrom(element)) {
    if (/^(?:article|main|body|html)$/.test(one.name) || found.length > 4) break;
    if (one !== element && textIn(one, length + 400).length > length + 200) break;
    found.push(one);
  }
  return found;
}

const isAuthor = (element: PageElement) =>
  /\bauthor\b/i.test(element.get('rel') ?? '') || /\bauthor\b/i.test(element.get('itemprop') ?? '');

/** Parts of a by-line that stand around the name: `meta-prep-author` holds `Posted by`. */
const NO_NAME = /\b(?:prep|prefix|label|sep|separator|icon|avatar|image|role|title)\b/;
export const isName = (element: PageElement) =>
  isAuthor(element) ||
  (NAME.test(words(element)) && !NO_NAME.test(words(element)) && textIn(element).length <= 60);

/** The outermost elements around or within a block that are meant and hold words of it. */
export function marked(
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

/** Where sites keep the pages of those who write for them. */
const AUTHORS_PAGE =
  /\/(?:authors?|aut(?:or|ors|oren|eur|eurs|ore|ori|ores)|staff|contributors?|writers?|reporters?|journalists?|redaktion|redaction|redaccion)\/(?:[\w-]+\/)?([^/?#]+)\/?(?:[?#].*)?$/i;

/** A link to the page of who is named in it: the name stands in its address. */
function isAuthorsLink(element: PageElement): boolean {
  if (element.name !== 'a') return false;
  const slug = AUTHORS_PAGE.exec(element.get('href') ?? '')?.[1];
  if (slug === undefined) return false;
  const letters = plain(textIn(element, LONGEST_LINK));
  // `Löw` is `loew` there, or `low`
  const isThere = (word: string) => plain(slug).some((one) => one.slice(0, 2) === word.slice(0, 2));
  return letters.length > 0 && letters.every(isThere);
}
const LONGEST_LINK = 60;

/** Words in small letters without marks on them. */
const plain = (words: string): string[] =>
  words
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .match(/[\p{L}\p{N}]+/gu) ?? [];

/** Words around a linked name that only lead up to it: `by`, `Posted by`, `von … am`. */
const LEADS = /^[^\p{L}]*(?:\p{L}\p{Ll}{0,14}[^\p{L}]+){0,2}$/u;

/** The names in an element that is an author's: those of links in it, where nothing but a word or two stands around. */
export function namesWithin(element: PageElement): string[] {
  const whole = textIn(element);
  const inner = innerNames(element)
    .map((one) => textIn(one))
    .filter(Boolean);
  const rest = inner.reduce((words, name) => words.replace(name, ' '), `${whole} `);
  const names = inner.length > 0 && LEADS.test(rest) ? inner : [whole];
  return names.map((name) => name.trim()).filter(Boolean);
}

const IS_NAME = /\b(?:fn|author name|byline name)\b/;

/** The innermost elements that are marked as a name or link to who bears it. */
export function innerNames(element: PageElement): PageElement[] {
  if (/^(?:form|label|button)$/.test(element.name)) return [];
  const below = element.children.flatMap((child) =>
    child.type === 'element' ? innerNames(child) : [],
  );
  if (below.length > 0) return below;
  const isOne = isAuthor(element) || isAuthorsLink(element) || IS_NAME.test(words(element));
  return isOne ? [element] : [];
}
