/**
 * Proves a built site from nothing but its own files: every hash, every part of every claim, every
 * link and fragment, and that data files and pages agree.
 */
import { createHash } from 'node:crypto';
import { createReadStream, existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import type { Element, Nodes } from 'hast';
import { rehype } from 'rehype';
import { claimPath } from '../../src/lib/urls.ts';
import { filesUnder } from './publish.ts';

export interface SiteProblem {
  kind: 'hash' | 'file' | 'source' | 'words' | 'page' | 'link' | 'data';
  article?: string;
  claim?: string;
  message: string;
}

export interface SiteProof {
  problems: SiteProblem[];
  counts: { files: number; hashes: number; articles: number; claims: number; parts: number; pages: number; links: number };
}

export const SUMS = 'SHA256SUMS';

interface PublicPart { start: number; end: number; exact: string }
interface ArticleLine { id: string; sha256: string; claims: string[]; characters?: number; bytes?: number; version?: number; boilerplate: { start: number; end: number }[] }
interface ClaimLine {
  id: string; article: string; text: string; within: string | null; status?: string; url: string; inContext: string; parts: PublicPart[]; cue: PublicPart | null;
  speaker: { id: string; mention: PublicPart | null } | null; via: { id: string; mention?: PublicPart | null }[];
}

/** `sums`: whether `SHA256SUMS` must be there; the build writes it after its own checks. */
export async function verifySite(folder: string, { sums = true }: { sums?: boolean } = {}): Promise<SiteProof> {
  const problems: SiteProblem[] = [];
  const counts = { files: 0, hashes: 0, articles: 0, claims: 0, parts: 0, pages: 0, links: 0 };
  const files = filesUnder(folder);
  counts.files = files.length;
  if (files.length === 0) return { problems: [{ kind: 'file', message: `There are no files in ${folder}` }], counts };
  const set = new Set(files);
  if (sums) checkSums(folder, files, problems, counts);
  const words = new Map<string, string>();
  if (set.has('data/claims.jsonl')) for await (const { id, text } of lines<ClaimLine>(join(folder, 'data/claims.jsonl'))) words.set(`${claimPath(id)}index.html`, text);
  const pages = readPages(folder, files, words, problems, counts);
  checkLinks(pages, set, problems);
  await checkData(folder, set, pages, problems, counts);
  return { problems, counts };
}

export const sumOf = (path: string) => createHash('sha256').update(readFileSync(path)).digest('hex');

/** The file that `sha256sum -c` reads. */
export const sumsOf = (folder: string): string =>
  filesUnder(folder)
    .filter((name) => name !== SUMS)
    .map((name) => `${sumOf(join(folder, name))}  ${name}\n`)
    .join('');

function checkSums(folder: string, files: readonly string[], problems: SiteProblem[], counts: SiteProof['counts']): void {
  const path = join(folder, SUMS);
  if (!existsSync(path)) {
    problems.push({ kind: 'file', message: `${SUMS} is missing: the list of all files with their hashes` });
    return;
  }
  const listed = new Set<string>([SUMS]);
  for (const line of readFileSync(path, 'utf8').split('\n')) {
    if (line === '') continue;
    const [, sum, name] = /^([0-9a-f]{64}) [ *](.+)$/.exec(line) ?? [];
    if (!sum || !name) {
      problems.push({ kind: 'hash', message: `${SUMS}: a line that is none: ${line.slice(0, 80)}` });
      continue;
    }
    listed.add(name);
    counts.hashes++;
    if (!existsSync(join(folder, name))) problems.push({ kind: 'file', ...ownerOf(name), message: `${name} is missing` });
    else if (sumOf(join(folder, name)) !== sum) problems.push({ kind: 'hash', ...ownerOf(name), message: `${name} was altered: its SHA-256 is not the one in ${SUMS}` });
  }
  for (const name of files) if (!listed.has(name)) problems.push({ kind: 'file', message: `${name} is not listed in ${SUMS}` });
}

function ownerOf(name: string): { article?: string; claim?: string } {
  const [top, id] = name.split('/');
  if (top === 'articles' && name.split('/').length > 2) return { article: id! };
  if (top === 'claims' && name.split('/').length > 2) return { claim: id! };
  return {};
}

interface PageFacts { ids: Set<string>; links: string[]; canonical: string | null }

/** What is kept of all pages: a site may have a million. */
interface Pages {
  ids: Map<string, Set<string>>;
  /** Pages of claims that do not show the words of their line. */
  wordless: Set<string>;
  /** Every place inside the site that is linked to, with the first page that does. */
  targets: Map<string, { file: string; fragment: string; from: string; link: string }>;
}

function readPages(folder: string, files: readonly string[], words: ReadonlyMap<string, string>, problems: SiteProblem[], counts: SiteProof['counts']): Pages {
  const parser = rehype();
  const pages: Pages = { ids: new Map(), wordless: new Set(), targets: new Map() };
  const read = (name: string): { facts: PageFacts; text: string[] } => {
    const facts: PageFacts = { ids: new Set(), links: [], canonical: null };
    const text: string[] = [];
    walk(parser.parse(readFileSync(join(folder, name), 'utf8')) as Nodes, facts, text);
    return { facts, text };
  };
  const home = files.includes('index.html') ? read('index.html').facts.canonical : null;
  if (!home) problems.push({ kind: 'page', message: 'index.html has no canonical address, so the site\'s root is unknown and no link was followed' });
  for (const name of files) {
    if (!name.endsWith('.html')) continue;
    counts.pages++;
    const { facts, text } = read(name);
    pages.ids.set(name, facts.ids);
    const own = words.get(name);
    if (own !== undefined && !text.join('').replace(/\s+/g, ' ').includes(own)) pages.wordless.add(name);
    if (home) for (const link of facts.links) addTarget(link, name, new URL(home), pages, problems, counts);
  }
  return pages;
}

function addTarget(link: string, from: string, root: URL, { targets }: Pages, problems: SiteProblem[], counts: SiteProof['counts']): void {
  if (/^(?:data|mailto|tel|blob):/i.test(link)) return;
  const complain = (what: string) => problems.push({ kind: 'link', ...ownerOf(from), message: `${from} links to \`${link}\`, ${what}` });
  let url: URL;
  try {
    url = new URL(link, new URL(from.replace(/(^|\/)index\.html$/, '$1'), root));
  } catch {
    complain('which is no address');
    return;
  }
  if (url.origin !== root.origin) return;
  counts.links++;
  if (!url.pathname.startsWith(root.pathname)) {
    complain(`which lies outside of ${root.pathname}`);
    return;
  }
  const path = decodeURIComponent(url.pathname.slice(root.pathname.length));
  const file = path === '' || path.endsWith('/') ? `${path}index.html` : path;
  const fragment = decodeURIComponent(url.hash.slice(1).replace(/:~:.*$/s, ''));
  const key = `${file}#${fragment}`;
  if (!targets.has(key)) targets.set(key, { file, fragment, from, link });
}

const LINKS: Record<string, readonly string[]> = {
  a: ['href'], area: ['href'], link: ['href'], img: ['src', 'srcSet'], source: ['src', 'srcSet'], script: ['src'], iframe: ['src'], form: ['action'], audio: ['src'], video: ['src', 'poster'], object: ['data'], use: ['href', 'xLinkHref'],
};

function walk(node: Nodes, facts: PageFacts, text: string[]): void {
  if (node.type === 'text') text.push(node.value);
  if (node.type === 'element') {
    const { tagName, properties } = node;
    if (tagName === 'script' || tagName === 'style' || tagName === 'template') {
      if (typeof properties.src === 'string') facts.links.push(properties.src);
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
  }
  if ('children' in node) for (const child of node.children) walk(child as Nodes, facts, text);
}

const BLOCKS = new Set(['p', 'div', 'li', 'br', 'dd', 'dt', 'h1', 'h2', 'h3', 'section', 'blockquote', 'td', 'tr', 'summary']);

function addLink({ tagName, properties }: Element, key: string, facts: PageFacts): void {
  const value = properties[key];
  if (value === undefined || value === null) return;
  if (tagName === 'link') {
    const rel = ([] as unknown[]).concat(properties.rel ?? []).map(String);
    if (rel.includes('canonical')) facts.canonical ??= String(value);
    if (rel.some((r) => ['preconnect', 'dns-prefetch', 'me', 'license'].includes(r))) return;
  }
  for (const link of key === 'srcSet' ? String(value).split(',').map((s) => s.trim().split(/\s+/)[0]!) : [String(value)]) facts.links.push(link);
}

/** Every link to the site's own pages leads to a file, and every fragment to an element. */
function checkLinks({ ids, targets }: Pages, files: ReadonlySet<string>, problems: SiteProblem[]): void {
  for (const { file, fragment, from, link } of targets.values()) {
    const what = !files.has(file)
      ? files.has(`${file}/index.html`) ? 'without the slash at its end' : 'where there is no page'
      : fragment !== '' && fragment !== 'top' && ids.has(file) && !ids.get(file)!.has(fragment) ? 'whose fragment is on no element' : null;
    if (what) problems.push({ kind: 'link', ...ownerOf(from), message: `${from} links to \`${link}\`, ${what}` });
  }
}

async function* lines<T>(path: string): AsyncGenerator<T> {
  for await (const line of createInterface({ input: createReadStream(path), crlfDelay: Infinity })) if (line !== '') yield JSON.parse(line) as T;
}

async function checkData(folder: string, files: ReadonlySet<string>, pages: Pages, problems: SiteProblem[], counts: SiteProof['counts']): Promise<void> {
  for (const name of ['data/articles.jsonl', 'data/claims.jsonl']) {
    if (!files.has(name)) {
      problems.push({ kind: 'file', message: `${name} is missing` });
      return;
    }
  }
  const articles = new Map<string, ArticleLine>();
  const sources = new Map<string, string[]>();
  const source = (id: string) => {
    let characters = sources.get(id);
    if (!characters) {
      sources.clear(); // claims stand in the order of their articles
      characters = Array.from(new TextDecoder('utf-8', { ignoreBOM: true }).decode(readFileSync(join(folder, `articles/${id}/source.txt`))));
      sources.set(id, characters);
    }
    return characters;
  };
  for await (const article of lines<ArticleLine>(join(folder, 'data/articles.jsonl'))) {
    counts.articles++;
    const { id } = article;
    const path = `articles/${id}/source.txt`;
    if (!files.has(`articles/${id}/index.html`)) problems.push({ kind: 'page', article: id, message: `article ${id} has no page` });
    if (!files.has(path)) {
      problems.push({ kind: 'source', article: id, message: `article ${id}: ${path} is missing` });
      continue;
    }
    articles.set(id, article);
    if (sumOf(join(folder, path)) !== article.sha256) problems.push({ kind: 'source', article: id, message: `article ${id}: the SHA-256 of ${path} is not the one in data/articles.jsonl` });
    if (article.characters !== undefined && source(id).length !== article.characters) problems.push({ kind: 'source', article: id, message: `article ${id}: ${path} has ${source(id).length} characters, data/articles.jsonl says ${article.characters}` });
    for (const { start, end } of article.boilerplate) if (start >= end || end > source(id).length) problems.push({ kind: 'data', article: id, message: `article ${id}: boilerplate from ${start} to ${end} lies outside of the source` });
  }
  const found = new Map<string, Set<string>>([...articles.keys()].map((id) => [id, new Set()]));
  const all = new Set<string>();
  const within: [string, string, string][] = [];
  for await (const claim of lines<ClaimLine>(join(folder, 'data/claims.jsonl'))) {
    if (claim.status !== undefined && claim.status !== 'live') continue;
    counts.claims++;
    const { id, article } = claim;
    const where = { article, claim: id };
    if (all.has(id)) problems.push({ kind: 'data', ...where, message: `claim ${id} stands twice in data/claims.jsonl` });
    all.add(id);
    if (!articles.has(article)) {
      problems.push({ kind: 'data', ...where, message: `claim ${id} names the article ${article}, which has no line and source` });
      continue;
    }
    found.get(article)!.add(id);
    if (claim.within) within.push([article, id, claim.within]);
    const named: [string, PublicPart | null | undefined][] = [
      ...claim.parts.map((part, i): [string, PublicPart] => [`part ${i + 1}`, part]),
      ['cue', claim.cue], ['mention', claim.speaker?.mention], ...claim.via.map((via): [string, PublicPart | null | undefined] => [`via ${via.id}`, via.mention]),
    ];
    for (const [what, part] of named) {
      if (!part) continue;
      counts.parts++;
      const there = source(article).slice(part.start, part.end).join('');
      if (there !== part.exact)
        problems.push({ kind: 'words', ...where, message: `article ${article}, claim ${id}: ${what} does not read back; characters ${part.start} to ${part.end} of source.txt are “${brief(there)}”, the data file has “${brief(part.exact)}”` });
    }
    const own = `${claimPath(id)}index.html`;
    if (!pages.ids.has(own)) problems.push({ kind: 'page', ...where, message: `claim ${id} has no page` });
    else if (pages.wordless.has(own)) problems.push({ kind: 'page', ...where, message: `article ${article}, claim ${id}: its page does not show its words “${brief(claim.text)}”` });
    if (!pages.ids.get(`articles/${article}/index.html`)?.has(id)) problems.push({ kind: 'page', ...where, message: `article ${article}, claim ${id}: the article's page has no element #${id}` });
  }
  for (const [article, id, outer] of within) if (!all.has(outer)) problems.push({ kind: 'data', article, claim: id, message: `claim ${id} lies within ${outer}, which is no claim` });
  for (const [id, { claims }] of articles) {
    for (const claim of claims) if (!found.get(id)!.has(claim)) problems.push({ kind: 'data', article: id, claim, message: `article ${id} lists claim ${claim}, which data/claims.jsonl does not have` });
    for (const claim of found.get(id)!) if (!claims.includes(claim)) problems.push({ kind: 'data', article: id, claim, message: `claim ${claim} is not in the list of article ${id}` });
  }
}

const brief = (words: string) => (words.length > 60 ? `${words.slice(0, 59)}…` : words);
