/**
 * Versions of a source. The first is `<article>.txt`, later captures are `<article>.2.txt`,
 * `<article>.3.txt`; none is ever overwritten, and the manifest holds the SHA-256 of each.
 */
import { createHash } from 'node:crypto';
import { Slug } from '../model/records.ts';
import type { VersionRow } from './schema.ts';

export const MANIFEST = 'manifest.json';

export interface SourceName {
  article: string;
  version: number;
  extension: string;
}

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

export interface SourceBytes {
  name: string;
  bytes: Uint8Array;
}
export interface VersionProblem {
  article: string;
  file: string;
  kind: string;
  message: string;
  /** How to mend it. */ mend: string;
}

const MANIFEST_PATH = `content/sources/${MANIFEST}`;

/** A manifest that is gone, where claims were published. */
export const manifestMissing = {
  kind: 'manifest-missing',
  message: `Unexpected absence of the rows of ${MANIFEST_PATH}, though claims were published: it holds when and why each text was taken in`,
  mend: `Bring it back with \`git checkout -- ${MANIFEST_PATH}\`.`,
};

/** A version of an article, as the ledger and the manifest name it. */
export const versionKey = (article: string, version: number, sha256: string): string =>
  `${article} ${version} ${sha256}`;

/**
 * Compares the sources with the manifest. What the manifest does not know yet is added to it,
 * without date and reason; bytes that differ, a file or a row that is gone, a second row, a capture
 * that says what the one before it says, and a gap in the numbers are problems.
 */
export function checkManifest(
  rows: readonly VersionRow[],
  files: readonly SourceBytes[],
  renamed: ReadonlyMap<string, string> = new Map(),
  /** Articles that a person withdrew whole; their sources may be gone. */
  withdrawn: ReadonlySet<string> = new Set(),
  /** Versions that claims were published from, as `versionKey` writes them: each of them had its row. */
  published: ReadonlySet<string> = new Set(),
): { rows: VersionRow[]; added: VersionRow[]; problems: VersionProblem[] } {
  const problems: VersionProblem[] = [];
  const added: VersionRow[] = [];
  const key = (article: string, version: number) => `${article} ${version}`;
  const known = new Map<string, VersionRow>();
  for (const row of rows) {
    const article = renamed.get(row.article) ?? row.article;
    if (known.has(key(article, row.version)))
      problems.push({
        article,
        file: MANIFEST_PATH,
        kind: 'manifest-twice',
        message: `Unexpected second row for version ${row.version} of ${article} in ${MANIFEST_PATH}, with other contents`,
        mend: 'Keep the row that tells what is so, and take the other one out.',
      });
    else known.set(key(article, row.version), { ...row, article });
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
      problems.push({
        article: parsed.article,
        file: path,
        kind: 'version-twice',
        message: `Unexpected second file for version ${parsed.version} of ${parsed.article}; the first is ${twin}`,
        mend: 'Rename one of the two.',
      });
      continue;
    }
    seen.set(at, path);
    const sha256 = createHash('sha256').update(bytes).digest('hex');
    const row = known.get(at);
    if (!row) {
      const fresh: VersionRow = {
        article: parsed.article,
        version: parsed.version,
        file: name,
        sha256,
        bytes: bytes.byteLength,
        taken: null,
        reason: null,
      };
      added.push(fresh);
      out.push(fresh);
    } else if (row.sha256 !== sha256) {
      const next =
        Math.max(
          parsed.version,
          ...rows.filter((r) => r.article === parsed.article).map((r) => r.version),
        ) + 1;
      problems.push({
        article: parsed.article,
        file: path,
        kind: 'source-altered',
        message: `Unexpected bytes in ${path}: SHA-256 ${sha256.slice(0, 12)}…, expected ${row.sha256.slice(0, 12)}… as in content/sources/${MANIFEST}`,
        mend: `A source is never rewritten. Bring it back with \`git checkout -- ${path}\`; a corrected text goes beside it as content/sources/${sourceName({ ...parsed, version: next })}.`,
      });
      out.push(row);
    } else {
      if (row.bytes !== bytes.byteLength)
        problems.push({
          article: parsed.article,
          file: MANIFEST_PATH,
          kind: 'manifest-bytes',
          message: `Unexpected \`"bytes":${row.bytes}\` for ${path} in ${MANIFEST_PATH}, expected ${bytes.byteLength}`,
          mend: `Bring it back with \`git checkout -- ${MANIFEST_PATH}\`, or write ${bytes.byteLength}.`,
        });
      out.push({ ...row, file: name });
    }
  }
  const lost = added.filter((row) =>
    published.has(versionKey(row.article, row.version, row.sha256)),
  );
  if (lost.length > 0)
    problems.push({
      article: lost[0]!.article,
      file: MANIFEST_PATH,
      ...(rows.length === 0
        ? manifestMissing
        : {
            kind: 'manifest-row-missing',
            message: `Unexpected absence of ${lost.map((row) => `version ${row.version} of ${row.article}`).join(', ')} in ${MANIFEST_PATH}, though claims of it were published`,
          }),
      mend: `${manifestMissing.mend} What is lost for good is written anew, with \`taken\` and \`reason\` where they are known:\n${lost.map((row) => JSON.stringify(row)).join(',\n')}`,
    });
  for (const row of added) {
    const former = out.find(
      ({ article, version }) => article === row.article && version === row.version - 1,
    );
    if (former?.sha256 === row.sha256)
      problems.push({
        article: row.article,
        file: `content/sources/${row.file}`,
        kind: 'version-same',
        message: `Unexpected version ${row.version} of ${row.article} with the bytes of version ${former.version}`,
        mend: `Nothing changed between the two captures; delete content/sources/${row.file}.`,
      });
  }
  for (const [at, row] of known) {
    if (seen.has(at)) continue;
    if (withdrawn.has(row.article)) {
      out.push(row);
      continue;
    }
    problems.push({
      article: row.article,
      file: `content/sources/${row.file}`,
      kind: 'source-missing',
      message: `Unexpected gap: content/sources/${row.file} is in the manifest and not in the folder`,
      mend:
        `Bring it back with \`git checkout -- content/sources/${row.file}\`; ` +
        'an article that was renamed names its old id under `formerly:` in its card.',
    });
  }
  const highest = new Map<string, number>();
  for (const row of out)
    highest.set(row.article, Math.max(highest.get(row.article) ?? 0, row.version));
  for (const [article, most] of highest)
    for (let version = 1; version < most; version++)
      if (!seen.has(key(article, version)) && !known.has(key(article, version)))
        problems.push({
          article,
          file: `content/sources/${article}`,
          kind: 'version-missing',
          message: `Unexpected version ${most} of ${article} without a version ${version}`,
          mend: `Number the captures 1 (${article}.txt), 2 (${article}.2.txt), and so on.`,
        });
  out.sort((a, b) =>
    a.article < b.article ? -1 : a.article > b.article ? 1 : a.version - b.version,
  );
  return { rows: out, added, problems };
}

/**
 * How much of the shorter of two texts stands in the other, from 0 to 1: runs of three words, whatever
 * their case. Two captures of one article share most of them, two articles on one matter hardly any.
 */
export function sharedWords(one: string, other: string): number {
  const runs = (text: string) => {
    const words = text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];
    return new Set(words.map((_, i) => words.slice(i, i + 3).join(' ')));
  };
  const [fewer, more] = [runs(one), runs(other)].sort((a, b) => a.size - b.size) as [
    Set<string>,
    Set<string>,
  ];
  return fewer.size === 0 ? 0 : [...fewer].filter((run) => more.has(run)).length / fewer.size;
}
