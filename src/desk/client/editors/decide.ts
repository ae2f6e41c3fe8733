/** What became of a claim whose words lost their place. */
import { h } from 'preact';
import { useId, useLayoutEffect, useRef, useState } from 'preact/hooks';
import { WhyField, whyGiven } from '../parts/why-field.ts';
import type { EditorProps } from './subject.ts';

const DECISIONS = [
  ['confirm', 'It stands there still: its words, or the id of the claim, are'],
  ['superseded-by', 'Another claim took its place: its words, or its id, are'],
  ['merged-into', 'It is part of another claim: its words, or its id, are'],
  ['withdrawn', 'It is withdrawn'],
  ['restored', 'It is no longer withdrawn'],
] as const;
type Decision = (typeof DECISIONS)[number][0];

export function DecideEditor({ desk, subject }: EditorProps) {
  const id = useId();
  const [claim = ''] = subject.claims;
  const [decision, setDecision] = useState<Decision>('confirm');
  const [heir, setHeir] = useState(subject.heirs[0]?.id ?? subject.heirs[0]?.words ?? '');
  const first = useRef<HTMLSelectElement>(null);
  useLayoutEffect(() => first.current?.focus(), []);
  const needsHeir = decision !== 'withdrawn' && decision !== 'restored';
  const submit = (event: Event) => {
    event.preventDefault();
    if (needsHeir && !heir.trim()) return;
    void desk.act(
      { act: 'decide', claim, decision, heir: needsHeir ? heir.trim() : null, why: whyGiven() },
      `Decided on claim ${claim}: ${decision.replace('-', ' ')}.`,
      subject.done,
    );
  };
  return h(
    'form',
    {
      class: 'stack',
      onSubmit: submit,
      onKeyDown: (event: KeyboardEvent) => {
        if (event.key !== 'Escape') return;
        event.stopPropagation();
        desk.closeEditor();
      },
    },
    [
      h('div', null, [
        h('label', { for: id }, `What became of claim ${claim}`),
        h(
          'select',
          {
            ref: first,
            id,
            class: 'field',
            value: decision,
            onChange: (event: Event) =>
              setDecision((event.currentTarget as HTMLSelectElement).value as Decision),
          },
          DECISIONS.map(([value, words]) => h('option', { key: value, value }, words)),
        ),
      ]),
      needsHeir &&
        h('div', null, [
          h('label', { for: `${id}-heir` }, 'Words in the newest version, or the id of a claim'),
          h('input', {
            id: `${id}-heir`,
            class: 'field',
            type: 'text',
            required: true,
            value: heir,
            onInput: (event: Event) => setHeir((event.currentTarget as HTMLInputElement).value),
          }),
        ]),
      needsHeir &&
        subject.heirs.length > 0 &&
        h(
          'fieldset',
          { class: 'heirs' },
          h('legend', null, 'It may be'),
          subject.heirs.map(({ id: other, words, why }) => {
            const value = other ?? words;
            return h('label', { key: value }, [
              h('input', {
                type: 'radio',
                name: `${id}-heir`,
                checked: heir === value,
                onChange: () => setHeir(value),
              }),
              h('span', { class: 'serif' }, ` ${words} `),
              h('span', { class: 'quiet' }, why),
            ]);
          }),
        ),
      h(WhyField, null),
      h('div', { class: 'row' }, [
        h('button', { type: 'submit', class: 'btn' }, 'Decide'),
        h(
          'button',
          { type: 'button', class: 'btn quiet-btn', onClick: () => desk.closeEditor() },
          'Leave',
        ),
      ]),
    ],
  );
}
