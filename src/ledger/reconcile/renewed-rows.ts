/**
 * Rows before the texts are looked at: under the article's name of today, and live again where a person took a
 * decision back.
 */
import type { ClaimDecision } from '../decisions.ts';
import type { LedgerRow } from '../schema.ts';
import type { Note } from './contract.ts';

/** The rows of the article, whatever it was called when they were written. */
export const underOneName = (
  rows: readonly LedgerRow[],
  article: string,
  note: Note,
): LedgerRow[] =>
  rows.map((row) => {
    if (row.article === article) return row;
    note('renamed', row, `from article ${row.article}`);
    return { ...row, article };
  });

/**
 * The rows, live again where the last decision on them restores what an earlier one took away.
 * `today` is since when, where the decision has no day.
 */
export const restoredRows = (
  rows: readonly LedgerRow[],
  lastWord: ReadonlyMap<string, ClaimDecision>,
  today: string,
  note: Note,
): LedgerRow[] =>
  rows.map((row) => {
    const decision = lastWord.get(row.id);
    if (!decision || !('restored' in decision)) return row;
    if (row.decided !== 'decisions' || row.status === 'live') return row;
    note('decided', row, 'restored');
    return {
      ...row,
      status: 'live',
      successor: null,
      since: decision.on ?? today,
      reason: decision.restored,
      decided: null,
    };
  });
