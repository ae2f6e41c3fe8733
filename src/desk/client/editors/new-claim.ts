/** A claim that the machine did not find: its words are chosen, the rest is said here. */
import { h } from 'preact';
import { useMemo, useState } from 'preact/hooks';
import type { ArticleView } from '../../api.ts';
import type { ClaimType } from '../../../model/records.ts';
import type { Span } from '../../../text/span.ts';
import type { Desk } from '../desk.ts';
import { Combobox } from '../parts/combobox.ts';
import { DateField, type DateGiven } from '../parts/date-field.ts';
import {
  newSpeakers,
  speakerWords,
  useSpeakers,
  type SpeakerOption,
} from '../parts/speaker-options.ts';
import { WhyField, whyGiven } from '../parts/why-field.ts';

const MARKS = /["“”„«»‘’‹›]/;

/** How the words stand in the text, as a first guess that the person sees: whole within marks, in part, or without. */
export function typeOf(text: string, parts: readonly Span[]): ClaimType {
  const [first, last] = [parts[0], parts.at(-1)];
  if (!first || !last) return 'indirect';
  const before = text.slice(Math.max(0, first.start - 1), first.start + 1);
  const after = text.slice(last.end - 1, last.end + 1);
  if (MARKS.test(before) && MARKS.test(after)) return 'direct';
  return parts.some(({ start, end }) => /["“”„«»]/.test(text.slice(start, end)))
    ? 'mixed'
    : 'indirect';
}

interface Props {
  desk: Desk;
  view: ArticleView;
  parts: readonly Span[];
}

export function NewClaim({ desk, view, parts }: Props) {
  const { record } = view;
  const types = desk.store.get().session?.claimTypes ?? [];
  const [type, setType] = useState<ClaimType>(useMemo(() => typeOf(record.text, parts), []));
  const [said, setSaid] = useState<DateGiven | null>(null);
  const [isDated, setIsDated] = useState(false);
  const [via, setVia] = useState<readonly SpeakerOption[]>([]);
  const [isPassedOn, setIsPassedOn] = useState(false);
  const { options, ...known } = useSpeakers(desk, record.id, [], true);
  const words = parts.map(({ start, end }) => record.text.slice(start, end)).join(' … ');
  const add = (option: SpeakerOption) => {
    void desk.act(
      {
        act: 'add',
        article: record.id,
        parts: [...parts],
        type,
        speaker: option.speaker,
        via: via.map(({ speaker }) => speaker),
        said,
        why: whyGiven(),
      },
      `Added a claim of ${speakerWords(option)}.`,
    );
  };
  const cancel = () => desk.closeEditor();
  return h('section', { class: 'editor stack', 'aria-label': 'New claim' }, [
    h('h2', { class: 'hang' }, 'New claim'),
    h('p', { class: 'serif' }, words),
    h(
      'fieldset',
      { class: 'choices' },
      h('legend', null, 'Type'),
      types.map((one) =>
        h(
          'label',
          { key: one },
          h('input', {
            type: 'radio',
            name: 'new-type',
            checked: type === one,
            onChange: () => setType(one),
          }),
          ` ${one}`,
        ),
      ),
    ),
    via.length > 0 && h('p', null, `Passed on by ${via.map(speakerWords).join(', ')}`),
    said && h('p', null, `Said ${said.edtf}`),
    isDated &&
      h(DateField, {
        label: 'Said on, as EDTF',
        before: said && { edtf: said.edtf, basis: said.basis, note: said.note ?? null },
        mayBeEmpty: true,
        save: (date) => {
          setSaid(date);
          setIsDated(false);
        },
        cancel: () => setIsDated(false),
      }),
    isPassedOn &&
      h(Combobox<SpeakerOption>, {
        key: 'via',
        label: 'Passed on by',
        options: options.filter(({ speaker }) => speaker !== null),
        ...known,
        made: newSpeakers,
        choose: (option) => {
          setVia([...via, option]);
          setIsPassedOn(false);
        },
        cancel: () => setIsPassedOn(false),
      }),
    !isDated &&
      !isPassedOn &&
      h(Combobox<SpeakerOption>, {
        key: 'speaker',
        label: 'Speaker; Enter adds the claim',
        options,
        ...known,
        made: newSpeakers,
        choose: add,
        cancel,
      }),
    h(WhyField, null),
    h('div', { class: 'row' }, [
      h('button', { type: 'button', class: 'btn', onClick: () => setIsDated(true) }, 'Day …'),
      h('button', { type: 'button', class: 'btn', onClick: () => setIsPassedOn(true) }, 'Via …'),
      h('button', { type: 'button', class: 'btn quiet-btn', onClick: cancel }, 'Leave'),
    ]),
  ]);
}
