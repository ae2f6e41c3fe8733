/** Reads what the forms of the curation page send, and says everything that is wrong with it before anything is written. */
import { isSeq, parseDocument, type Document } from 'yaml';
import { z } from 'zod';
import type { ClaimEntry } from '../intake/cards/schema.ts';
import { Decision } from '../ledger/schema.ts';
import { ClaimId } from '../model/records.ts';
import type { CurationState } from '../archive/waiting.ts';

export type Checked<T> = { value: T } | { problems: string[] };

/** The keys of a decision by what a form calls them. */
export const ACTIONS = {
  confirm: 'confirm',
  supersede: 'superseded-by',
  merge: 'merged-into',
  withdraw: 'withdrawn',
} as const;
export const isAction = (action: string): action is keyof typeof ACTIONS =>
  Object.hasOwn(ACTIONS, action);

const field = (form: URLSearchParams, name: string) => (form.get(name) ?? '').trim();

/** A decision on a claim that waits for a person: `claim`, `action`, `heir` (or `other` beside it), `why`, `by`, `on`. */
export function decisionOf(form: URLSearchParams, state: CurationState): Checked<Decision> {
  const problems: string[] = [];
  const claim = field(form, 'claim');
  const action = field(form, 'action');
  const [because, by, on] = [field(form, 'why'), field(form, 'by'), field(form, 'on')];
  const row = state.rows.get(claim);
  if (!row)
    problems.push(claim ? `There is no claim ${claim} in the ledger.` : 'No claim is named.');
  else if (!state.waiting.has(claim))
    problems.push(
      `Claim ${claim} does not wait for a decision: its status is ${row.status}. If it was decided a moment ago, nothing more is to be done.`,
    );
  if (!isAction(action))
    problems.push(
      'Choose what became of the claim: the same claim, superseded, merged, or withdrawn.',
    );
  if (!because) problems.push('Say why: the reason stands on the claim’s page for good.');
  if (!by) problems.push('Say who decides: the name stands on the claim’s page.');
  if (!z.iso.date().safeParse(on).success)
    problems.push('Give the day of the decision, such as 2024-01-31.');
  if (isAction(action) && action !== 'withdraw')
    problems.push(...heirProblems(form, claim, action, state));
  if (problems.length > 0 || !isAction(action)) return { problems };
  return {
    value: Decision.parse(
      action === 'withdraw'
        ? { claim, withdrawn: because, by, on }
        : { claim, [ACTIONS[action]]: heirOf(form), because, by, on },
    ),
  };
}

/** The id or the words that the form gives for what the claim is now; empty where it gives none. */
function heirOf(form: URLSearchParams): string {
  const chosen = field(form, 'heir');
  return chosen === 'other' ? field(form, 'other') : chosen;
}

/** What is wrong with what the form gives in the claim's place: an id, or words of the newest version. */
function heirProblems(
  form: URLSearchParams,
  claim: string,
  action: keyof typeof ACTIONS,
  state: CurationState,
): string[] {
  const heir = heirOf(form);
  if (!heir)
    return [
      field(form, 'heir') === 'other'
        ? 'Write the id of the other claim, or its words.'
        : 'Choose a candidate, or name another claim or other words.',
    ];
  if (ClaimId.safeParse(heir).success) return otherClaimProblems(heir, claim, action, state);
  if (action !== 'confirm')
    return [
      'A claim can be superseded by, or merged into, a claim only; choose one that has an id.',
    ];
  const row = state.rows.get(claim);
  const times = row ? state.times(row.article, heir) : 1;
  if (times === 1) return [];
  const found = times === 0 ? 'nowhere' : `${times} times`;
  return [
    `The words “${heir}” stand ${found} in the newest version; ` +
      'give words that stand there exactly once.',
  ];
}

/** What is wrong with another claim in the claim's place. */
function otherClaimProblems(
  heir: string,
  claim: string,
  action: keyof typeof ACTIONS,
  state: CurationState,
): string[] {
  if (heir === claim) return ['A claim cannot take its own place.'];
  const row = state.rows.get(heir);
  if (!row) return [`There is no claim ${heir} in the ledger.`];
  if (row.status !== 'live')
    return [`Claim ${heir} does not stand itself: its status is ${row.status}.`];
  const own = state.rows.get(claim);
  if (action !== 'supersede' && own && own.article !== row.article)
    return [
      `Claim ${heir} stands in another article, ${row.article}: a claim can be superseded by it, but is not the same claim.`,
    ];
  return [];
}

/** The text of `decisions.yaml` with one more entry; comments and what stands there are kept. */
export function withDecision(text: string | null, decision: Decision): string {
  const document: Document = parseDocument(text ?? '', { schema: 'failsafe' });
  const [fault] = document.errors;
  if (fault) throw new Error(`content/ledger/decisions.yaml is not in order: ${fault.message}`);
  if (document.contents === null) document.contents = document.createNode([]);
  if (!isSeq(document.contents))
    throw new Error(
      'content/ledger/decisions.yaml is not in order: expected a list with one entry a decision.',
    );
  document.contents.flow = false;
  // On one line, so that the decisions of several people merge in git.
  document.contents.items.push(document.createNode(decision, { flow: true }));
  return document.toString({ lineWidth: 0 });
}

/** A correction of a claim, for its article's card: `claim`, `action`, `speaker`, `why`. */
export function entryOf(
  form: URLSearchParams,
  state: CurationState,
): Checked<{ article: string; entry: ClaimEntry }> {
  const problems: string[] = [];
  const id = field(form, 'claim');
  const action = field(form, 'action');
  const speaker = field(form, 'speaker');
  const why = field(form, 'why');
  const claim = state.claims.get(id);
  if (!claim)
    problems.push(
      id ? `There is no claim ${id} among those that are published.` : 'No claim is named.',
    );
  if (!['confirm', 'speaker', 'drop'].includes(action))
    problems.push(
      'Choose what to do with the claim: confirm it, set its speaker, or say that it is none.',
    );
  if (action === 'speaker' && speaker && !state.speakers.has(speaker))
    problems.push(`There is no speaker ${speaker} in the archive.`);
  if ((action === 'speaker' || action === 'drop') && !why)
    problems.push('Say why: the reason stands on the claim’s page.');
  if (problems.length > 0 || !claim) return { problems };
  const entry: ClaimEntry = { words: claim.words };
  if (claim.occurrence !== null) entry.occurrence = claim.occurrence;
  if (action === 'confirm') entry.confirm = true;
  else if (action === 'drop') entry.drop = true;
  else entry.speaker = speaker || null;
  if (why) entry.why = why;
  return { value: { article: claim.article, entry } };
}
