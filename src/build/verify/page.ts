/** What a page of the site says of itself, as far as it can be held against the data. */
import type { Element, Nodes } from 'hast';
import { rehype } from 'rehype';

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
export type MarkName = (typeof MARKS)[keyof typeof MARKS];

export interface PageFacts {
  ids: Set<string>;
  links: string[];
  canonical: string | null;
  marks: { name: MarkName; of: string; text: string }[];
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
  walk(parser.parse(html) as Nodes, facts, text, false);
  facts.text = text.join('');
  return facts;
}

const LINKS: Record<string, readonly string[]> = {
  a: ['href'],
  area: ['href'],
  link: ['href'],
  img: ['src', 'srcSet'],
  source: ['src', 'srcSet'],
  script: ['src'],
  iframe: ['src'],
  form: ['action'],
  audio: ['src'],
  video: ['src', 'poster'],
  object: ['data'],
  use: ['href', 'xLinkHref'],
};
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

function walk(node: Nodes, facts: PageFacts, text: string[], inBlock: boolean): void {
  let within = inBlock;
  if (node.type === 'text') text.push(node.value);
  if (node.type === 'element') {
    const { tagName, properties } = node;
    if (tagName === 'script' || tagName === 'style' || tagName === 'template') {
      if (typeof properties.src === 'string') facts.links.push(properties.src);
      if (properties.type === 'application/ld+json') facts.ld.push(textOf(node));
      return;
    }
    if (properties.id !== undefined) facts.ids.add(String(properties.id));
    if (tagName === 'a' && properties.name !== undefined) facts.ids.add(String(properties.name));
    for (const key of LINKS[tagName] ?? []) addLink(node, key, facts);
    if (tagName === 'meta' && String(properties.httpEquiv ?? '').toLowerCase() === 'refresh') {
      const target = /url=\s*['"]?([^'"]+)/i.exec(String(properties.content))?.[1];
      if (target) facts.links.push(target);
    }
    if (BLOCKS.has(tagName)) text.push(' ');
    if (tagName === 'h1') facts.heading ||= textOf(node);
    if (properties.dataBlock !== undefined) {
      within = true;
      facts.blocks.push(textOf(node));
    }
    for (const key of Object.keys(MARKS) as (keyof typeof MARKS)[])
      if (properties[key] !== undefined)
        facts.marks.push({ name: MARKS[key], of: String(properties[key]), text: textOf(node) });
    if (within && properties.dataClaim !== undefined) {
      const id = String(properties.dataClaim);
      facts.pieces.set(id, (facts.pieces.get(id) ?? '') + textOf(node));
    }
    if (properties.dataSource !== undefined)
      facts.sources.push({
        of: String(properties.dataSource),
        first: textOf(node, 'ins'),
        second: textOf(node, 'del'),
      });
  }
  if ('children' in node)
    for (const child of node.children) walk(child as Nodes, facts, text, within);
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

function addLink({ tagName, properties }: Element, key: string, facts: PageFacts): void {
  const value = properties[key];
  if (value === undefined || value === null) return;
  if (tagName === 'link') {
    const rel = ([] as unknown[]).concat(properties.rel ?? []).map(String);
    if (rel.includes('canonical')) facts.canonical ??= String(value);
    if (rel.some((r) => ['preconnect', 'dns-prefetch', 'me', 'license'].includes(r))) return;
  }
  for (const link of key === 'srcSet'
    ? String(value)
        .split(',')
        .map((s) => s.trim().split(/\s+/)[0]!)
    : [String(value)])
    facts.links.push(link);
}
