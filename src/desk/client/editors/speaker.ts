/** Who said it. */
import { h } from 'preact';
import { Combobox } from '../parts/combobox.ts';
import {
  newSpeakers,
  speakerWords,
  useSpeakers,
  type SpeakerOption,
} from '../parts/speaker-options.ts';
import { WhyField, whyGiven } from '../parts/why-field.ts';
import { claimsInWords, type EditorProps } from './subject.ts';

export function SpeakerEditor({ desk, subject }: EditorProps) {
  const { options, ...known } = useSpeakers(desk, subject.article, subject.candidates, true);
  const choose = (option: SpeakerOption) => {
    void desk.act(
      {
        act: 'set-speaker',
        claims: [...subject.claims],
        speaker: option.speaker,
        why: whyGiven(),
      },
      `Speaker of the ${claimsInWords(subject.claims)}: ${speakerWords(option)}.`,
      subject.done,
    );
  };
  return h('div', { class: 'stack' }, [
    h(Combobox<SpeakerOption>, {
      label: 'Speaker',
      options,
      ...known,
      made: newSpeakers,
      choose,
      cancel: () => desk.closeEditor(),
      placeholder: 'name, or a digit',
    }),
    h(WhyField, null),
  ]);
}
