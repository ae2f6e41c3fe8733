/** Why it is no claim: one of the usual reasons, one typed before, or a new one. */
import { h } from 'preact';
import { useMemo } from 'preact/hooks';
import { Combobox, type Option } from '../parts/combobox.ts';
import { reasons, remember } from '../reasons.ts';
import { claimsInWords, type EditorProps } from './subject.ts';

export function RejectEditor({ desk, subject }: EditorProps) {
  const options = useMemo(() => reasons().map((label) => ({ key: label, label })), []);
  return h(Combobox<Option>, {
    label: `No ${subject.claims.length === 1 ? 'claim' : 'claims'}, because`,
    options,
    made: (typed) =>
      options.some(({ label }) => label === typed)
        ? []
        : [{ key: ' own', label: typed, hint: 'as typed' }],
    choose: ({ label }) => {
      remember(label);
      void desk.act(
        { act: 'reject', claims: [...subject.claims], why: label },
        `Rejected the ${claimsInWords(subject.claims)}.`,
        subject.done,
      );
    },
    cancel: () => desk.closeEditor(),
    placeholder: 'reason, or a digit',
  });
}
