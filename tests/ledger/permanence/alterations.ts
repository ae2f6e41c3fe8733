/** Alterations of a built page, generated: of every text, every link and what hides or describes them, written into the page's own bytes. */
import { fromHtml } from 'hast-util-from-html';
import type { Element, Nodes, Text } from 'hast';
import { visitParents } from 'unist-util-visit-parents';

export interface Alteration {
  /** In words, for the list of those not caught. */
  what: string;
  html: string;
}

/** Numbers from 0 to 1, the same for the same seed. */
export function random(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32;
  };
}

interface Piece {
  start: number;
  end: number;
  raw: string;
}

interface Page {
  html: string;
  texts: (Piece & { parent: Piece })[];
  links: (Piece & { href: string })[];
  metas: (Piece & { content: string })[];
}

const pieceOf = (html: string, node: Nodes): Piece | null => {
  const start = node.position?.start.offset;
  const end = node.position?.end.offset;
  return start === undefined || end === undefined
    ? null
    : { start, end, raw: html.slice(start, end) };
};

/** Texts within the body that a reader sees, links with their tags, and descriptions. */
export function readAlterable(html: string): Page {
  const page: Page = { html, texts: [], links: [], metas: [] };
  visitParents(fromHtml(html), (node, ancestors) => {
    const tags = ancestors.map((one) => (one.type === 'element' ? one.tagName : ''));
    const parent = ancestors.at(-1);
    if (node.type === 'text') addText(page, node, parent, tags);
    if (node.type === 'element') addElement(page, node);
  });
  return page;
}

function addText(page: Page, node: Text, parent: Nodes | undefined, tags: string[]): void {
  if (!tags.includes('body') || tags.some((tag) => /^(?:script|style|svg|title)$/.test(tag)))
    return;
  const own = pieceOf(page.html, node);
  const outer = parent && pieceOf(page.html, parent);
  if (own && outer && /[\p{L}\p{N}]/u.test(node.value)) page.texts.push({ ...own, parent: outer });
}

function addElement(page: Page, node: Element): void {
  const own = pieceOf(page.html, node);
  if (!own) return;
  const { href, content, name } = node.properties;
  if (node.tagName === 'a' && typeof href === 'string') page.links.push({ ...own, href });
  if (node.tagName === 'meta' && name === 'description' && typeof content === 'string')
    page.metas.push({ ...own, content });
}

const splice = (html: string, { start, end }: Piece, by: string) =>
  html.slice(0, start) + by + html.slice(end);

const HIDDEN: readonly ((raw: string, false_: string) => string)[] = [
  (raw, other) => `<span hidden>${raw}</span>${other}`,
  (raw, other) => `<span aria-hidden="true" class="away">${raw}</span>${other}`,
  (raw, other) => `<span style="display:none">${raw}</span>${other}`,
  (raw, other) => `<template>${raw}</template>${other}`,
  (raw, other) => `<span title="${other}" style="font-size:0">${raw}</span>`,
  (raw, other) => `<details>${raw}<summary>${other}</summary></details>`,
  (raw, other) => `<!--${raw.replaceAll('--', '')}-->${other}`,
  (raw) => `<span hidden>${raw}</span>`,
];

/** Another letter or digit at a place of a text, never within a character reference. */
function otherWord(raw: string, number: () => number): string | null {
  const places = [...raw.matchAll(/&[#\w]+;|[a-zA-Z0-9]/g)].filter(([found]) => found.length === 1);
  const place = places[Math.floor(number() * places.length)];
  if (!place) return null;
  const [one, two] = /\d/.test(place[0]) ? ['7', '4'] : ['x', 'o'];
  const other = place[0] === one ? two : one;
  return raw.slice(0, place.index) + other + raw.slice(place.index + 1);
}

type Make = (
  page: Page,
  pick: <T>(list: readonly T[]) => T | undefined,
  number: () => number,
  targets: readonly string[],
) => Alteration | null;

const KINDS: readonly Make[] = [
  ({ html, texts }, pick, number) => {
    const text = pick(texts);
    const other = text && otherWord(text.raw, number);
    return other ? { what: `another letter: “${other}”`, html: splice(html, text, other) } : null;
  },
  ({ html, texts }, pick) => {
    const [one, other] = [pick(texts), pick(texts)];
    if (!one || !other || one.end > other.start || one.raw.trim() === other.raw.trim()) return null;
    const swapped = splice(splice(html, other, one.raw), one, other.raw);
    return { what: `swapped: “${one.raw}” and “${other.raw}”`, html: swapped };
  },
  ({ html, texts }, pick) => {
    const text = pick(texts);
    if (!text) return null;
    const at = { ...text.parent, start: text.parent.end };
    return {
      what: `added after “${text.raw}”`,
      html: splice(html, at, '<p>Nobody was asked.</p>'),
    };
  },
  ({ html, texts }, pick) => {
    const text = pick(texts);
    const hide = pick(HIDDEN);
    if (!text || !hide) return null;
    const by = hide(text.raw, 'Others disagreed.');
    return { what: `hidden: ${by}`, html: splice(html, text, by) };
  },
  ({ html, texts }, pick) => {
    const text = pick(texts);
    return text ? { what: `taken out: “${text.raw}”`, html: splice(html, text, '') } : null;
  },
  ({ html, texts }, pick) => {
    const text = pick(texts);
    if (!text) return null;
    // In the place of the text itself: an attribute may hold the same words.
    const { start, raw } = text.parent;
    const own = { ...text, start: text.start - start, end: text.end - start };
    const bare = splice(raw, own, 'Nobody').replace(/^(<\w+)[^>]*?(?=>)/, '$1');
    return { what: `without attributes: ${bare}`, html: splice(html, text.parent, bare) };
  },
  ({ html, links }, pick, _, targets) => {
    const link = pick(links);
    const to = pick(targets);
    if (!link || !to || to === link.href) return null;
    const by = link.raw.replace(/\bhref="[^"]*"/, `href="${to}"`);
    return { what: `led elsewhere: ${by}`, html: splice(html, link, by) };
  },
  ({ html, links }, pick) => {
    const link = pick(links);
    if (!link) return null;
    const by = link.raw.replace(/^<a\b[^>]*>|<\/a>$/g, '');
    return { what: `link taken off: ${by}`, html: splice(html, link, by) };
  },
  ({ html, links }, pick, _, targets) => {
    const link = pick(links);
    const to = pick(targets);
    if (!link || !to) return null;
    const at = { ...link, start: link.end };
    return {
      what: `another link after ${link.raw}`,
      html: splice(html, at, `<a href="${to}"></a>`),
    };
  },
  ({ html, metas }, pick) => {
    const meta = pick(metas);
    if (!meta) return null;
    const by = meta.raw.replace(/content="[^"]*"/, 'content="Nobody said so."');
    return { what: `description: ${by}`, html: splice(html, meta, by) };
  },
];

/** An alteration of one page, of a kind that the page allows. `targets` are addresses that lead somewhere on the site. */
export function alteration(
  html: string,
  number: () => number,
  targets: readonly string[],
): Alteration {
  const page = readAlterable(html);
  const pick = <T>(list: readonly T[]): T | undefined => list[Math.floor(number() * list.length)];
  for (let tries = 0; tries < 200; tries++) {
    const made = pick(KINDS)?.(page, pick, number, targets);
    if (made && made.html !== html) return made;
  }
  throw new Error('nothing on the page can be altered');
}
