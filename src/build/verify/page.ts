/** What a page of the site says of itself, as far as it can be held against the data. */
import type { Element, Nodes } from 'hast';
import { rehype } from 'rehype';
import { imagesOf, LINKS, NO_TARGETS, refreshed } from './leads.ts';

/**
 * Elements that show a fact carry its name as an attribute, with the id of what it is a fact of:
 * `data-speaker="r8tsc2"` stands on the name of that claim's speaker. Captures are `<article>/<version>`.
 */
const MARKS = {
  dataWords: 'words',
  dataBegins: 'begins',
  dataSpeaker: 'speaker',
  dataMention: 'mention',
  dataCue: 'cue',
  dataAt: 'at',
  dataReads: 'reads',
  dataHash: 'hash',
  dataBytes: 'bytes',
  dataCharacters: 'characters',
  dataCheck: 'check',
  dataStatus: 'status',
} as const;
type MarkName = (typeof MARKS)[keyof typeof MARKS];

/** An element that shows a fact of something. */
export interface Mark {
  name: MarkName;
  of: string;
  text: string;
}

export interface PageFacts {
  ids: Set<string>;
  links: string[];
  canonical: string | null;
  marks: Mark[];
  /** The article's text, block by block, as the page shows it. */
  blocks: string[];
  /** The words marked as a claim within the blocks, its pieces joined. */
  pieces: Map<string, string>;
  /** A source shown as captured; where two are compared, `first` has the struck words and `second` the added ones. */
  sources: { of: string; first: string; second: string }[];
  /** Structured data for search engines. */
  ld: string[];
  heading: string;
  text: string;
}

const parser = rehype();

/** Reads a page's HTML; never fails, as browsers do not. */
export function readPage(html: string): PageFacts {
  const facts: PageFacts = {
    ids: new Set(),
    links: [],
    canonical: null,
    marks: [],
    blocks: [],
    pieces: new Map(),
    sources: [],
    ld: [],
    heading: '',
    text: '',
  };
  const text: string[] = [];
  const canonicals: string[] = [];
  const headings: string[] = [];
  const visit = (node: Nodes, inBlock: boolean): void => {
    let within = inBlock;
    if (node.type === 'text') text.push(node.value);
    if (node.type === 'element') {
      const { tagName, properties } = node;
      if (BLOCKS.has(tagName)) text.push(' ');
      facts.links.push(...linksOf(node));
      if (OUTSIDE_THE_TEXT.has(tagName)) {
        if (properties.type === 'application/ld+json') facts.ld.push(textOf(node));
        return;
      }
      for (const id of idsOf(node)) facts.ids.add(id);
      if (isCanonical(node)) canonicals.push(String(properties.href));
      if (tagName === 'h1') headings.push(textOf(node));
      if (properties.dataBlock !== undefined) {
        within = true;
        facts.blocks.push(textOf(node));
      }
      facts.marks.push(...marksOf(node));
      if (within && properties.dataClaim !== undefined) {
        const id = String(properties.dataClaim);
        facts.pieces.set(id, (facts.pieces.get(id) ?? '') + textOf(node));
      }
      if (properties.dataSource !== undefined) facts.sources.push(sourceOf(node));
    }
    if ('children' in node) for (const child of node.children) visit(child, within);
  };
  visit(parser.parse(html), false);
  return {
    ...facts,
    canonical: canonicals[0] ?? null,
    heading: headings.find((heading) => heading !== '') ?? '',
    text: text.join(''),
  };
}

/** Elements whose content is no text of the page. */
const OUTSIDE_THE_TEXT = new Set(['script', 'style', 'template']);

const BLOCKS = new Set([
  'p',
  'div',
  'li',
  'br',
  'dd',
  'dt',
  'h1',
  'h2',
  'h3',
  'section',
  'blockquote',
  'td',
  'tr',
  'summary',
]);

/** The fragments by which the element can be reached. */
function idsOf({ tagName, properties: { id, name } }: Element): string[] {
  const ids = tagName === 'a' ? [id, name] : [id];
  return ids.filter((one) => one !== undefined).map(String);
}

const MARK_KEYS = Object.keys(MARKS) as (keyof typeof MARKS)[];

/** The facts that the element shows. */
const marksOf = (node: Element): Mark[] =>
  MARK_KEYS.filter((key) => node.properties[key] !== undefined).map((key) => ({
    name: MARKS[key],
    of: String(node.properties[key]),
    text: textOf(node),
  }));

const sourceOf = (node: Element): PageFacts['sources'][number] => ({
  of: String(node.properties.dataSource),
  first: textOf(node, 'ins'),
  second: textOf(node, 'del'),
});

const relOf = ({ properties }: Element): string[] =>
  ([] as unknown[]).concat(properties.rel ?? []).map(String);

const isCanonical = (node: Element): boolean =>
  node.tagName === 'link' &&
  relOf(node).includes('canonical') &&
  (node.properties.href ?? null) !== null;

/** Where the element leads or what it loads. */
function linksOf(node: Element): string[] {
  const { tagName, properties } = node;
  if (tagName === 'link' && relOf(node).some((rel) => NO_TARGETS.includes(rel))) return [];
  if (tagName === 'meta') {
    if (String(properties.httpEquiv ?? '').toLowerCase() !== 'refresh') return [];
    const target = refreshed(String(properties.content));
    return target === null ? [] : [target];
  }
  return (LINKS[tagName] ?? []).flatMap((key) => {
    const value = properties[key];
    if (value === undefined || value === null) return [];
    return key === 'srcSet' ? imagesOf(String(value)) : [String(value)];
  });
}

/** What `textContent` gives in a browser; elements named `without` are left out, and then the gaps between struck and added words too. */
function textOf(node: Nodes, without?: string): string {
  if (node.type === 'text') return node.value;
  if (
    node.type === 'element' &&
    without !== undefined &&
    (node.tagName === without || node.properties.dataGap !== undefined)
  )
    return '';
  return 'children' in node
    ? node.children.map((child) => textOf(child as Nodes, without)).join('')
    : '';
}
