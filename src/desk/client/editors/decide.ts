/** What became of a claim whose words lost their place. */
import { h } from 'preact';
import { useId, useLayoutEffect, useRef, useState } from 'preact/hooks';
import type { Heir } from '../../api.ts';
import { Differences } from '../parts/differences.ts';
import { placeInWords, PlaceText } from '../parts/place.ts';
import { addressOf } from '../routes.ts';
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

/** What a decision calls it: its id, or its words where they are no claim. */
const valueOf = (heir: Heir | undefined): string => heir?.id ?? heir?.words ?? '';

interface HeirsProps {
  heirs: readonly Heir[];
  /** The article of the claim that is decided on. */
  article: string;
  heir: string;
  setHeir(value: string): void;
}

/** What it may be, with what changed; below it what is found besides, which no decision can name. */
function Heirs({ heirs, article, heir, setHeir }: HeirsProps) {
  const group = useId();
  const offered = heirs.filter(({ isOffered }) => isOffered);
  const shown = heirs.filter(({ isOffered }) => !isOffered);
  return [
    offered.length > 0 &&
      h('fieldset', { class: 'heirs' }, [
        h('legend', null, 'It may be'),
        h(
          'p',
          { class: 'quiet' },
          'Struck words stand only in the claim as it was, words with two lines below them only here.',
        ),
        offered.map((one) =>
          h('div', { key: valueOf(one), class: 'heir' }, [
            h('label', null, [
              h('input', {
                type: 'radio',
                name: group,
                checked: heir === valueOf(one),
                onChange: () => setHeir(valueOf(one)),
              }),
              h(Differences, { pieces: one.difference }),
            ]),
            h(HeirFacts, { one, article }),
          ]),
        ),
      ]),
    shown.length > 0 &&
      h('div', { class: 'heirs' }, [
        h('p', null, 'In its place, or found besides:'),
        shown.map((one) =>
          h('div', { key: valueOf(one), class: 'heir' }, [
            h('p', null, h(Differences, { pieces: one.difference })),
            h(HeirFacts, { one, article }),
          ]),
        ),
      ]),
  ];
}

/** Whose words they are, where they stand, and why they are shown. */
function HeirFacts({ one, article }: { one: Heir; article: string }) {
  const { id, words, speaker, type, why, place } = one;
  const whose = [speaker ?? 'Nobody’s claim', type, id && `claim ${id}`].filter(Boolean).join(', ');
  return [
    h('p', { class: 'quiet' }, [
      `${whose}; `,
      one.article !== article &&
        h(
          'a',
          { href: addressOf({ view: 'article', id: one.article, claim: id }) },
          one.articleTitle,
        ),
      one.article !== article && ', ',
      `${placeInWords(place)}; ${why}`,
    ]),
    h(PlaceText, { place, words }),
  ];
}

export function DecideEditor({ desk, subject }: EditorProps) {
  const id = useId();
  const [claim = ''] = subject.claims;
  const [decision, setDecision] = useState<Decision>('confirm');
  const [heir, setHeir] = useState(valueOf(subject.heirs.find(({ isOffered }) => isOffered)));
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
      needsHeir && h(Heirs, { heirs: subject.heirs, article: subject.article, heir, setHeir }),
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
