/** What is wrong with people's decisions, looked at together and against the ledger. Reads nothing, decides nothing. */
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

/** Problems of decisions in the order of their lines; `rows` are those of all articles. */
export function checkDecisions(
  entries: readonly Entry[],
  rows: readonly LedgerRow[],
): DecisionProblem[] {
  const problems: DecisionProblem[] = [];
  const byId = new Map(rows.map((row) => [row.id, row]));
  const last = new Map<string, Entry & { decision: ClaimDecision }>();
  const say = (line: number, found: string, mend: string, harmless = false) =>
    problems.push({ line, found, mend, harmless });

  const addresses = new Map<string, Entry>();
  for (const { decision, line } of inOrder(entries)) {
    if ('address' in decision) {
      const before = addresses.get(decision.address);
      if (before && JSON.stringify(before.decision) !== JSON.stringify(decision))
        say(
          line,
          `Unexpected second decision on the address \`${decision.address}\`, which line ${before.line} decides otherwise`,
          'Keep one of the two.',
        );
      else addresses.set(decision.address, { decision, line });
      if ('redirect' in decision && decision.redirect === decision.address)
        say(
          line,
          `Unexpected redirect of \`${decision.address}\` to itself`,
          'Write the address that took its place, or `withdrawn: <reason>`.',
        );
      continue;
    }
    const { claim } = decision;
    const row = byId.get(claim);
    const heir = heirOf(decision);
    if (heir === claim)
      say(
        line,
        `Unexpected decision that makes claim ${claim} its own successor`,
        'Write the id of the claim that took its place.',
      );
    if (('superseded-by' in decision || 'merged-into' in decision) && !decision.because)
      say(
        line,
        `Unexpected decision on claim ${claim} without a reason`,
        'Add `because: <reason>`; the page at its address says it to readers.',
      );
    if (
      'merged-into' in decision &&
      row &&
      byId.has(decision['merged-into']) &&
      byId.get(decision['merged-into'])!.article !== row.article
    )
      say(
        line,
        `Unexpected merging of claim ${claim} into ${decision['merged-into']}, which is of another article`,
        'Write `superseded-by:` where a claim of another article took its place.',
      );
    if (
      'confirm' in decision &&
      row?.status === 'live' &&
      row.decided === null &&
      !row.aliases.includes(decision.confirm)
    )
      say(
        line,
        `Unexpected confirmation of claim ${claim}, which is live: nothing is to be decided`,
        'Take the entry out.',
        true,
      );
    const earlier = last.get(claim);
    if (
      earlier &&
      !('restored' in decision) &&
      !('restored' in earlier.decision) &&
      JSON.stringify(earlier.decision) !== JSON.stringify(decision)
    )
      say(
        line,
        `Unexpected second decision on claim ${claim}, which line ${earlier.line} decides otherwise`,
        'Keep one of the two; to change an earlier decision for good, write `restored: <reason>` between them.',
      );
    last.set(claim, { decision, line });
  }

  // Successors as they will be: those of the ledger, and what is decided now.
  const successor = new Map(rows.map(({ id, successor: heir }) => [id, heir]));
  for (const [claim, { decision }] of last)
    if (!('confirm' in decision)) successor.set(claim, heirOf(decision));
  for (const [claim, { decision, line }] of last) {
    if (heirOf(decision) === claim || !('superseded-by' in decision || 'merged-into' in decision))
      continue;
    const way = successorsOf(claim, (id) => successor.get(id));
    if (successor.get(way.at(-1)!) === claim)
      say(
        line,
        `Unexpected circle of successors: ${[...way, claim].join(', ')}`,
        'One of them must stay live: take one decision out, or let all lead to another claim.',
      );
  }
  return problems.sort((a, b) => a.line - b.line);
}
