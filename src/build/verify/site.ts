/** A site as it is being proved: its files, what is known of it so far, and where problems go. */
import { hash } from 'node:crypto';
import { join } from 'node:path';
import type { SiteCard } from '../../model/records.ts';
import type { PublicArticle, PublicVersion } from '../../publish/exports/schema.ts';
import { codePoints, type CodePoints } from '../../text/offsets.ts';
import { versionSourcePath } from '../../model/urls.ts';
import { fileReader, sumOf } from './files.ts';
import { Links } from './links.ts';
import { ownerOf, type Where } from './owner.ts';

export interface SiteProblem {
  kind: 'hash' | 'file' | 'source' | 'words' | 'page' | 'link' | 'data' | 'made';
  article?: string;
  claim?: string;
  message: string;
}

/** What is counted, in the order in which it is told; `remade` are files made again and compared, and of `pages` those that were read whole. */
export const COUNTED = [
  'files',
  'hashes',
  'articles',
  'versions',
  'claims',
  'parts',
  'pages',
  'read whole',
  'links',
  'remade',
] as const;

export interface SiteProof {
  problems: SiteProblem[];
  counts: Record<(typeof COUNTED)[number], number>;
  files: readonly string[];
  /** The SHA-256 of every file but that list itself, of a site that was just made. */
  sums: ReadonlyMap<string, string>;
  /** By article what its check was made of, of a site that was just made. */
  checked: ReadonlyMap<string, string>;
}

/** What a build knows of the site that it made. */
export interface Made {
  /** The SHA-256 of files that it wrote or took over. */
  sums: ReadonlyMap<string, string>;
  /** The site that stood before, as the same program made and proved it; null where there is none. */
  before: {
    folder: string;
    files: Iterable<string>;
    /** Whether a file is the one of that site. */
    has(name: string): boolean;
    /** By article what its check was made of. */
    checked: ReadonlyMap<string, string>;
  } | null;
}

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
  /**
   * The bytes of a file, until the next is read; null, with one problem, where it is missing or
   * cannot be read.
   */
  read(name: string): Buffer | null;
  /** The SHA-256 of a file, taken when it was read for the first time; null the same. */
  sum(name: string): string | null;
  /** A file of JSON, the same. */
  json(name: string, where?: Where): unknown;
  capture(name: string): Capture | null;
  /** Address of the root, ending with a slash; null where the first page states none. */
  root: URL | null;
  /** Whether each claim has files of its own, as the site card says. */
  claimFiles: boolean;
  /** What the claims may be used for, as the site card says. */
  licence: SiteCard['licence'];
  articles: Map<string, PublicArticle>;
  /** By `<article>/<version>`. */
  versions: Map<string, PublicVersion>;
  claims: Map<string, Known>;
  /** Numbers of the lines of `claims.jsonl` that are not as promised, which was said. */
  unusableClaims: Set<number>;
  /** Those that were read. */
  pages: Set<string>;
  links: Links;
  /** Whether a page is held against the data, word by word; of others the links and fragments are. */
  isReadWhole(page: string): boolean;
  /** Whether a file was proved in the site that stood before, and is the same. */
  isProved(name: string): boolean;
  /** By article what its check is made of; of those that were proved before with the same, nothing is read. */
  checked: Map<string, string>;
  /** The same of the site that stood before. */
  checkedBefore: ReadonlyMap<string, string>;
}

export function siteOf(
  folder: string,
  files: readonly string[],
  problems: SiteProblem[],
  counts: Map<keyof SiteProof['counts'], number>,
  made: Made | null = null,
): Site {
  const set = new Set(files);
  const unread = new Set<string>();
  const captures = new Map<string, Capture>();
  const complain: Site['complain'] = (kind, message, where = {}) =>
    problems.push({ kind, ...where, message });
  const sums = new Map<string, string>(made?.sums);
  const bytesOf = fileReader();
  /** What `get` gives of a file that is there. */
  const trying = <T>(name: string, get: (path: string) => T): T | null => {
    try {
      return get(join(folder, name));
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
  const read: Site['read'] = (name) => {
    const bytes = trying(name, bytesOf);
    if (bytes && !sums.has(name)) sums.set(name, hash('sha256', bytes, 'hex'));
    return bytes;
  };
  const sum: Site['sum'] = (name) => {
    const found = sums.get(name) ?? trying(name, sumOf);
    if (found !== null) sums.set(name, found);
    return found;
  };
  const site: Omit<Site, 'links'> = {
    folder,
    files: set,
    count(what, by = 1) {
      counts.set(what, (counts.get(what) ?? 0) + by);
    },
    complain,
    read,
    sum,
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
        sha256: sum(name) ?? '',
        text,
        points: codePoints(text),
      };
      // Work goes article by article.
      for (const oldest of captures.keys()) if (captures.size > 3) captures.delete(oldest);
      captures.set(name, capture);
      return capture;
    },
    claimFiles: false,
    licence: undefined,
    articles: new Map(),
    versions: new Map(),
    claims: new Map(),
    unusableClaims: new Set(),
    pages: new Set(),
    isReadWhole: () => true,
    isProved: (name) => made?.before?.has(name) ?? false,
    checked: new Map(),
    checkedBefore: made?.before?.checked ?? new Map<string, string>(),
  };
  return Object.assign(site, { links: new Links(site) });
}

export const reasonOf = (error: unknown) =>
  error instanceof Error ? (error.message.split('\n')[0] ?? '') : String(error);

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
