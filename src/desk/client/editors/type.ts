/** How the words stand in the text. */
import { h } from 'preact';
import type { ClaimType } from '../../../model/records.ts';
import { Combobox, type Option } from '../parts/combobox.ts';
import { WhyField, whyGiven } from '../parts/why-field.ts';
import { claimsInWords, type EditorProps } from './subject.ts';

const HINTS: Readonly<Record<ClaimType, string>> = {
  direct: 'in quotation marks',
  indirect: 'reported without marks',
  mixed: 'reported, in part in marks',
  answer: 'a turn of an interview',
  question: 'what the interviewer asks',
};

interface TypeOption extends Option {
  type: ClaimType;
}
const typeOptions = (types: readonly ClaimType[]): TypeOption[] =>
  types.map((type) => ({ key: type, label: type, hint: HINTS[type], type }));

export function TypeEditor({ desk, subject }: EditorProps) {
  return h('div', { class: 'stack' }, [
    h(Combobox<TypeOption>, {
      label: `Type${subject.record ? `; now ${subject.record.type}` : ''}`,
      options: typeOptions(desk.store.get().session?.claimTypes ?? []),
      choose: ({ type }) => {
        void desk.act(
          { act: 'set-type', claims: [...subject.claims], type, why: whyGiven() },
          `Type of the ${claimsInWords(subject.claims)}: ${type}.`,
        );
      },
      cancel: () => desk.closeEditor(),
    }),
    h(WhyField, null),
  ]);
}
