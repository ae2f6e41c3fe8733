/** The built site under test, as files: `VERBATIM_SITE`, else `dist`. */
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { fromHtml } from 'hast-util-from-html';
import type { Element, Root, RootContent } from 'hast';
import { visit } from 'unist-util-visit';

export interface BuiltSite {
  folder: string;
  base: string;
  /** All files, from the site's root, with forward slashes, in order. */
  files: string[];
  /** The HTML pages among them. */
  pages: string[];
  read(path: string): string;
  bytes(path: string): Buffer;
  has(path: string): boolean;
  tree(page: string): Root;
}

/** A page is read more than once, by one test after the other; trees are kept. */
export function builtSite(folder: string, base = '/'): BuiltSite {
  const at = resolve(folder);
  if (!existsSync(join(at, 'index.html')))
    throw new Error(
      `No built site in ${folder}. \`npm test\` builds one; \`npm run build\` makes dist/.`,
    );
  const files = readdirSync(at, { recursive: true, encoding: 'utf8' })
    .map((path) => path.replaceAll('\\', '/'))
    .filter((path) => statSync(join(at, path)).isFile())
    .sort();
  const known = new Set(files);
  const trees = new Map<string, Root>();
  const read = (path: string) => readFileSync(join(at, path), 'utf8');
  return {
    folder: at,
    base,
    files,
    pages: files.filter((path) => path.endsWith('.html')),
    read,
    bytes: (path) => readFileSync(join(at, path)),
    has: (path) => known.has(path),
    tree(page) {
      const tree = trees.get(page) ?? fromHtml(read(page));
      trees.set(page, tree);
      return tree;
    },
  };
}

export const site = builtSite(process.env.VERBATIM_SITE || 'dist');
/** The same site built for a sub-path; undefined where only `dist` is at hand. */
export const subSite = process.env.VERBATIM_SITE_SUB
  ? builtSite(process.env.VERBATIM_SITE_SUB, '/sub/')
  : undefined;

/** Every element of a page, in document order. */
export function elements(tree: Root | Element): Element[] {
  const found: Element[] = [];
  visit(tree, 'element', (node) => void found.push(node));
  return found;
}

export const attribute = (element: Element, name: string): string | undefined => {
  const value = element.properties[name];
  if (value === undefined || value === null || value === false) return undefined;
  return Array.isArray(value) ? value.join(' ') : String(value);
};

/** What `textContent` gives in a browser. */
export function textContent(node: Root | RootContent): string {
  if (node.type === 'text') return node.value;
  return 'children' in node ? node.children.map((child) => textContent(child)).join('') : '';
}

export const meta = (tree: Root, name: string): string[] =>
  elements(tree)
    .filter(
      (node) =>
        node.tagName === 'meta' &&
        (node.properties['name'] === name || node.properties['property'] === name),
    )
    .map((node) => attribute(node, 'content') ?? '');

/** The kind of a page: its address without ids, `articles/…/versions`. */
export const kindOf = (page: string): string => {
  const [first = '', second, ...rest] = page
    .replace(/index\.html$/, '')
    .split('/')
    .filter(Boolean);
  return [
    first,
    ...(second === undefined ? [] : ['…']),
    ...rest.map((part) => (second === 'page' ? kindOfPart(part) : part)).map(withoutNumber),
  ].join('/');
};

/** Of pages of a list, those of two articles beside each other are a kind of their own. */
const kindOfPart = (part: string): string => (part.startsWith('articles.') ? 'articles…' : '…');

const withoutNumber = (part: string): string =>
  /^\d+$|\d.*\.\.|^\d+-\d+$/.test(part) ? '…' : part;

export const dataLines = <T = Record<string, unknown>>(file: string): T[] =>
  site
    .read(`data/${file}`)
    .split('\n')
    .filter(Boolean)
    .map((line) => JSON.parse(line) as T);
