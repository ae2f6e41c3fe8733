/**
 * Versions of a source. The first is `<article>.txt` (`.md`, `.html`), later captures are `<article>.2.txt`,
 * `<article>.3.txt`; none is ever overwritten, and the manifest holds the SHA-256 of each.
 */
import { Slug } from '../model/records.ts';
import { sha256 } from '../text/digest.ts';
import { byText } from '../text/order.ts';
import type { VersionRow } from './schema.ts';

export const MANIFEST = 'manifest.json';

export interface SourceName {
  article: string;
  version: number;
  extension: string;
}

/** What a file name in `content/sources` says; null for a name that is no source's. */
export function parseSourceName(name: string): SourceName | null {
  const match = /^([^.]+)(?:\.([1-9][0-9]{0,4}))?\.(txt|md|html)$/.exec(name);
  if (!match) return null;
  const [, article = '', number, extension = ''] = match;
  // The first version has no number.
  if (number === '1' || !Slug.safeParse(article).success) return null;
  const version = number === undefined ? 1 : Number(number);
  return { article, version, extension };
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
  message: `Unexpected absence of the rows of ${MANIFEST_PATH}, though claims were published; expected one for each text: they hold when and why it was taken in`,
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
  const { known, problems } = knownRows(rows, renamed);
  const added: VersionRow[] = [];
  const present: VersionRow[] = [];
  const seen = new Map<string, string>();
  for (const capture of capturesOf(files)) {
    const place = placeOf(capture.row);
    const twin = seen.get(place);
    if (twin !== undefined) {
      problems.push(secondFile(capture, twin));
      continue;
    }
    seen.set(place, capture.path);
    const row = known.get(place);
    if (!row) {
      added.push(capture.row);
      present.push(capture.row);
      continue;
    }
    const problem = difference(row, capture, rows);
    if (problem) problems.push(problem);
    present.push(row.sha256 === capture.row.sha256 ? { ...row, file: capture.row.file } : row);
  }
  const gone = [...known].flatMap(([place, row]) => (seen.has(place) ? [] : [row]));
  const all = [...present, ...gone.filter(({ article }) => withdrawn.has(article))];
  problems.push(
    ...lostRows(added, rows, published),
    ...sameBytes(added, present),
    ...gone.filter(({ article }) => !withdrawn.has(article)).map(sourceMissing),
    ...gaps(all, (place) => seen.has(place) || known.has(place)),
  );
  return { rows: all.sort(byVersion), added, problems };
}

const byVersion = (a: VersionRow, b: VersionRow) =>
  byText(a.article, b.article) || a.version - b.version;

/** An article and the number of a version of it, in one. */
const placeOf = ({ article, version }: Pick<VersionRow, 'article' | 'version'>) =>
  `${article} ${version}`;

/** The rows of the manifest by article, under its name of today, and version; a place has one row. */
function knownRows(
  rows: readonly VersionRow[],
  renamed: ReadonlyMap<string, string>,
): { known: Map<string, VersionRow>; problems: VersionProblem[] } {
  const known = new Map<string, VersionRow>();
  const problems: VersionProblem[] = [];
  for (const one of rows) {
    const row = { ...one, article: renamed.get(one.article) ?? one.article };
    if (!known.has(placeOf(row))) known.set(placeOf(row), row);
    else
      problems.push({
        article: row.article,
        file: MANIFEST_PATH,
        kind: 'manifest-twice',
        message: `Unexpected second row for version ${row.version} of ${row.article} in ${MANIFEST_PATH}, with other contents; expected one`,
        mend: 'Keep the row that tells what is so, and take the other one out.',
      });
  }
  return { known, problems };
}

/** A file in `content/sources`, and the row that the manifest would have of it. */
interface Capture {
  name: SourceName;
  path: string;
  row: VersionRow;
}

/** The files that are versions of sources, by their names. */
const capturesOf = (files: readonly SourceBytes[]): Capture[] =>
  [...files]
    .sort((a, b) => (a.name < b.name ? -1 : 1))
    .flatMap(({ name: file, bytes }) => {
      const name = parseSourceName(file);
      if (!name) return [];
      const { article, version } = name;
      const row: VersionRow = {
        article,
        version,
        file,
        sha256: sha256(bytes),
        bytes: bytes.byteLength,
        taken: null,
        reason: null,
      };
      return [{ name, path: `content/sources/${file}`, row }];
    });

