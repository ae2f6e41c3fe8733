/**
 * What an article's card drops or gives other words was published: its id keeps what it meant, and says what
 * happened. Where the card takes that back, the claim is live again.
 */
import { first } from '../../text/certain.ts';
import { bare, normal } from '../normal.ts';
import type { LedgerRow } from '../schema.ts';
import type { Correction, Note } from './contract.ts';
import type { Sources } from './sources.ts';
import { textOf } from './words-of-rows.ts';

/** For each claim that a card corrects, by its id, what the card says. */
export type Corrected = ReadonlyMap<string, Correction>;

/** The claims of the newest version that the corrections name. */
export function correctedClaims(
  rows: readonly LedgerRow[],
  corrections: readonly Correction[],
  { newest }: Sources,
): Corrected {
  const corrected = new Map<string, Correction>();
  for (const correction of corrections) {
    const words = bare(correction.words);
    // What has the corrected words already is what they became.
    const become = correction.become === null ? null : normal(correction.become).text.trim();
    const named = rows
      .filter(
        (row) =>
          row.source === newest.sha256 &&
          row.status !== 'orphaned' &&
          bare(textOf(row)) === words &&
          normal(textOf(row)).text.trim() !== become,
      )
      .sort((a, b) => first(a.parts).start - first(b.parts).start || (a.id < b.id ? -1 : 1));
    const row = named[correction.occurrence - 1];
    if (row && (row.status === 'live' || row.decided === 'card')) corrected.set(row.id, correction);
  }
  return corrected;
}

/** The rows, those of corrected claims withdrawn or superseded. */
export const correctWords = (
  rows: readonly LedgerRow[],
  corrected: Corrected,
  { newest, since }: Sources,
  note: Note,
): LedgerRow[] =>
  rows.map((row): LedgerRow => {
    const correction = corrected.get(row.id);
    if (correction) {
      if (row.decided === 'card' && row.reason === correction.why) return row;
      const isDropped = correction.become === null;
      note('decided', row, isDropped ? 'dropped in the card' : 'put in other words in the card');
      const status = isDropped ? 'withdrawn' : 'superseded';
      return { ...row, status, successor: null, since, reason: correction.why, decided: 'card' };
    }
    if (row.decided !== 'card' || row.source !== newest.sha256) return row;
    note('decided', row, 'the card drops it no more');
    return { ...row, status: 'live', successor: null, since, reason: '', decided: null };
  });

/** The rows by id; the successor of a claim in other words is the live claim that has these words. */
export function withHeirs(
  rows: readonly LedgerRow[],
  corrected: Corrected,
  { newest }: Sources,
): Map<string, LedgerRow> {
  const byId = new Map(rows.map((row) => [row.id, row]));
  for (const [id, { become }] of corrected) {
    const row = byId.get(id);
    if (become === null || !row) continue;
    const words = bare(become);
    const heir = rows.find(
      (other) =>
        other.id !== id &&
        other.status === 'live' &&
        other.source === newest.sha256 &&
        bare(textOf(other)) === words,
    );
    if (heir && heir.id !== row.successor) byId.set(id, { ...row, successor: heir.id });
  }
  return byId;
}
