/** Decisions on claims that lost their place, and on addresses: lines of `content/ledger/decisions.yaml`. */
import { ClaimId } from '../../model/records.ts';
import { normal, occurrences } from '../../ledger/normal.ts';
import { Decision, type LedgerRow } from '../../ledger/index.ts';
import { newestOf } from '../../archive/content.ts';
import { DECISIONS, textOfBytes } from '../content.ts';
import { isSame } from './same.ts';
import { refuse, type ActNamed, type Plan } from './plan.ts';

const KEYS = {
  confirm: 'confirm',
  'superseded-by': 'superseded-by',
  'merged-into': 'merged-into',
} as const;

/** Writes one more decision. */
export function decideOn(plan: Plan, decision: Decision): void {
  const checked = Decision.safeParse(decision);
  if (!checked.success)
    return refuse(checked.error.issues[0]?.message ?? 'The decision is not in order.');
  plan.editList(DECISIONS, (list) =>
    list.some((one) => isSame(one, decision)) ? list : [...list, decision],
  );
}

export function decide(plan: Plan, { claim, decision, heir, why }: ActNamed<'decide'>): void {
  const { by, on } = plan.signature;
  const row = rowOf(plan, claim);
  if (!row) return refuse(`There is no claim ${claim} in the ledger.`, { field: 'claim' });
  if (decision === 'withdrawn') return decideOn(plan, { claim, withdrawn: why, by, on });
  if (decision === 'restored') return decideOn(plan, { claim, restored: why, by, on });
  if (heir === null)
    return refuse('Choose a candidate, or name another claim or other words.', { field: 'heir' });
  checkHeir(plan, row, { decision, heir });
  return decideOn(plan, { claim, [KEYS[decision]]: heir, because: why, by, on } as Decision);
}

function rowOf(plan: Plan, claim: string): LedgerRow | null {
  for (const { rows } of plan.known.archive.ledger.values()) {
    const row = rows.find(({ id }) => id === claim);
    if (row) return row;
  }
  return null;
}

/** Refuses what cannot take a claim's place. */
function checkHeir(
  plan: Plan,
  row: LedgerRow,
  { decision, heir }: { decision: keyof typeof KEYS; heir: string },
): void {
  const at = { field: 'heir' };
  if (!ClaimId.safeParse(heir).success) {
    if (decision !== 'confirm')
      refuse('A claim is superseded by, or merged into, a claim that has an id.', at);
    const times = timesInNewest(plan, row.article, heir);
    if (times !== 1)
      refuse(
        `The words “${heir}” stand ${times === 0 ? 'nowhere' : `${times} times`} in the newest version; give words that stand there exactly once.`,
        at,
      );
    return;
  }
  if (heir === row.id) refuse('A claim cannot take its own place.', at);
  const other = rowOf(plan, heir);
  if (!other) return refuse(`There is no claim ${heir} in the ledger.`, at);
  if (other.status !== 'live')
    refuse(`Claim ${heir} does not stand itself: its status is ${other.status}.`, at);
  if (decision !== 'superseded-by' && other.article !== row.article)
    refuse(
      `Claim ${heir} stands in another article, ${other.article}: a claim can be superseded by it, but is not the same claim.`,
      at,
    );
}

function timesInNewest(plan: Plan, article: string, words: string): number {
  const source = plan.known.begun.content.sources.find((one) => one.article === article);
  const value = source ? newestOf(source).file.value : undefined;
  if (!(value instanceof Uint8Array)) return 0;
  return occurrences(normal(textOfBytes(value)).text, normal(words).text.trim()).length;
}
