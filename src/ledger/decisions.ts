/**
 * What is wrong with people's decisions, looked at together and against the ledger. Reads nothing, decides
 * nothing.
 */
import type { Decision, LedgerRow } from './schema.ts';

/** A decision and the line of the file on which it begins, from 1. */
export interface Entry {
  decision: Decision;
  line: number;
}

export interface DecisionProblem {
  line: number;
  found: string;
  mend: string;
  /** Nothing is lost by it: the build goes on. */ harmless: boolean;
}

export type ClaimDecision = Extract<Decision, { claim: string }>;
type AddressDecision = Extract<Decision, { address: string }>;
type Succession = Extract<Decision, { 'superseded-by': string } | { 'merged-into': string }>;

/** Whether a decision lets another claim take a claim's place. */
const isSuccession = (decision: Decision): decision is Succession =>
  'superseded-by' in decision || 'merged-into' in decision;

/** The claim that a decision makes another's successor, or whose words it confirms; null where it names none. */
export function heirOf(decision: Decision): string | null {
  if ('confirm' in decision) return decision.confirm;
  if ('superseded-by' in decision) return decision['superseded-by'];
  return 'merged-into' in decision ? decision['merged-into'] : null;
}

/** A claim, its successor, that one's, and so on, each once. */
export function successorsOf(
  claim: string,
  next: (id: string) => string | null | undefined,
): string[] {
  const way: string[] = [];
  for (let at: string | null | undefined = claim; at && !way.includes(at); at = next(at))
    way.push(at);
  return way;
}

/**
 * Decisions on one claim in the order of their days, where each has one: a merge of two branches may
 * write a later decision above an earlier one. All others stay in the order of their lines.
 */
export function inOrder(entries: readonly Entry[]): Entry[] {
  const groups = new Map<string, number[]>();
  entries.forEach(({ decision }, i) => {
    if ('claim' in decision) groups.set(decision.claim, [...(groups.get(decision.claim) ?? []), i]);
  });
  const sorted = [...entries];
  for (const places of groups.values()) {
    const own = places.flatMap((i) => entries[i] ?? []);
    if (own.length < 2 || own.some(({ decision }) => !decision.on)) continue;
    own.sort((a, b) => (a.decision.on ?? '').localeCompare(b.decision.on ?? '', 'en'));
    for (const [i, entry] of own.entries()) sorted[places[i] ?? 0] = entry;
  }
  return sorted;
}

type Problems = DecisionProblem[];

/** Problems of decisions in the order of their lines; `rows` are those of all articles. */
export function checkDecisions(
  entries: readonly Entry[],
  rows: readonly LedgerRow[],
): DecisionProblem[] {
  const ordered = inOrder(entries);
  const onAddresses = ordered.flatMap(({ decision, line }) =>
    'address' in decision ? [{ decision, line }] : [],
  );
  const onClaims = ordered.flatMap(({ decision, line }) =>
    'claim' in decision ? [{ decision, line }] : [],
  );
  return [
    ...addressProblems(onAddresses),
    ...claimProblems(onClaims, rows),
    ...circles(new Map(onClaims.map((entry) => [entry.decision.claim, entry])), rows),
  ].sort((a, b) => a.line - b.line);
}

const isSame = (one: Decision, other: Decision) => JSON.stringify(one) === JSON.stringify(other);

/** Addresses that are decided on twice, or lead to themselves. */
function addressProblems(entries: readonly (Entry & { decision: AddressDecision })[]): Problems {
  const problems: Problems = [];
  const first = new Map<string, Entry>();
  for (const entry of entries) {
    const { decision, line } = entry;
    const before = first.get(decision.address);
    if (before && !isSame(before.decision, decision))
      problems.push({
        line,
        found: `Unexpected second decision on the address \`${decision.address}\`, which line ${before.line} decides otherwise; expected one`,
        mend: 'Keep one of the two.',
        harmless: false,
      });
    else first.set(decision.address, entry);
    if ('redirect' in decision && decision.redirect === decision.address)
      problems.push({
        line,
        found: `Unexpected redirect of \`${decision.address}\` to itself, expected another address`,
        mend: 'Write the address that took its place, or `withdrawn: <reason>`.',
        harmless: false,
      });
  }
  return problems;
}

