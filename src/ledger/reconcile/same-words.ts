/**
 * What the parser finds in the newest version meets the rows that stand there: which draft is which claim. At the
 * same place it is the same claim; else the two must have much of their words in common.
 */
import type { Span } from '../../model/records.ts';
import { grouped } from '../../text/grouped.ts';
import { contains } from '../../text/spans.ts';
import { agreement } from '../indexed.ts';
import type { LedgerRow } from '../schema.ts';
import type { DraftClaim } from './contract.ts';
import type { Corrected } from './corrected-words.ts';
import type { Sources } from './sources.ts';
import { keyOf, spansOf } from './words-of-rows.ts';

/** A row with its places in the newest version; UTF-16 units. */
interface Standing {
  row: LedgerRow;
  spans: readonly Span[];
}

/** By the number of each draft the id of its claim; a draft that is no claim of the ledger has none. */
export type Owners = Map<number, string>;

/** Which draft is which row of those that stand in the newest version; the best pairs first, each once. */
export function matchDrafts(
  drafts: readonly DraftClaim[],
  rows: readonly LedgerRow[],
  corrected: Corrected,
  { newest, points }: Sources,
): Owners {
  const standing = rows.flatMap((row): Standing[] =>
    row.source === newest.sha256 && row.status !== 'orphaned' && !corrected.get(row.id)?.become
      ? [{ row, spans: spansOf(row, points) }]
      : [],
  );
  const owners = atSamePlaces(drafts, standing);
  const used = new Set(owners.values());
  const rest = standing.filter(({ row }) => !used.has(row.id));
  for (const { draft, id } of likePairs(drafts, owners, rest)) {
    if (owners.has(draft) || used.has(id)) continue;
    owners.set(draft, id);
    used.add(id);
  }
  return owners;
}

/** Drafts with exactly the bounds of a row, of one with the same speaker where there is a choice: the usual case. */
function atSamePlaces(drafts: readonly DraftClaim[], standing: readonly Standing[]): Owners {
  const owners: Owners = new Map();
  const used = new Set<string>();
  const places = grouped(standing.map(({ row, spans }) => [keyOf(spans), row] as const));
  for (const [i, draft] of drafts.entries()) {
    const here = (places.get(keyOf(draft.parts)) ?? []).filter(({ id }) => !used.has(id));
    const row = here.find(({ speaker }) => speaker?.id === draft.speaker?.id) ?? here[0];
    if (!row) continue;
    owners.set(i, row.id);
    used.add(row.id);
  }
  return owners;
}

/** The least share of their words that two stretches have in common, for them to be one claim. */
const HALF = 0.5;

/** Pairs of a draft without an owner and a row that may be one claim, the best first. */
function likePairs(
  drafts: readonly DraftClaim[],
  owners: Owners,
  rest: readonly Standing[],
): { draft: number; id: string; rank: number }[] {
  const pairs: { draft: number; id: string; rank: number }[] = [];
  for (const [i, draft] of drafts.entries()) {
    if (owners.has(i)) continue;
    for (const { row, spans } of rest) {
      const share = agreement(spans, draft.parts);
      const isCut = share < HALF && isCutShorter(draft, row, spans);
      if (share < HALF && !isCut) continue;
      // Live claims come before others, and both before what is only cut from a claim.
      const rank = share + (row.status === 'live' ? 1 : 0) - (isCut ? 2 : 0);
      pairs.push({ draft: i, id: row.id, rank });
    }
  }
  return pairs.sort((a, b) => b.rank - a.rank || a.draft - b.draft || (a.id < b.id ? -1 : 1));
}

/** Whether a draft lies within a row's words and has the same speaker: the same claim, cut in another way. */
const isCutShorter = (draft: DraftClaim, row: LedgerRow, spans: readonly Span[]): boolean =>
  draft.speaker !== null &&
  draft.speaker.id === row.speaker?.id &&
  draft.parts.every((inner) => spans.some((outer) => contains(outer, inner)));
