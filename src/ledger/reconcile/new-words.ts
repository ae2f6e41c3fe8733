/** What the parser finds and the ledger does not hold is a new claim: its id is minted here, once and for good. */
import { at } from '../../text/certain.ts';
import { mint } from '../mint.ts';
import type { LedgerRow } from '../schema.ts';
import type { DraftClaim, Note, ReconcileInput } from './contract.ts';
import type { Owners } from './same-words.ts';
import type { Sources } from './sources.ts';
import { anchorOf, attributionOf, inReadingOrder } from './words-of-rows.ts';

/** Rows of the drafts that have no owner, in reading order, with the owners of all drafts. */
export function mintRows(
  { article, drafts, taken = () => false }: Pick<ReconcileInput, 'article' | 'drafts' | 'taken'>,
  { rows, owners }: { rows: readonly LedgerRow[]; owners: Owners },
  { newest, points, since }: Sources,
  note: Note,
): { minted: LedgerRow[]; owners: Owners } {
  const known = new Set(rows.map(({ id }) => id));
  const all = new Map(owners);
  const minted: LedgerRow[] = [];
  for (const i of readingOrder(drafts)) {
    if (owners.has(i)) continue;
    const draft = at(drafts, i);
    const anchor = anchorOf(draft.parts, newest, points);
    const row: LedgerRow = {
      id: mint(newest.sha256, anchor.parts, (id) => known.has(id) || taken(id)),
      article,
      status: 'live',
      successor: null,
      since,
      reason: '',
      fate: null,
      decided: null,
      held: false,
      aliases: [],
      ...anchor,
      was: [],
      ...attributionOf(draft, newest.text, points),
    };
    known.add(row.id);
    minted.push(row);
    all.set(i, row.id);
    note('minted', row, 'a claim that the ledger does not hold');
  }
  return { minted, owners: all };
}

/** The numbers of the drafts as their words are read. */
const readingOrder = (drafts: readonly DraftClaim[]): number[] =>
  [...drafts.entries()]
    .sort(([i, a], [j, b]) => inReadingOrder(a.parts, b.parts) || i - j)
    .map(([i]) => i);
