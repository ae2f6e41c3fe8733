/** What a page shows and where it leads, in its order, for saying where two pages part. */
import type { Element, Nodes } from 'hast';
import { rehype } from 'rehype';

export interface Shown {
  what: 'the text' | 'the link' | 'the description' | 'the data for search engines' | 'the style';
  text: string;
  /** By an attribute of its own or of what it stands in. */
  hidden: boolean;
}

/** Attributes that lead somewhere, and those that say something. */
const LEADS = ['href', 'src', 'srcSet', 'action', 'poster', 'data', 'cite'] as const;
const SAYS = ['alt', 'title', 'ariaLabel', 'content', 'placeholder', 'value', 'label'] as const;
const UNSEEN = new Set(['template', 'noscript']);

const parser = rehype();

/** Every text, link and description of a page. White space around a text is not compared here. */
export function shownBy(html: string): Shown[] {
  const shown: Shown[] = [];
  walk(parser.parse(html), false, shown);
  return shown;
}

function walk(node: Nodes, hidden: boolean, shown: Shown[]): void {
  const add = (what: Shown['what'], text: string) =>
    void (
      text.trim() !== '' && shown.push({ what, text: text.replace(/\s+/g, ' ').trim(), hidden })
    );
  if (node.type === 'text') add('the text', node.value);
  if (node.type === 'element') {
    const within = hidden || hides(node);
    const { tagName, properties } = node;
    for (const key of LEADS) if (properties[key]) add('the link', valueOf(properties[key]));
    for (const key of SAYS) if (properties[key]) add('the description', valueOf(properties[key]));
    if (tagName === 'script' || tagName === 'style') {
      const [inside] = node.children;
      const what = tagName === 'style' ? 'the style' : 'the data for search engines';
      if (inside?.type === 'text') add(what, inside.value);
      return;
    }
    for (const child of node.children) walk(child, within, shown);
    if (tagName === 'template' && node.content) walk(node.content, true, shown);
    return;
  }
  if ('children' in node) for (const child of node.children) walk(child, hidden, shown);
}

const hides = ({ tagName, properties }: Element): boolean =>
  UNSEEN.has(tagName) ||
  Boolean(properties.hidden) ||
  String(properties.ariaHidden) === 'true' ||
  properties.style !== undefined;

const valueOf = (value: unknown) => (Array.isArray(value) ? value.join(' ') : String(value));
