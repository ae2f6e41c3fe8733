/** A sample: one claim after the other, an answer a key; what others say is shown when all are done. */
import { h } from 'preact';
import { SAMPLE_ANSWERS, type SampleView } from '../../review/messages.ts';
import type { Desk } from '../desk.ts';
import type { KeyRow } from '../keys.ts';
import { Action } from '../parts/action.ts';
import { addressOf } from '../routes.ts';
import type { State } from '../store.ts';

const ANSWER_WORDS: Readonly<Record<(typeof SAMPLE_ANSWERS)[number], string>> = {
  right: 'right',
  'other-words': 'other words',
  'other-speaker': 'another speaker',
  'no-claim': 'no claim',
  unsure: 'cannot tell',
};

export function sampleKeys(desk: Desk): KeyRow[] {
  return [
    { keys: ['j', 'ArrowDown'], words: 'next', run: () => desk.stepSample(1) },
    { keys: ['k', 'ArrowUp'], words: 'the one before', run: () => desk.stepSample(-1) },
    ...SAMPLE_ANSWERS.map((answer, i) => ({
      keys: [String(i + 1)],
      words: ANSWER_WORDS[answer],
      run: () => void desk.answerSample(answer),
    })),
  ];
}

const figure = (n: number | null) => (n === null ? 'cannot be told' : n.toFixed(3));

function Comparison({ sample }: { sample: SampleView }) {
  const { comparison, people } = sample;
  if (!comparison) return null;
  const { compared, share, kappa, alpha, differences } = comparison;
  return h('section', { class: 'stack', 'aria-label': 'Agreement' }, [
    h('h2', { class: 'hang' }, 'Agreement'),
    h(
      'p',
      null,
      `${people.join(' and ')} said something of ${compared} claims${share === null ? '' : `, the same of ${Math.round(100 * share)} %`}. ${people.length === 2 ? `Cohen’s kappa: ${figure(kappa)}. ` : ''}Krippendorff’s alpha (nominal): ${figure(alpha)}.`,
    ),
    h('h3', null, differences.length === 0 ? 'No differences' : 'To settle'),
    h(
      'ul',
      { class: 'names' },
      differences.map(({ claim, article, words, answers }) =>
        h('li', { key: claim }, [
          h('a', { href: addressOf({ view: 'article', id: article, claim }) }, words),
          h(
            'span',
            { class: 'quiet' },
            ` ${answers.map(({ by, answer, note }) => `${by}: ${ANSWER_WORDS[answer]}${note ? `, ${note}` : ''}`).join('; ')}`,
          ),
        ]),
      ),
    ),
  ]);
}

export function SamplePage({ desk, state }: { desk: Desk; state: State }) {
  const { sample, sampleAt } = state;
  if (!sample) return h('p', { class: 'empty', tabIndex: -1, 'data-home': true }, 'Looking …');
  const { name, people, isMine, items, comparison } = sample;
  const item = items[sampleAt];
  const done = items.filter(({ answer }) => answer !== null).length;
  return h('div', { class: 'review-view stack' }, [
    h('h1', { tabIndex: -1, 'data-home': true }, `Sample ${name}`),
    h(
      'p',
      { role: 'status' },
      isMine
        ? `You have answered ${done} of ${items.length}.`
        : `This sample is for ${people.join(' and ')}; start the desk with --by and one of these names to answer.`,
    ),
    h(Comparison, { sample }),
    isMine &&
      comparison === null &&
      item &&
      h('section', { class: 'item stack', 'aria-label': 'The claim' }, [
        h('p', { class: 'kicker' }, `${sampleAt + 1} of ${items.length}`),
        h('p', { class: 'in-sentence serif' }, [
          item.before,
          h('mark', { class: 'these' }, item.words),
          item.after,
        ]),
        h('p', { class: 'who' }, [
          item.speaker ?? 'Nobody is named',
          h('span', { class: 'quiet' }, `, ${item.type}; ${item.articleTitle}`),
        ]),
        h(
          'div',
          { class: 'actions', role: 'group', 'aria-label': 'Answers' },
          SAMPLE_ANSWERS.map((answer, i) =>
            h(Action, {
              key: answer,
              words: `${ANSWER_WORDS[answer]}${item.answer === answer ? ' ✓' : ''}`,
              keyHint: String(i + 1),
              run: () => void desk.answerSample(answer),
            }),
          ),
        ),
      ]),
  ]);
}
