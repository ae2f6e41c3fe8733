/**
 * Versions of a source. The first is `<article>.txt`, later captures are `<article>.2.txt`,
 * `<article>.3.txt`; none is ever overwritten, and the manifest holds the SHA-256 of each.
 */
import { createHash } from 'node:crypto';
import { Slug } from '../schema.ts';
import type { VersionRow } from './schema.ts';

export const MANIFEST = 'manifest.json';

export interface SourceName { article: string; version: number; extension: string }

/** What a file name in `content/sources` says; null for a name that is no source's. */
export function parseSourceName(name: string): SourceName | null {
  const match = /^([^.]+)(?:\.([1-9][0-9]{0,4}))?\.(txt|md)$/.exec(name);
  if (!match || !Slug.safeParse(match[1]).success) return null;
  const version = match[2] === undefined ? 1 : Number(match[2]);
  if (match[2] === '1') return null;
  return { article: match[1]!, version, extension: match[3]! };
}

export const sourceName = ({ article, version, extension }: SourceName): string =>
  version === 1 ? `${article}.${extension}` : `${article}.${version}.${extension}`;

export interface SourceBytes { name: string; bytes: Uint8Array }
export interface VersionProblem { file: string; kind: string; message: string; /** How to mend it. */ mend: string }

/**
 * Compares the sources with the manifest. What the manifest does not know yet is added to it
 * (with a date only where one is given); bytes that differ, a file that is gone and a gap in the
 * numbers are problems.
 */
export function checkManifest(
  rows: readonly VersionRow[],
  files: readonly SourceBytes[],
  renamed: ReadonlyMap<string, string> = new Map(),
  /** Articles that a person withdrew whole; their sources may be gone. */
  withdrawn: ReadonlySet<string> = new Set(),
): { rows: VersionRow[]; added: VersionRow[]; problems: VersionProblem[] } {
  const problems: VersionProblem[] = [];
  const added: VersionRow[] = [];
  const key = (article: string, version: number) => `${article} ${version}`;
  const known = new Map<string, VersionRow>();
  for (const row of rows) {
    const article = renamed.get(row.article) ?? row.article;
    known.set(key(article, row.version), { ...row, article });
  }
  const seen = new Map<string, string>();
  const out: VersionRow[] = [];
  for (const { name, bytes } of [...files].sort((a, b) => (a.name < b.name ? -1 : 1))) {
    const parsed = parseSourceName(name);
    if (!parsed) continue;
    const path = `content/sources/${name}`;
    const at = key(parsed.article, parsed.version);
    const twin = seen.get(at);
    if (twin) {
      problems.push({ file: path, kind: 'version-twice', message: `Unexpected second file for version ${parsed.version} of ${parsed.article}; the first is ${twin}`, mend: 'Rename one of the two.' });
      continue;
    }
    seen.set(at, path);
    const sha256 = createHash('sha256').update(bytes).digest('hex');
    const row = known.get(at);
    if (!row) {
      const fresh: VersionRow = { article: parsed.article, version: parsed.version, file: name, sha256, bytes: bytes.byteLength, taken: null, reason: null };
      added.push(fresh);
      out.push(fresh);
    } else if (row.sha256 !== sha256) {
      const next = Math.max(parsed.version, ...rows.filter((r) => r.article === parsed.article).map((r) => r.version)) + 1;
      problems.push({
        file: path, kind: 'source-altered',
        message:
          `Unexpected bytes in ${path}: SHA-256 ${sha256.slice(0, 12)}…, expected ${row.sha256.slice(0, 12)}… as in content/sources/${MANIFEST}`,
        mend:
          `A source is never rewritten. Bring it back with \`git checkout -- ${path}\`; a corrected text goes beside it as content/sources/${sourceName({ ...parsed, version: next })}.`,
      });
      out.push(row);
    } else out.push({ ...row, file: name });
  }
  for (const [at, row] of known) {
    if (seen.has(at)) continue;
    if (withdrawn.has(row.article)) {
      out.push(row);
      continue;
    }
    problems.push({
      file: `content/sources/${row.file}`, kind: 'source-missing',
      message: `Unexpected gap: content/sources/${row.file} is in the manifest and not in the folder`,
      mend: `Bring it back with \`git checkout -- content/sources/${row.file}\`; ` +
        'an article that was renamed names its old id under `formerly:` in its card.',
    });
  }
  const highest = new Map<string, number>();
  for (const row of out) highest.set(row.article, Math.max(highest.get(row.article) ?? 0, row.version));
  for (const [article, most] of highest)
    for (let version = 1; version < most; version++)
      if (!seen.has(key(article, version)) && !known.has(key(article, version)))
        problems.push({
          file: `content/sources/${article}`, kind: 'version-missing',
          message: `Unexpected version ${most} of ${article} without a version ${version}`,
          mend: `Number the captures 1 (${article}.txt), 2 (${article}.2.txt), and so on.`,
        });
  out.sort((a, b) => (a.article < b.article ? -1 : a.article > b.article ? 1 : a.version - b.version));
  return { rows: out, added, problems };
}
