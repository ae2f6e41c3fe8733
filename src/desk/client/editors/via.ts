/** Who passed the words on, nearest to the article first. */
import { h } from 'preact';
import { useState } from 'preact/hooks';
import { Combobox } from '../parts/combobox.ts';
import {
  newSpeakers,
  speakerWords,
  useSpeakers,
  type SpeakerOption,
} from '../parts/speaker-options.ts';
import { WhyField, whyGiven } from '../parts/why-field.ts';
import { claimsInWords, type EditorProps } from './subject.ts';

export function ViaEditor({ desk, subject }: EditorProps) {
  const [via, setVia] = useState<readonly SpeakerOption[]>(
    (subject.record?.via ?? []).map(({ id, name }) => ({ key: id, label: name, speaker: id })),
  );
  const { options, ...known } = useSpeakers(desk, subject.article, [], false);
  const save = () => {
    void desk.act(
      {
        act: 'set-via',
        claims: [...subject.claims],
        via: via.map(({ speaker }) => speaker),
        why: whyGiven(),
      },
      `Passed on by ${via.map(speakerWords).join(', ') || 'nobody'}: ${claimsInWords(subject.claims)}.`,
    );
  };
  return h('div', { class: 'stack' }, [
    h('p', null, via.length > 0 ? 'Passed on by' : 'Passed on by nobody.'),
    h(
      'ol',
      { class: 'chips' },
      via.map((one, i) =>
        h('li', { key: `${one.key}-${i}` }, [
          speakerWords(one),
          h(
            'button',
            {
              type: 'button',
              class: 'btn small',
              'aria-label': `Take ${speakerWords(one)} away`,
              onClick: () => setVia(via.filter((_, k) => k !== i)),
            },
            '×',
          ),
        ]),
      ),
    ),
    h(Combobox<SpeakerOption>, {
      label: 'Add who passed it on; Enter in the empty field saves',
      options: options.filter(({ key }) => !via.some((one) => one.key === key)),
      ...known,
      made: newSpeakers,
      choose: (option) => setVia([...via, option]),
      finish: save,
      cancel: () => desk.closeEditor(),
    }),
    h(WhyField, null),
    h('div', { class: 'row' }, [
      h('button', { type: 'button', class: 'btn', onClick: save }, 'Save'),
      h(
        'button',
        { type: 'button', class: 'btn quiet-btn', onClick: () => desk.closeEditor() },
        'Leave',
      ),
    ]),
  ]);
}
