/**
 * What persons decided, in `content/ledger/decisions.yaml`: a claim without a place goes on in other words, or
 * another claim took a claim's place. A decision stays in its file and acts once.
 */
import { ClaimId } from '../../model/records.ts';
import { heirOf, successorsOf, type ClaimDecision } from '../decisions.ts';
import { normal, occurrences } from '../normal.ts';
import type { LedgerRow } from '../schema.ts';
import type { LedgerProblem, Note } from './contract.ts';
import { quotation } from './in-words.ts';
import { movedRow } from './moved-row.ts';
import type { Sources } from './sources.ts';
import { anchorAlone, wordsAndAttribution } from './words-of-rows.ts';

/** A decision that cannot be followed, with the reason. */
type Refusal = Pick<LedgerProblem, 'kind' | 'mend'> & { found: string };

type Confirmation = Extract<ClaimDecision, { confirm: string }>;

/** The last decision on each claim, by its id. */
export const lastWords = (decisions: readonly ClaimDecision[]): Map<string, ClaimDecision> =>
  new Map(decisions.map((decision) => [decision.claim, decision]));

/**
 * Follows decisions, one a claim at most: gives the rows as they are then, and what is wrong with decisions
 * that cannot be followed.
 */
export function followDecisions(
  decisions: Iterable<ClaimDecision>,
  rows: ReadonlyMap<string, LedgerRow>,
  sources: Sources,
  note: Note,
): { rows: Map<string, LedgerRow>; problems: LedgerProblem[] } {
  const decided = new Map(rows);
  const problems: LedgerProblem[] = [];
  for (const decision of decisions) {
    const row = decided.get(decision.claim);
    if (!row) continue;
    const refusal = follow(decision, row, { rows: decided, sources, note });
    if (!refusal) continue;
    const { kind, found, mend } = refusal;
    const message = `Article ${row.article}, claim ${row.id}: ${found}`;
    problems.push({ article: row.article, claim: row.id, kind, message, mend });
  }
  return { rows: decided, problems };
}

/** The rows as they are decided so far, and where each change is noted. */
interface Following {
  rows: Map<string, LedgerRow>;
  sources: Sources;
  note: Note;
}

/** Changes the rows as a decision says; null unless it cannot be followed. */
function follow(decision: ClaimDecision, row: LedgerRow, following: Following): Refusal | null {
  if ('restored' in decision) return null;
  if ('confirm' in decision)
    return ClaimId.safeParse(decision.confirm).success
      ? confirmAsClaim(decision, row, following)
      : confirmInWords(decision, row, following);
  return endClaim(decision, row, following);
}

/** What a claim without a place is once a person says where it goes on. */
const liveAgain = ({ on, because = '' }: Confirmation, { since }: Sources) => ({
  status: 'live' as const,
  since: on ?? since,
  reason: because,
  successor: null,
});

/** The claim goes on in words that the decision names; they must stand once in the newest version. */
function confirmInWords(
  decision: Confirmation,
  row: LedgerRow,
  { rows, sources, note }: Following,
): Refusal | null {
  if (row.status !== 'orphaned') return null;
  const { normal: form } = sources.indexed(sources.newest.version);
  const words = normal(decision.confirm).text.trim();
  const [start, ...more] = occurrences(form.text, words);
  if (start === undefined || more.length > 0) {
    const times = start === undefined ? 'nowhere' : `${more.length + 1} times`;
    return {
      kind: 'decision-words',
      found: `the words of the decision ${quotation(decision.confirm)} stand ${times} in ${sources.since}, expected once`,
      mend: 'Give words that stand there exactly once.',
    };
  }
  const place = { start: form.from(start), end: form.to(start + words.length - 1) };
  rows.set(row.id, {
    ...movedRow(row, [place], row, sources),
    ...liveAgain(decision, sources),
    decided: 'decisions',
  });
  note('decided', row, 'confirmed in other words');
  return null;
}

/** The claim goes on in the words of a live one, whose own id leads to it from then on. */
function confirmAsClaim(
  decision: Confirmation,
  row: LedgerRow,
  { rows, sources, note }: Following,
): null {
  const other = rows.get(decision.confirm);
  if (!other || other.id === row.id || row.status !== 'orphaned' || other.status !== 'live')
    return null;
  const again = liveAgain(decision, sources);
  rows.set(row.id, {
    ...row,
    ...wordsAndAttribution(other),
    ...again,
    was: [...row.was, anchorAlone(row)],
    aliases: [...new Set([...row.aliases, other.id, ...other.aliases])].sort(),
  });
  rows.set(other.id, {
    ...other,
    status: 'merged',
    decided: 'decisions',
    successor: row.id,
    since: again.since,
    reason: again.reason || `the same claim as ${row.id}`,
  });
  note('decided', row, `confirmed in the words of ${other.id}`);
  return null;
}

/** The claim is live no more: another took its place, it is the same as another, or it is withdrawn. */
function endClaim(
  decision: Exclude<ClaimDecision, { confirm: string } | { restored: string }>,
  row: LedgerRow,
  { rows, sources, note }: Following,
): Refusal | null {
  const heir = heirOf(decision);
  const way = successorsOf(heir ?? '', (id) => rows.get(id)?.successor);
  if (way.includes(row.id))
    return {
      kind: 'decision-circle',
      found: `a decision gives it the successor ${heir}, which leads back to it, expected one that leads to another claim`,
      mend: 'One of the claims must stay: take one of the decisions back, or let both lead to another claim.',
    };
  const other = 'merged-into' in decision ? rows.get(decision['merged-into']) : undefined;
  if (other && !other.aliases.includes(row.id))
    rows.set(other.id, { ...other, aliases: [...other.aliases, row.id].sort() });
  const { status, reason, detail } = ending(decision);
  // What is decided already is not decided again.
  if (row.status === status && row.successor === heir && row.reason === reason) return null;
  const since = decision.on ?? sources.since;
  rows.set(row.id, { ...row, status, successor: heir, since, reason, decided: 'decisions' });
  note('decided', row, detail);
  return null;
}

/** What a decision makes of a claim that it ends, and how the list of changes says it. */
function ending(
  decision: Parameters<typeof endClaim>[0],
): Pick<LedgerRow, 'status' | 'reason'> & { detail: string } {
  if ('withdrawn' in decision)
    return { status: 'withdrawn', reason: decision.withdrawn, detail: 'withdrawn' };
  const reason = decision.because ?? '';
  return 'superseded-by' in decision
    ? { status: 'superseded', reason, detail: `superseded by ${decision['superseded-by']}` }
    : { status: 'merged', reason, detail: `merged into ${decision['merged-into']}` };
}
