/** What a build would change in the ledger, in files and in words. */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { BuiltArchive } from '../../archive/build.ts';
import {
  formatLedger,
  formatManifest,
  isSameRows,
  MANIFEST,
  type LedgerChange,
} from '../../ledger/index.ts';
import { LEDGER, SOURCES } from '../archive-files/ledger-files.ts';
import { count } from '../terminal/progress.ts';

/** What the ledger's files will hold; null for one that is to go, since its article has another name. */
export function ledgerFiles(archive: BuiltArchive, root: string): Map<string, string | null> {
  const files = new Map<string, string | null>();
  for (const [article, { rows }] of archive.ledger) {
    const path = `${LEDGER}/${article}.json`;
    if (rows.length > 0 || existsSync(join(root, path))) files.set(path, formatLedger(rows));
  }
  for (const { id, formerly } of archive.articles)
    for (const old of formerly)
      if (old !== id && existsSync(join(root, `${LEDGER}/${old}.json`)))
        files.set(`${LEDGER}/${old}.json`, null);
  files.set(`${SOURCES}/${MANIFEST}`, formatManifest(archive.versions));
  return files;
}

export const changesOf = (archive: BuiltArchive): LedgerChange[] =>
  [...archive.ledger.values()].flatMap(({ changes }) => changes);

/** What a file of the project holds; null where there is none. */
export const textAt = (root: string, path: string): string | null =>
  existsSync(join(root, path)) ? readFileSync(join(root, path), 'utf8') : null;

/** At most this many lines of one kind are printed where nothing is refused. */
const MOST_LINES = 200;
export const cutShort = (lines: readonly string[]): string[] => [
  ...lines.slice(0, MOST_LINES),
  ...(lines.length > MOST_LINES
    ? [`… and ${count(lines.length - MOST_LINES, 'more', 'more')}`]
    : []),
];

/** Every claim that would change, one a line. */
export const changesInWords = (archive: BuiltArchive): string[] =>
  changesOf(archive).map(
    ({ kind, article, claim, words, detail }) =>
      `Claim ${claim} of ${article} would be ${kind} (${detail}): ${brief(words)}`,
  );

/** The files whose rows would be others; another order alone changes nothing. */
export const wouldChange = (files: ReadonlyMap<string, string | null>, root: string): string[] =>
  [...files]
    .filter(([path, text]) => {
      const now = textAt(root, path);
      return now === null || text === null ? now !== text : !isSameRows(now, text);
    })
    .map(([path]) => path);

/** The beginning of a claim's words. */
const brief = (words: string): string => (words.length > 70 ? `${words.slice(0, 69)}…` : words);

/** Live claims that the parser gives to others than before, one a line, with the remedy. */
export function otherSpeakers(archive: BuiltArchive): string[] {
  const lines = changesOf(archive).flatMap(({ kind, article, claim, detail, words }) =>
    kind === 'attributed' ? [`  claim ${claim} of ${article}: ${detail}: “${brief(words)}”`] : [],
  );
  if (lines.length === 0) return [];
  return [
    ...cutShort(lines),
    '  Where that is wrong, say in the article’s card, under `claims:`, whose words they are (`words`, `speaker`, `why`).',
  ];
}

/** Files whose rows stay what they are and only stand in another order, as after a merge. */
export const putInOrder = (files: ReadonlyMap<string, string | null>, root: string): string[] =>
  [...files].flatMap(([path, text]) => {
    const now = textAt(root, path);
    const isTidied = now !== null && text !== null && now !== text && isSameRows(now, text);
    return isTidied ? [`${path} is put in order; its rows stay what they are`] : [];
  });
