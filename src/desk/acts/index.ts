/** Acts: what a person does at the desk, as changes of the texts of cards. Nothing is read from or written to a disk. */
import type { Act } from '../api.ts';
import { editArticle } from './articles.ts';
import {
  add,
  confirm,
  join,
  reject,
  restore,
  setBounds,
  setSaid,
  setSpeaker,
  setType,
  setVia,
  split,
} from './claims.ts';
import { decide } from './decisions.ts';
import {
  aliasInArticle,
  editPlace,
  editSpeaker,
  editTopic,
  merge,
  rename,
  splitByArticle,
} from './filed.ts';
import { answerTopic, leaveTopic, note, relate, unrelate } from './notes.ts';
import type { ActNamed, Plan } from './plan.ts';

export { Plan, Refused, type Signature } from './plan.ts';
export { renameClaims } from './notes.ts';

/** How each act is planned. */
const ACTS: { [Name in Act['act']]: (plan: Plan, act: ActNamed<Name>) => void } = {
  confirm,
  reject,
  'set-speaker': setSpeaker,
  'set-via': setVia,
  'set-type': setType,
  'set-said': setSaid,
  'set-bounds': setBounds,
  split,
  join,
  add,
  restore,
  'answer-topic': answerTopic,
  'leave-topic': leaveTopic,
  relate,
  unrelate,
  note,
  decide,
  merge,
  rename,
  'split-by-article': splitByArticle,
  'edit-speaker': editSpeaker,
  'edit-place': editPlace,
  'edit-topic': editTopic,
  'alias-in-article': aliasInArticle,
  'edit-article': editArticle,
};

/** Writes what an act changes into a plan; throws a `Refused` where it cannot be done. */
export function planAct(plan: Plan, act: Act): void {
  (ACTS[act.act] as (plan: Plan, act: Act) => void)(plan, act);
}

const CLAIMS = (n: number) => (n === 1 ? 'a claim' : `${n} claims`);

/** What an act does, as a list of a sitting's acts shows it. */
export function titleOf(act: Act): string {
  switch (act.act) {
    case 'confirm':
      return `Confirm ${CLAIMS(act.claims.length)}`;
    case 'reject':
      return `Reject ${CLAIMS(act.claims.length)}`;
    case 'set-speaker':
      return `Set the speaker of ${CLAIMS(act.claims.length)}`;
    case 'set-via':
      return `Set who passed on ${CLAIMS(act.claims.length)}`;
    case 'set-type':
      return `Set the type of ${CLAIMS(act.claims.length)}`;
    case 'set-said':
      return `Set the date of ${CLAIMS(act.claims.length)}`;
    case 'join':
      return `Join ${CLAIMS(act.claims.length)}`;
    case 'merge':
      return `Merge ${act.from} into ${act.into}`;
    case 'rename':
      return `Rename ${act.id} to “${act.name}”`;
    default:
      return TITLES[act.act];
  }
}

const TITLES = {
  'set-bounds': 'Change the bounds of a claim',
  split: 'Split a claim',
  add: 'Add a claim',
  restore: 'Take a rejection back',
  'answer-topic': 'Link a claim to a question',
  'leave-topic': 'Take a claim from a question',
  relate: 'Relate two claims',
  unrelate: 'Take a relation away',
  note: 'Write a note',
  decide: 'Decide on a claim without a place',
  'split-by-article': 'Give the claims of an article to another speaker',
  'edit-speaker': 'Change a speaker',
  'edit-place': 'Change a place',
  'edit-topic': 'Change a topic',
  'alias-in-article': 'Say whom a description means',
  'edit-article': 'Change facts of an article',
} as const;
