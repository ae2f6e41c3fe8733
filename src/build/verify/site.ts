/** A site as it is being proved: its files, what is known of it so far, and where problems go. */
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { PublicArticle, PublicVersion } from '../../publish/exports/schema.ts';
import { codePoints, type CodePoints } from '../../text/offsets.ts';
import { versionSourcePath } from '../../model/urls.ts';

export interface SiteProblem {
  kind: 'hash' | 'file' | 'source' | 'words' | 'page' | 'link' | 'data' | 'made';
  article?: string;
  claim?: string;
  message: string;
}

/** What is counted, in the order in which it is told; `remade` are files made again and compared. */
export const COUNTED = [
  'files',
  'hashes',
  'articles',
  'versions',
  'claims',
  'parts',
  'pages',
  'links',
  'remade',
] as const;

export interface SiteProof {
  problems: SiteProblem[];
  counts: Record<(typeof COUNTED)[number], number>;
}

export const SUMS = 'SHA256SUMS';

export type Where = Pick<SiteProblem, 'article' | 'claim'>;

/** What is kept of a claim: a site may have a million. */
export interface Known {
  article: string | null;
  words: string | null;
  speaker: string;
  live: boolean;
}

export interface Capture {
  bytes: number;
  sha256: string;
  text: string;
  points: CodePoints;
}

export interface Site {
  folder: string;
  files: ReadonlySet<string>;
  /** Counts things that were looked at. */
  count(what: keyof SiteProof['counts'], by?: number): void;
  complain(kind: SiteProblem['kind'], message: string, where?: Where): void;
  /** The bytes of a file; null, with one problem, where it is missing or cannot be read. */
  read(name: string): Buffer | null;
  /** A file of JSON, the same. */
  json(name: string, where?: Where): unknown;
  capture(name: string): Capture | null;
  /** Address of the root, ending with a slash; null where the first page states none. */
  root: URL | null;
  /** Whether each claim has files of its own, as the site card says. */
  claimFiles: boolean;
  articles: Map<string, PublicArticle>;
  /** By `<article>/<version>`. */
  versions: Map<string, PublicVersion>;
  claims: Map<string, Known>;
  pages: Map<string, ReadonlySet<string>>;
  /** Every place inside the site that is linked to, with the first page that does. */
  targets: Map<string, Target>;
}

/** A file of the site and an element of it, as a page names them. */
export interface Target {
  file: string;
  fragment: string;
  from: string;
  link: string;
}

export const sumOf = (path: string) => hashOf(readFileSync(path));

export const hashOf = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex');

export function siteOf(
  folder: string,
  files: readonly string[],
  problems: SiteProblem[],
  counts: Map<keyof SiteProof['counts'], number>,
): Site {
  const set = new Set(files);
  const unread = new Set<string>();
  const captures = new Map<string, Capture>();
  const complain: Site['complain'] = (kind, message, where = {}) =>
    problems.push({ kind, ...where, message });
  const read: Site['read'] = (name) => {
    try {
      return readFileSync(join(folder, name));
    } catch (error) {
      if (!unread.has(name))
        complain(
          'file',
          set.has(name) ? `${name} cannot be read: ${reasonOf(error)}` : `${name} is missing`,
          ownerOf(name),
        );
      unread.add(name);
      return null;
    }
  };
  return {
    folder,
    files: set,
    count(what, by = 1) {
      counts.set(what, (counts.get(what) ?? 0) + by);
    },
    complain,
    read,
    root: null,
    json(name, where) {
      const bytes = read(name);
      if (!bytes) return undefined;
      try {
        return JSON.parse(bytes.toString('utf8')) as unknown;
      } catch (error) {
        complain('data', `${name} is no JSON: ${reasonOf(error)}`, where ?? ownerOf(name));
        return undefined;
      }
    },
    capture(name) {
      const known = captures.get(name);
      if (known) return known;
      const bytes = read(name);
      if (!bytes) return null;
      const text = new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes);
      const capture = {
        bytes: bytes.byteLength,
        sha256: hashOf(bytes),
        text,
        points: codePoints(text),
      };
      // Work goes article by article.
      for (const oldest of captures.keys()) if (captures.size > 3) captures.delete(oldest);
      captures.set(name, capture);
      return capture;
    },
    claimFiles: false,
    articles: new Map(),
    versions: new Map(),
    claims: new Map(),
    pages: new Map(),
    targets: new Map(),
  };
}

export const reasonOf = (error: unknown) =>
  error instanceof Error ? (error.message.split('\n')[0] ?? '') : String(error);

export function ownerOf(name: string): Where {
  const [top, id, file] = name.split('/');
  if (id === undefined || file === undefined) return {};
  if (top === 'articles') return { article: id };
  if (top === 'claims') return { claim: id };
  return {};
}

export const DATA_FILES = {
  articles: 'data/articles.jsonl',
  claims: 'data/claims.jsonl',
  versions: 'data/versions.jsonl',
  tombstones: 'data/tombstones.jsonl',
  speakers: 'data/speakers.jsonl',
  outlets: 'data/outlets.jsonl',
  topics: 'data/topics.jsonl',
} as const;

export const captureOf = (site: Site, key: string) => {
  const row = site.versions.get(key);
  return row ? site.capture(versionSourcePath(row.article, row.version)) : null;
};

export const addressOf = (site: Site, path: string) =>
  site.root ? new URL(path, site.root).href : path;

export function checkAddress(
  site: Site,
  what: string,
  found: string,
  path: string,
  where: Where,
): void {
  if (site.root && found !== addressOf(site, path))
    site.complain('data', `${what} is ${found}, expected ${addressOf(site, path)}`, where);
}

export function addTarget(site: Site, link: string, from: string): void {
  if (!site.root || /^(?:data|mailto|tel|blob):/i.test(link)) return;
  const complain = (what: string) =>
    site.complain('link', `${from} links to \`${link}\`, ${what}`, ownerOf(from));
  const { root, targets } = site;
  let url: URL;
  try {
    url = new URL(link, new URL(from.replace(/(^|\/)index\.html$/, '$1'), root));
  } catch {
    complain('which is no address');
    return;
  }
  if (url.origin !== root.origin) return;
  site.count('links');
  if (!url.pathname.startsWith(root.pathname)) {
    complain(`which lies outside of ${root.pathname}`);
    return;
  }
  let path: string;
  let fragment: string;
  try {
    path = decodeURIComponent(url.pathname.slice(root.pathname.length));
    fragment = decodeURIComponent(url.hash.slice(1).replace(/:~:.*$/s, ''));
  } catch {
    complain('in which a % stands for no character');
    return;
  }
  const file = path === '' || path.endsWith('/') ? `${path}index.html` : path;
  const key = `${file}#${fragment}`;
  if (!targets.has(key)) targets.set(key, { file, fragment, from, link });
}
