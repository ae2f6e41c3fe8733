/**
 * Which claim an entry of a card means in a newer version of the text: the one whose place the ledger knows from the
 * version that a person read, and none that came to have the same words since.
 */
import type { LedgerRow, Reconciled } from '../ledger/index.ts';
import type { Card } from '../intake/cards/read.ts';
import type { ArticleCard, ClaimEntry } from '../intake/cards/schema.ts';
import { complain, wordsOfAnother } from '../model/messages.ts';
import { first } from '../text/certain.ts';
import { folded, placeOf, type Meant } from './correct.ts';

type Entry = Readonly<ClaimEntry>;

const versionOf = ({ version = 1 }: Entry): number => version;

/** Where the words of a row stood in a version. */
const anchorIn = (row: LedgerRow, version: number) =>
  [row, ...row.was].find((anchor) => anchor.version === version);

/** The row of the claim that an entry meant in the version it was written of; null where that cannot be told. */
export function rowMeant(
  entry: Entry,
  entries: readonly Entry[],
  rows: readonly LedgerRow[],
): LedgerRow | null {
  const { become, occurrence } = entry;
  const version = versionOf(entry);
  const wanted = folded(become ?? entry.words);
  const same = rows
    .flatMap((row) => {
      const anchor = anchorIn(row, version);
      return anchor && folded(anchor.parts.map(({ exact }) => exact)) === wanted
        ? [{ row, start: first(anchor.parts).start }]
        : [];
    })
    .sort((a, b) => a.start - b.start);
  if (occurrence === undefined || become !== undefined)
    return same.length === 1 ? first(same).row : null;
  // `occurrence` counts those, too, that other entries dropped or gave other words.
  const gone = entries.filter(
    (one) =>
      (one.drop === true || one.become !== undefined) &&
      versionOf(one) === version &&
      folded(one.words) === wanted &&
      (one.occurrence ?? 1) < occurrence,
  );
  return same[occurrence - 1 - gone.length]?.row ?? null;
}

/**
 * The entries that the draft holds against another claim than they mean, with the place of the claim that they do
 * mean: the ledger carries it, and `draft.heard` says where it was found.
 */
export function entriesMisread(
  { card, heard }: { card: Card<ArticleCard> | null; heard: readonly Heard[] },
  { rows, claims }: Pick<Reconciled, 'rows' | 'claims'>,
  newest: number,
): Meant {
  const entries = card?.data.claims ?? [];
  const misread = new Map<number, string | null>();
  for (const [nth, entry] of entries.entries()) {
    if (entry.add || entry.drop || versionOf(entry) >= newest) continue;
    const taken = heard.findIndex((one) => one.entries.includes(nth));
    const row = taken < 0 ? null : rowMeant(entry, entries, rows);
    if (!row) continue;
    const own = claims.find(({ id }) => id === row.id)?.draft ?? null;
    if (own !== taken) misread.set(nth, own === null ? null : (heard[own]?.found ?? null));
  }
  return misread;
}

/** Says of each entry that means no claim of the newest version whose words they were. */
export function reportUnmeant({ card }: { card: Card<ArticleCard> | null }, meant: Meant): void {
  for (const [nth, place] of meant) {
    const entry = card?.data.claims?.[nth];
    if (card && entry && place === null)
      complain(
        card.file,
        card.place(['claims', nth, 'words']),
        wordsOfAnother(folded(entry.words), versionOf(entry)),
      );
  }
}

/** What is heard of each claim: the entries that speak of it, and where it was found. */
export const heardOf = (
  claims: readonly Parameters<typeof placeOf>[0][],
  traced: readonly {
    claim: Parameters<typeof placeOf>[0];
    found: Parameters<typeof placeOf>[0] | null;
    entries: readonly number[];
    dropped: boolean;
  }[],
): Heard[] =>
  claims.map((claim) => {
    const place = placeOf(claim);
    const own = traced.find((one) => !one.dropped && placeOf(one.claim) === place);
    return { entries: own?.entries ?? [], found: own?.found ? placeOf(own.found) : null };
  });

/** The entries of the card that speak of a claim, and the place where it was found; null for one that was added. */
export interface Heard {
  entries: readonly number[];
  found: string | null;
}
