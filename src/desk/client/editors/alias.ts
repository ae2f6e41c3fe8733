/** A description in one article means one speaker: “the diplomat” here is X, for every claim that has it. */
import { h } from 'preact';
import { useState } from 'preact/hooks';
import { Combobox, type Option } from '../parts/combobox.ts';
import { Preview } from '../parts/preview.ts';
import {
  newSpeakers,
  speakerWords,
  useSpeakers,
  type SpeakerOption,
} from '../parts/speaker-options.ts';
import { whyGiven } from '../parts/why-field.ts';
import type { EditorProps } from './subject.ts';

/** Names and descriptions as the article prints them, that of the open claim first. */
function printedIn(subject: EditorProps['subject']): Option[] {
  const mentions = [
    subject.record?.speaker?.mention,
    ...(subject.view?.record.claims ?? []).map(({ speaker }) => speaker?.mention),
  ].flatMap((mention) => mention?.exact ?? []);
  return [...new Set(mentions)].map((label) => ({ key: label, label }));
}

export function AliasEditor({ desk, subject }: EditorProps) {
  const [printed, setPrinted] = useState<string | null>(null);
  const [speaker, setSpeaker] = useState<SpeakerOption | null>(null);
  const { options, ...known } = useSpeakers(desk, subject.article, [], false);
  const cancel = () => desk.closeEditor();
  if (printed === null)
    return h(Combobox<Option>, {
      key: 'printed',
      label: 'Words that mean somebody in this article, such as “the diplomat”',
      options: printedIn(subject),
      made: (typed) => [{ key: ' own', label: typed, hint: 'as typed' }],
      choose: ({ label }) => setPrinted(label),
      cancel,
    });
  if (!speaker)
    return h(Combobox<SpeakerOption>, {
      key: 'speaker',
      label: `“${printed}” in this article is`,
      options,
      ...known,
      made: newSpeakers,
      choose: setSpeaker,
      cancel,
    });
  return h(Preview, {
    desk,
    act: {
      act: 'alias-in-article',
      article: subject.article,
      printed,
      speaker: speaker.speaker,
      why: whyGiven(),
    },
    title: `“${printed}” in this article is ${speakerWords(speaker)}`,
    done: cancel,
    cancel,
  });
}
