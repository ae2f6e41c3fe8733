/** How often people let the machine's claims stand, samples that several people check, and suggestions of readers. */
import { h } from 'preact';
import { useId, useState } from 'preact/hooks';
import { percent } from '../../../model/wording.ts';
import { agreementPlot } from '../../../publish/plots/agreement.ts';
import type { MeasureView } from '../../review/messages.ts';
import type { Desk } from '../desk.ts';
import { draftOf } from '../drafts.ts';
import { addressOf } from '../routes.ts';
import type { State } from '../store.ts';

/** The running share, month by month, as a line between its limits. */
function Plot({ months }: Pick<MeasureView, 'months'>) {
  const plot = agreementPlot(months.map(({ month, running }) => ({ label: month, ...running })));
  return h('figure', { class: 'running' }, [
    h('figcaption', null, [
      h('b', null, 'How many claims stand as they were found?'),
      h('span', null, ' of all read until the end of each month; the band is the limits of 95 %'),
    ]),
    h(
      'svg',
      {
        viewBox: `0 0 ${plot.width} ${plot.height}`,
        role: 'img',
        'aria-label': months
          .map(
            ({ month, running }) => `until ${month}: ${percent(running.share)} of ${running.all}`,
          )
          .join('; '),
      },
      [
        h('path', { class: 'band', d: plot.band }),
        h('path', { class: 'axis', d: `M${plot.left} ${plot.top}V${plot.bottom}H${plot.right}` }),
        plot.ticks.map(({ y, label }) =>
          h('text', { key: label, x: plot.left - 5, y: y + 4, 'text-anchor': 'end' }, label),
        ),
        plot.months.map(({ x, label }) =>
          h('text', { key: label, x, y: plot.bottom + 16, 'text-anchor': 'middle' }, label),
        ),
        h('path', { class: 'line', d: plot.line }),
        plot.points.map(({ x, y, label }) => h('circle', { key: label, cx: x, cy: y, r: 3.5 })),
      ],
    ),
  ]);
}

type Row = MeasureView['rules'][number];

function Table({ name, rows }: { name: string; rows: readonly Row[] }) {
  const head = (words: string) => h('th', { scope: 'col', class: 'num' }, words);
  return h('div', { class: 'scrolls', tabIndex: 0, role: 'region', 'aria-label': `By ${name}` }, [
    h('table', { class: 'figures' }, [
      h('thead', null, [
        h('tr', null, [
          h('th', { scope: 'col' }, name),
          head('read'),
          head('stand'),
          head('corrected'),
          head('rejected'),
        ]),
      ]),
      h(
        'tbody',
        null,
        rows.map((row) =>
          h('tr', { key: row.name }, [
            h('th', { scope: 'row' }, row.name),
            h('td', { class: 'num' }, row.all),
            h(
              'td',
              { class: 'num', title: `${percent(row.low)} to ${percent(row.high)}` },
              percent(row.share),
            ),
            h('td', { class: 'num' }, row.corrected),
            h('td', { class: 'num' }, row.rejected),
          ]),
        ),
      ),
    ]),
  ]);
}

function Measure({ measure }: { measure: MeasureView }) {
  const { all, added, unread, months } = measure;
  if (all.all === 0)
    return h('p', null, `Nobody has read a claim that the machine found; ${unread} wait.`);
  return h('div', { class: 'stack' }, [
    h(
      'p',
      null,
      `${all.all} of the machine’s claims were read: ${percent(all.share)} stand as they were found (${percent(all.low)} to ${percent(all.high)}), ${all.corrected} were corrected, ${all.rejected} rejected. ${added} were found by people alone; ${unread} nobody has read. The desk shows what looks doubtful first: this is no measure of all claims, which a sample is.`,
    ),
    months.length > 0 && h(Plot, { months }),
    h(Table, { name: 'month', rows: months.map(({ month, own }) => ({ name: month, ...own })) }),
    h(Table, { name: 'rule', rows: measure.rules }),
    h(Table, { name: 'type', rows: measure.types }),
    h(Table, { name: 'outlet', rows: measure.outlets }),
  ]);
}

const answeredInWords = (answered: number | null): string =>
  answered === null ? 'not for you' : `you have answered ${answered}`;

function Samples({ samples, problems }: Pick<MeasureView, 'samples' | 'problems'>) {
  return h('section', { class: 'stack', 'aria-label': 'Samples' }, [
    h('h2', { class: 'hang' }, 'Samples'),
    h(
      'p',
      { class: 'quiet' },
      'The same claims for several people, none of whom sees what another says before all are done. npm run review -- sample draws one.',
    ),
    problems.map((words) => h('p', { key: words, role: 'alert' }, words)),
    h(
      'ul',
      { class: 'names' },
      samples.map(({ name, people, size, answered, isDone }) =>
        h('li', { key: name }, [
          h('a', { href: addressOf({ view: 'sample', name }) }, name),
          h(
            'span',
            { class: 'quiet' },
            ` ${size} ${size === 1 ? 'claim' : 'claims'} for ${people.join(' and ')}; ${
              isDone ? 'all are done' : answeredInWords(answered)
            }`,
          ),
        ]),
      ),
    ),
  ]);
}

function Suggestions({ desk }: { desk: Desk }) {
  const id = useId();
  const draft = draftOf('suggestions');
  const [text, setText] = useState(draft.read() ?? '');
  const submit = (event: Event) => {
    event.preventDefault();
    if (text.trim() === '') return;
    void desk.suggest(text).then((isDone) => {
      if (!isDone) return;
      draft.drop();
      setText('');
    });
  };
  return h('section', { class: 'stack', 'aria-label': 'Suggestions' }, [
    h('h2', { class: 'hang' }, 'Suggestions of readers'),
    h('form', { class: 'stack', onSubmit: submit }, [
      h('div', null, [
        h('label', { for: id }, 'Text of a suggestion, or issues exported as JSON'),
        h('textarea', {
          id,
          class: 'field area',
          rows: 6,
          value: text,
          placeholder: 'Article: …',
          onInput: (event: Event) => {
            const { value } = event.currentTarget as HTMLTextAreaElement;
            setText(value);
            draft.keep(value);
          },
        }),
      ]),
      h('div', { class: 'row' }, [
        h('button', { class: 'btn', type: 'submit' }, 'Put into the queue'),
        h(
          'a',
          { href: addressOf({ view: 'queue', filters: { reason: 'suggested' } }) },
          'Suggestions in the queue',
        ),
      ]),
    ]),
  ]);
}

export function ReviewView({ desk, state }: { desk: Desk; state: State }) {
  const { measure } = state;
  if (!measure) return h('p', { class: 'empty', tabIndex: -1, 'data-home': true }, 'Looking …');
  return h('div', { class: 'review-view stack' }, [
    h('h1', { tabIndex: -1, 'data-home': true }, 'Review'),
    h(Measure, { measure }),
    h(Samples, measure),
    h(Suggestions, { desk }),
  ]);
}
