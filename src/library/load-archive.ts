/** An archive's data files, read from a folder or from the address of its site, each line held against its schema. */
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { z } from 'zod';
import { grouped } from '../text/grouped.ts';
import { sha256 } from '../text/digest.ts';
import type { PublicArticle, PublicClaim } from '../publish/exports/schema.ts';
import { Article, Claim, Outlet, Speaker, Tombstone, Topic, Version } from './schemas.ts';

/** What of an archive cannot be read, where, and what was expected. */
export class ArchiveError extends Error {
  override name = 'ArchiveError';
}

export interface LoadedArchive {
  articles: readonly z.infer<typeof Article>[];
  claims: readonly z.infer<typeof Claim>[];
  speakers: readonly z.infer<typeof Speaker>[];
  outlets: readonly z.infer<typeof Outlet>[];
  topics: readonly z.infer<typeof Topic>[];
  tombstones: readonly z.infer<typeof Tombstone>[];
  versions: readonly z.infer<typeof Version>[];
  article(id: string): PublicArticle | undefined;
  claim(id: string): PublicClaim | undefined;
  /** In the order of the articles. */
  claimsOf(by: { speaker: string } | { article: string }): readonly PublicClaim[];
  /** The source of an article, whose digest is that of its record; an `ArchiveError` otherwise. */
  source(article: Pick<PublicArticle, 'id' | 'sha256'>): Promise<string>;
}

type Read = (path: string) => Promise<Uint8Array>;

/** Another form than expected is told of; fields that a newer archive has are kept. */
const FILES = {
  articles: Article,
  claims: Claim,
  speakers: Speaker,
  outlets: Outlet,
  topics: Topic,
  tombstones: Tombstone,
  versions: Version,
} as const;

/** Problems are told up to so many. */
const MOST = 20;

/**
 * Reads an archive.
 *
 * @param at the folder of a built site (`dist`), or the address of its first page
 * @throws ArchiveError with all that is missing or is not of the form that the schemas have
 */
export async function loadArchive(at: string | URL): Promise<LoadedArchive> {
  const read = /^https?:/i.test(String(at)) ? fromAddress(new URL(at)) : fromFolder(at);
  const problemsOf = {} as Record<keyof typeof FILES, string[]>;
  const list = <Name extends keyof typeof FILES>(name: Name) => {
    problemsOf[name] = [];
    return linesOf(read, `data/${name}.jsonl`, FILES[name], problemsOf[name]) as Promise<
      z.infer<(typeof FILES)[Name]>[]
    >;
  };
  const [articles, claims, speakers, outlets, topics, tombstones, versions] = await Promise.all([
    list('articles'),
    list('claims'),
    list('speakers'),
    list('outlets'),
    list('topics'),
    list('tombstones'),
    list('versions'),
  ]);
  // In the order of the files, whichever was read first.
  const problems = Object.values(problemsOf).flat();
  if (problems.length > 0) {
    const more = problems.length > MOST ? [`… and ${problems.length - MOST} more`] : [];
    throw new ArchiveError([...problems.slice(0, MOST), ...more].join('\n'));
  }
  const articleOf = new Map(articles.map((one) => [one.id, one]));
  const claimOf = new Map(claims.map((one) => [one.id, one]));
  const ofArticle = grouped(claims.map((one) => [one.article, one] as const));
  const ofSpeaker = grouped(
    claims.flatMap((one) => (one.speaker ? [[one.speaker.id, one] as const] : [])),
  );
  return {
    ...{ articles, claims, speakers, outlets, topics, tombstones, versions },
    article: (id) => articleOf.get(id),
    claim: (id) => claimOf.get(id),
    claimsOf: (by) =>
      ('speaker' in by ? ofSpeaker.get(by.speaker) : ofArticle.get(by.article)) ?? [],
    async source({ id, sha256: expected }) {
      const path = `articles/${id}/source.txt`;
      const bytes = await read(path);
      const found = sha256(bytes);
      if (found !== expected)
        throw new ArchiveError(
          `${path} has the SHA-256 ${found}, its record says ${expected}. The file or the record was changed.`,
        );
      return new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes);
    },
  };
}

const fromFolder =
  (folder: string | URL): Read =>
  async (path) => {
    const file = folder instanceof URL ? new URL(path, withSlash(folder)) : join(folder, path);
    try {
      return await readFile(file);
    } catch (error) {
      throw new ArchiveError(
        `${String(file)} cannot be read (${(error as NodeJS.ErrnoException).code ?? 'no file'}). ` +
          'Give the folder of a built site, which has data/claims.jsonl in it.',
        { cause: error },
      );
    }
  };

const withSlash = (address: URL): URL =>
  address.pathname.endsWith('/') ? address : new URL(`${address.pathname}/`, address);

const fromAddress = (root: URL): Read => {
  const folder = withSlash(root);
  return async (path) => {
    const address = new URL(path, folder);
    const answer = await fetch(address).catch((error: unknown) => {
      throw new ArchiveError(`${address.href} cannot be reached.`, { cause: error });
    });
    if (!answer.ok)
      throw new ArchiveError(
        `${address.href} answers ${answer.status}. Give the address of an archive's first page.`,
      );
    return new Uint8Array(await answer.arrayBuffer());
  };
};

async function linesOf(read: Read, path: string, schema: z.ZodType, problems: string[]) {
  const bytes = await read(path).catch((error: unknown) => {
    if (!(error instanceof ArchiveError)) throw error;
    problems.push(error.message);
    return new Uint8Array();
  });
  const rows = new TextDecoder().decode(bytes).split('\n');
  return rows.flatMap((row, i) => {
    if (row === '') return [];
    const problem = (says: string) => {
      problems.push(`${path}, line ${i + 1}: ${says}`);
      return [];
    };
    let value: unknown;
    try {
      value = JSON.parse(row);
    } catch {
      return problem('found no JSON, expected one record as JSON');
    }
    // A later form has more fields; what is known of it keeps its meaning.
    const issues = schema
      .safeParse(value)
      .error?.issues.filter(({ code }) => code !== 'unrecognized_keys');
    const [issue] = issues ?? [];
    return issue ? problem(`\`${issue.path.join('.')}\`: ${issue.message}`) : [value];
  });
}
