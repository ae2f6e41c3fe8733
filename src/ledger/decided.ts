/** What persons decided on claims that stand: the reason, by whom and when, in the order of `decisions.yaml`. */
import type { Decision, LedgerRow } from './schema.ts';

export interface DecidedRecord {
  claim: string;
  did: 'confirmed' | 'restored';
  /** The other claim whose words it goes on in; null where the words themselves were named. */
  other: string | null;
  because: string | null;
  by: string | null;
  on: string | null;
}

/** Decisions that show in the rows; an entry that changes nothing is none. */
export function decidedOn(
  rows: readonly LedgerRow[],
  decisions: readonly Decision[],
): DecidedRecord[] {
  if (decisions.length === 0) return [];
  const byId = new Map(rows.map((row) => [row.id, row]));
  const held = (row: LedgerRow, decision: Decision): boolean =>
    'confirm' in decision
      ? row.decided === 'decisions' || row.aliases.includes(decision.confirm)
      : 'restored' in decision && row.reason === decision.restored;
  return decisions.flatMap((decision): DecidedRecord[] => {
    if (!('claim' in decision)) return [];
    const row = byId.get(decision.claim);
    if (row?.status !== 'live' || !held(row, decision)) return [];
    const { because = null, by = null, on = null } = decision;
    if ('confirm' in decision)
      return [
        {
          claim: row.id,
          did: 'confirmed',
          other: row.aliases.includes(decision.confirm) ? decision.confirm : null,
          because,
          by,
          on,
        },
      ];
    return 'restored' in decision
      ? [{ claim: row.id, did: 'restored', other: null, because: decision.restored, by, on }]
      : [];
  });
}
