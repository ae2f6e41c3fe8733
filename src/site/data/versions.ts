/** Versions of the sources, what became of the claims from one to the next, and what persons decided, from the records. */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { inArchive, recordsFolder } from './archive.ts';
import { asked } from '../../archive/asking.ts';
import type { DecidedRecord } from '../../ledger/decided.ts';
import type { CarriedRecord, VersionRow } from '../../ledger/schema.ts';
import { bare } from '../../ledger/normal.ts';
import { RECORDS_WRITTEN } from '../../model/records-written.ts';

const list = <T>(name: string): T[] => {
  const path = join(recordsFolder(), name);
  return existsSync(path) ? (JSON.parse(readFileSync(path, 'utf8')) as T[]) : [];
};

let known:
  | {
      versions: Map<string, VersionRow[]>;
      carried: Map<string, CarriedRecord[]>;
      decided: Map<string, DecidedRecord[]>;
    }
  | undefined;

/**
 * Reads the records anew when they are next asked for: they are others after a build has written them.
 */
export function forgetVersions(): void {
  known = undefined;
}

import.meta.hot?.on(RECORDS_WRITTEN, forgetVersions);

function read() {
  if (known) return known;
  const versions = new Map<string, VersionRow[]>();
  for (const row of list<VersionRow>('versions.json'))
    versions.set(row.article, [...(versions.get(row.article) ?? []), row]);
  const carried = new Map<string, CarriedRecord[]>();
  for (const row of list<CarriedRecord>('carried.json'))
    carried.set(row.article, [...(carried.get(row.article) ?? []), row]);
  const decided = new Map<string, DecidedRecord[]>();
  for (const row of list<DecidedRecord>('decided.json'))
    decided.set(row.claim, [...(decided.get(row.claim) ?? []), row]);
  return (known = { versions, carried, decided });
}

/** All versions of an article's source, oldest first. */
export const versionsOf = asked(
  'versionsOf',
  (article): readonly VersionRow[] => read().versions.get(article) ?? [],
);

/** Claims of the article that were carried from an earlier version, by where they stand. */
export const carriedIn = asked(
  'carriedIn',
  (article): readonly CarriedRecord[] => read().carried.get(article) ?? [],
);

/** What persons decided on a claim that stands, oldest first. */
export const decidedOn = asked(
  'decidedOn',
  (claim): readonly DecidedRecord[] => read().decided.get(claim) ?? [],
);

export type Place = CarriedRecord['places'][number];

/** Earlier places of a claim where it had other words than it has now, newest first; each wording once. */
export function formerWords({ id, article }: { id: string; article: string }): Place[] {
  const [now, ...before] = carriedIn(article).find((row) => row.id === id)?.places ?? [];
  const seen = new Set(now ? [bare(now.words)] : []);
  return before.filter(({ words }) => !seen.has(bare(words)) && seen.add(bare(words)));
}

export const versionBytes = (row: VersionRow): Uint8Array<ArrayBuffer> =>
  new Uint8Array(readFileSync(inArchive('content/sources', row.file)));

/** Decoded, nothing normalised. */
export const versionText = (row: VersionRow): string =>
  new TextDecoder('utf-8', { ignoreBOM: true }).decode(versionBytes(row));

/** Neighbouring versions, and the newest with each: every pair a reader is likely to want. */
export function pairsOf(versions: readonly VersionRow[]): [VersionRow, VersionRow][] {
  const newest = versions.at(-1);
  return versions.flatMap((row, i): [VersionRow, VersionRow][] => {
    const next = versions[i + 1];
    if (!next || !newest) return [];
    return next === newest
      ? [[row, next]]
      : [
          [row, next],
          [row, newest],
        ];
  });
}