const secondFile = ({ path, row }: Capture, twin: string): VersionProblem => ({
  article: row.article,
  file: path,
  kind: 'version-twice',
  message: `Unexpected second file for version ${row.version} of ${row.article}, expected one; the first is ${twin}`,
  mend: 'Rename one of the two.',
});

/** What differs between a row of the manifest and its file; `rows` are all of the manifest. */
function difference(
  row: VersionRow,
  { name, path, row: { article, version, sha256: sum, bytes } }: Capture,
  rows: readonly VersionRow[],
): VersionProblem | null {
  if (row.sha256 !== sum) {
    const numbers = rows.flatMap((one) => (one.article === article ? [one.version] : []));
    const next = sourceName({ ...name, version: Math.max(version, ...numbers) + 1 });
    return {
      article,
      file: path,
      kind: 'source-altered',
      message: `Unexpected bytes in ${path}: SHA-256 ${sum.slice(0, 12)}…, expected ${row.sha256.slice(0, 12)}… as in ${MANIFEST_PATH}`,
      mend: `A source is never rewritten. Bring it back with \`git checkout -- ${path}\`; a corrected text goes beside it as content/sources/${next}.`,
    };
  }
  if (row.bytes === bytes) return null;
  return {
    article,
    file: MANIFEST_PATH,
    kind: 'manifest-bytes',
    message: `Unexpected \`"bytes":${row.bytes}\` for ${path} in ${MANIFEST_PATH}, expected ${bytes}`,
    mend: `Bring it back with \`git checkout -- ${MANIFEST_PATH}\`, or write ${bytes}.`,
  };
}

/** Rows that were there when claims of their versions were published, and are gone. */
function lostRows(
  added: readonly VersionRow[],
  rows: readonly VersionRow[],
  published: ReadonlySet<string>,
): VersionProblem[] {
  const lost = added.filter((row) =>
    published.has(versionKey(row.article, row.version, row.sha256)),
  );
  const [first] = lost;
  if (!first) return [];
  const named = lost.map((row) => `version ${row.version} of ${row.article}`).join(', ');
  const oneOrMore = {
    kind: 'manifest-row-missing',
    message: `Unexpected absence of ${named} in ${MANIFEST_PATH}, though claims of it were published; expected a row for each`,
  };
  return [
    {
      article: first.article,
      file: MANIFEST_PATH,
      ...(rows.length === 0 ? manifestMissing : oneOrMore),
      mend: `${manifestMissing.mend} What is lost for good is written anew, with \`taken\` and \`reason\` where they are known:\n${lost.map((row) => JSON.stringify(row)).join(',\n')}`,
    },
  ];
}

/** New captures that say what the one before them says. */
const sameBytes = (
  added: readonly VersionRow[],
  present: readonly VersionRow[],
): VersionProblem[] => {
  const byPlace = new Map(present.map((row) => [placeOf(row), row]));
  return added.flatMap((row) => {
    const former = byPlace.get(placeOf({ article: row.article, version: row.version - 1 }));
    if (former?.sha256 !== row.sha256) return [];
    return [
      {
        article: row.article,
        file: `content/sources/${row.file}`,
        kind: 'version-same',
        message: `Unexpected version ${row.version} of ${row.article} with the bytes of version ${former.version}, expected others`,
        mend: `Nothing changed between the two captures; delete content/sources/${row.file}.`,
      },
    ];
  });
};

const sourceMissing = ({ article, file }: VersionRow): VersionProblem => ({
  article,
  file: `content/sources/${file}`,
  kind: 'source-missing',
  message: `Unexpected gap: content/sources/${file} is in the manifest and not in the folder, expected it in both`,
  mend:
    `Bring it back with \`git checkout -- content/sources/${file}\`; ` +
    'an article that was renamed names its old id under `formerly:` in its card.',
});

/** Numbers of versions that are left out. */
function gaps(rows: readonly VersionRow[], isKnown: (place: string) => boolean): VersionProblem[] {
  const highest = new Map<string, number>();
  for (const { article, version } of rows)
    highest.set(article, Math.max(highest.get(article) ?? 0, version));
  return [...highest].flatMap(([article, most]) =>
    Array.from({ length: most - 1 }, (_, i) => i + 1)
      .filter((version) => !isKnown(placeOf({ article, version })))
      .map((version) => ({
        article,
        file: `content/sources/${article}`,
        kind: 'version-missing',
        message: `Unexpected version ${most} of ${article} without a version ${version}, expected every number from 1 on`,
        mend: `Number the captures 1 (${article}.txt), 2 (${article}.2.txt), and so on.`,
      })),
  );
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