type ClaimEntry = Entry & { decision: ClaimDecision };

/** What is wrong with each decision on a claim, and with two on the same. */
function claimProblems(entries: readonly ClaimEntry[], rows: readonly LedgerRow[]): Problems {
  const byId = new Map(rows.map((row) => [row.id, row]));
  const last = new Map<string, ClaimEntry>();
  const problems: Problems = [];
  for (const entry of entries) {
    const { decision, line } = entry;
    const own = [
      ownHeir(decision),
      reasonProblem(decision),
      strangeHeir(decision, byId),
      needless(decision, byId.get(decision.claim)),
      secondDecision(decision, last.get(decision.claim)),
    ];
    for (const problem of own) if (problem) problems.push({ line, harmless: false, ...problem });
    last.set(decision.claim, entry);
  }
  return problems;
}

type Fault = Pick<DecisionProblem, 'found' | 'mend'> & { harmless?: true };

const ownHeir = (decision: ClaimDecision): Fault | null =>
  heirOf(decision) === decision.claim
    ? {
        found: `Unexpected decision that makes claim ${decision.claim} its own successor, expected another claim`,
        mend: 'Write the id of the claim that took its place.',
      }
    : null;

/** A claim that is merged into one of another article. */
function strangeHeir(decision: ClaimDecision, byId: ReadonlyMap<string, LedgerRow>): Fault | null {
  if (!('merged-into' in decision)) return null;
  const [row, heir] = [byId.get(decision.claim), byId.get(decision['merged-into'])];
  return row && heir && row.article !== heir.article
    ? {
        found: `Unexpected merging of claim ${row.id} of article ${row.article} into ${heir.id}, which is of article ${heir.article}; expected a claim of the same article`,
        mend: 'Write `superseded-by:` where a claim of another article took its place.',
      }
    : null;
}

const reasonProblem = (decision: ClaimDecision): Fault | null =>
  isSuccession(decision) && !decision.because
    ? {
        found: `Unexpected decision on claim ${decision.claim} without a reason, expected \`because: <reason>\``,
        mend: 'Add `because: <reason>`; the page at its address says it to readers.',
      }
    : null;

/** A confirmation of a claim that stands by itself. */
const needless = (decision: ClaimDecision, row: LedgerRow | undefined): Fault | null =>
  'confirm' in decision &&
  row?.status === 'live' &&
  row.decided === null &&
  !row.aliases.includes(decision.confirm)
    ? {
        found: `Unexpected confirmation of claim ${decision.claim}, which is live: nothing is to be decided; expected a claim without a place`,
        mend: 'Take the entry out.',
        harmless: true,
      }
    : null;

/** Two decisions on a claim that say different things, with none between them that takes the first back. */
const secondDecision = (decision: ClaimDecision, earlier: ClaimEntry | undefined): Fault | null =>
  earlier &&
  !('restored' in decision) &&
  !('restored' in earlier.decision) &&
  !isSame(earlier.decision, decision)
    ? {
        found: `Unexpected second decision on claim ${decision.claim}, which line ${earlier.line} decides otherwise; expected one`,
        mend: 'Keep one of the two; to change an earlier decision for good, write `restored: <reason>` between them.',
      }
    : null;

/** Decisions by which claims would be one another's successors. */
function circles(last: ReadonlyMap<string, ClaimEntry>, rows: readonly LedgerRow[]): Problems {
  // Successors as they will be: those of the ledger, and what is decided now.
  const successor = new Map(rows.map(({ id, successor: heir }) => [id, heir]));
  for (const [claim, { decision }] of last)
    if (!('confirm' in decision)) successor.set(claim, heirOf(decision));
  return [...last].flatMap(([claim, { decision, line }]) => {
    if (heirOf(decision) === claim || !isSuccession(decision)) return [];
    const way = successorsOf(claim, (id) => successor.get(id));
    const end = way.at(-1);
    if (end === undefined || successor.get(end) !== claim) return [];
    return [
      {
        line,
        found: `Unexpected circle of successors, expected a way that ends at a live claim: ${[...way, claim].join(', ')}`,
        mend: 'One of them must stay live: take one decision out, or let all lead to another claim.',
        harmless: false,
      },
    ];
  });
}
