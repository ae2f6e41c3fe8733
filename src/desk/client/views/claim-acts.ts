/** Acts on claims with their keys, alike in the queue, in an article and below a name. */
import type { ClaimRecord } from '../../../model/records.ts';
import type { QueueItem } from '../../api.ts';
import type { Desk } from '../desk.ts';
import { claimsInWords } from '../editors/subject.ts';
import type { KeyRow } from '../keys.ts';
import { whyGiven } from '../parts/why-field.ts';
import type { Editor } from '../store.ts';

export interface Target {
  claims: readonly string[];
  article: string;
  candidates: QueueItem['candidates'];
  record: Pick<ClaimRecord, 'speaker'> | null;
  done: ReadonlySet<string>;
}

/** What can be done with the claims that are meant; `target` gives them, null where there are none. */
export function claimKeys(desk: Desk, target: () => Target | null): KeyRow[] {
  const edit = (kind: Editor['kind']) => () => {
    const meant = target();
    if (meant && meant.claims.length > 0)
      desk.openEditor({ kind, claims: meant.claims, article: meant.article });
  };
  return [
    {
      keys: ['c'],
      words: 'confirm',
      run: () => {
        const meant = target();
        if (!meant || meant.claims.length === 0) return;
        void desk.act(
          { act: 'confirm', claims: [...meant.claims] },
          `Confirmed the ${claimsInWords(meant.claims)}.`,
          meant.done,
        );
      },
    },
    { keys: ['x'], words: 'reject, with the reason', run: edit('reject') },
    { keys: ['s'], words: 'set the speaker', run: edit('speaker') },
    { keys: ['v'], words: 'who passed it on (via)', run: edit('via') },
    { keys: ['t'], words: 'type', run: edit('type') },
    { keys: ['d'], words: 'day on which it was said', run: edit('said') },
    { keys: ['o'], words: 'topic and answer', run: edit('topic') },
    { keys: ['r'], words: 'relation to another claim', run: edit('relate') },
    { keys: ['n'], words: 'note', run: edit('note') },
    {
      keys: ['1', '2', '3', '4', '5', '6', '7', '8', '9'],
      words: 'take the candidate of that number',
      run: (key) => takeCandidate(desk, target(), Number(key)),
    },
  ];
}

/** Takes a candidate by its number. */
function takeCandidate(desk: Desk, target: Target | null, number: number): void {
  const candidate = target?.candidates[number - 1];
  if (!target || !candidate) return;
  void desk.act(
    {
      act: 'set-speaker',
      claims: [...target.claims],
      speaker: candidate.id,
      why: whyGiven(),
    },
    `Speaker: ${candidate.name}.`,
    target.done,
  );
}
