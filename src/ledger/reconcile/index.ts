/**
 * Brings together what the ledger holds of an article and what the parser finds in its newest
 * version. An id once published means its claim for good: a row's words are the words of record,
 * whatever a parser cuts; words that lost their place wait for a person and are never moved to
 * a look-alike. Each stage is a file beside this one.
 */
import { LANGUAGE_OF_RULES } from '../../languages/known.ts';
import { byText } from '../../text/order.ts';
import { certain } from '../../text/certain.ts';
import type { LedgerChange, Note, ReconcileInput, Reconciled } from './contract.ts';
import { correctedClaims, correctWords, withHeirs } from './corrected-words.ts';
import { followDecisions, lastWords } from './decided-claims.ts';
import { lineOf } from './in-words.ts';
import { liveClaims, mergedInto } from './live-claims.ts';
import { moveWords } from './moved-words.ts';
import { mintRows } from './new-words.ts';
import { orphansOf } from './orphans.ts';
import { checkRows } from './read-back.ts';
import { restoredRows, underOneName } from './renewed-rows.ts';
import { matchDrafts } from './same-words.ts';
import { sourcesOf } from './sources.ts';

export type {
  Correction,
  DraftClaim,
  LedgerChange,
  LiveClaim,
  OtherText,
  Reconciled,
  ReconcileInput,
  SourceText,
} from './contract.ts';

/**
 * The rows, ids and live claims of an article. Where a row does not read back nothing is changed, no claim is
 * published, and `problems` says what is wrong.
 */
export function reconcile(input: ReconcileInput): Reconciled {
  const { article, drafts } = input;
  const changes: LedgerChange[] = [];
  const unread = checkRows(input);
  if (unread.length > 0) {
    const ids = drafts.map(() => null);
    return { rows: [...input.rows], claims: [], ids, orphans: [], changes, problems: unread };
  }
  const note: Note = (kind, row, detail) =>
    changes.push({ kind, article, claim: row.id, words: lineOf(row), detail });

  const sources = sourcesOf(input.versions, input.language ?? LANGUAGE_OF_RULES);
  const decisions = lastWords((input.decisions ?? []).filter((one) => 'claim' in one));
  const named = underOneName(input.rows, article, note);
  const renewed = restoredRows(named, decisions, sources.since, note);
  const moved = moveWords(renewed, drafts, sources, note);
  const corrected = correctedClaims(moved.rows, input.corrections ?? [], sources);
  const kept = correctWords(moved.rows, corrected, sources, note);
  const matched = matchDrafts(drafts, kept, corrected, sources);
  const { minted, owners } = mintRows(input, { rows: kept, owners: matched }, sources, note);
  const known = withHeirs([...kept, ...minted], corrected, sources);
  const decided = followDecisions(decisions.values(), known, sources, note);
  const noted = new Set(changes.map(({ claim }) => claim));
  const live = liveClaims(decided.rows, { drafts, owners }, sources, noted, note);

  const rows = [...live.rows.values()].sort((a, b) => byText(a.id, b.id));
  const published = new Set(live.claims.map(({ id }) => id));
  const ids = drafts.map((_, i) => {
    const id = mergedInto(certain(owners.get(i), 'every draft has an id'), live.rows);
    return published.has(id) ? id : null;
  });
  const orphans = orphansOf(rows, moved.waiting, live.claims, sources, input);
  return { rows, claims: live.claims, ids, orphans, changes, problems: decided.problems };
}
