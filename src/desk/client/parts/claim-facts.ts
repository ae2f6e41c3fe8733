/** What is known of a claim, and why it is so. */
import { h, type ComponentChildren } from 'preact';
import type { ClaimRecord } from '../../../model/records.ts';
import { wordsForEdtf } from '../../../model/dates.ts';
import type { ArticleView } from '../../api.ts';
import { addressOf } from '../routes.ts';
import { Markdown } from './markdown.ts';

const fact = (term: string, value: ComponentChildren) =>
  value ? [h('dt', { key: term }, term), h('dd', { key: `${term}-value` }, value)] : null;

const REVIEW_WORDS = {
  machine: 'found by the machine, read by nobody yet',
  confirmed: 'confirmed by a person',
  corrected: 'corrected by a person',
  added: 'added by a person',
} as const;

const speakerLink = (id: string, name: string) =>
  h('a', { href: addressOf({ view: 'filed', room: 'speakers', id }) }, name);

function saidWords(claim: ClaimRecord): string | null {
  if (!claim.said?.edtf) return null;
  const words = wordsForEdtf(claim.said.edtf);
  const note = claim.said.note ? `: ${claim.said.note}` : '';
  return claim.said.basis === 'inferred' ? `[${words}]${note}` : `${words}${note}`;
}

interface Props {
  claim: ClaimRecord;
  view: ArticleView;
}

export function ClaimFacts({ claim, view }: Props) {
  const { speaker, via, relations } = claim;
  const answers = view.answers.filter((answer) => answer.claim === claim.id);
  const annotation = view.annotations[claim.id];
  return h('dl', { class: 'claim-facts' }, [
    fact(
      'Speaker',
      speaker
        ? [
            speakerLink(speaker.id, speaker.name),
            h(
              'span',
              { class: 'quiet' },
              ` ${speaker.kind}; ${speaker.mention ? `“${speaker.mention.exact}”, ` : ''}${speaker.basis}`,
            ),
          ]
        : 'nobody is named',
    ),
    fact(
      'Passed on by',
      via.length > 0 && via.flatMap(({ id, name }, i) => [i > 0 && ', ', speakerLink(id, name)]),
    ),
    fact('Said', saidWords(claim)),
    fact('Type', claim.type),
    fact('Read', [
      REVIEW_WORDS[claim.review],
      claim.reviewNote && h('span', { class: 'quiet' }, `: ${claim.reviewNote}`),
    ]),
    fact('Rule', `${claim.rule}, confidence ${claim.confidence.toFixed(2)}`),
    fact(
      'Answers',
      answers.length > 0 &&
        answers.map(({ topic, question, stance }) =>
          h('span', { key: topic, class: 'block' }, [
            h('a', { href: addressOf({ view: 'filed', room: 'topics', id: topic }) }, question),
            ` ${stance}`,
          ]),
        ),
    ),
    fact(
      'Relations',
      relations.length > 0 &&
        relations.map(({ to, kind, basis, why }) =>
          h('span', { key: `${kind}${to}`, class: 'block' }, [
            `${kind} ${to} `,
            h('span', { class: 'quiet' }, basis === 'curated' ? why : 'found by the machine'),
          ]),
        ),
    ),
    fact('Decided by', claim.reasons.length > 0 && claim.reasons.join(' ')),
    fact(
      annotation?.kind === 'correction' ? 'Correction' : 'Note',
      annotation?.text && h(Markdown, { text: annotation.text }),
    ),
  ]);
}
