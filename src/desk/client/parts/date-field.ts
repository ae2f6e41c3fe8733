/** A date as EDTF, read back in words while it is typed. */
import { h } from 'preact';
import { useId, useLayoutEffect, useRef, useState } from 'preact/hooks';
import { wordsForEdtf } from '../../../model/dates.ts';
import { whyNoDate } from '../../../model/edtf/index.ts';

export interface DateGiven {
  edtf: string;
  basis: 'stated' | 'inferred';
  note?: string;
}

interface Props {
  label: string;
  before: { edtf: string | null; basis: string; note: string | null } | null;
  /** Null: nothing is known, where `mayBeEmpty`. */
  save: (date: DateGiven | null) => void;
  cancel: () => void;
  mayBeEmpty: boolean;
}

/** What stands in the way of a date, in words; null where nothing does. */
export function whyNot(edtf: string, basis: string, note: string): string | null {
  const refused = whyNoDate(edtf.trim());
  if (refused)
    return `Found “${edtf.trim()}”, which is ${refused}. Expected EDTF: 2018-07-15, 2018-07, 2018-07~, 2018-07/2018-08.`;
  if (basis === 'inferred' && note.trim() === '')
    return 'A date that the text does not state needs the reason for it.';
  return null;
}

/** What is typed, in words. */
function readBack(edtf: string, mayBeEmpty: boolean): string {
  if (edtf) return wordsForEdtf(edtf);
  return mayBeEmpty ? 'Not known.' : 'EDTF: 2018-07-15, 2018-07, 2018~';
}

export function DateField({ label, before, save, cancel, mayBeEmpty }: Props) {
  const id = useId();
  const input = useRef<HTMLInputElement>(null);
  const [edtf, setEdtf] = useState(before?.edtf ?? '');
  const [basis, setBasis] = useState<'stated' | 'inferred'>(
    before?.basis === 'inferred' ? 'inferred' : 'stated',
  );
  const [note, setNote] = useState(before?.note ?? '');
  const [isTried, setIsTried] = useState(false);
  useLayoutEffect(() => {
    input.current?.focus();
    input.current?.select();
  }, []);

  const isEmpty = edtf.trim() === '';
  const wrong = isEmpty && mayBeEmpty ? null : whyNot(edtf, basis, note);
  const isWrong = isTried ? wrong !== null : !isEmpty && whyNoDate(edtf.trim()) !== null;
  const submit = (event: Event) => {
    event.preventDefault();
    setIsTried(true);
    if (wrong) {
      input.current?.focus();
      return;
    }
    save(isEmpty ? null : { edtf: edtf.trim(), basis, ...(note.trim() && { note: note.trim() }) });
  };
  const escape = (event: KeyboardEvent) => {
    if (event.key !== 'Escape') return;
    event.stopPropagation();
    cancel();
  };
  return h('form', { class: 'date-field stack', onSubmit: submit, onKeyDown: escape }, [
    h('div', null, [
      h('label', { for: id }, label),
      h('input', {
        ref: input,
        id,
        class: 'field',
        type: 'text',
        autocomplete: 'off',
        spellcheck: false,
        value: edtf,
        'aria-describedby': `${id}-words`,
        'aria-invalid': isWrong,
        onInput: (event: Event) => setEdtf((event.currentTarget as HTMLInputElement).value),
      }),
    ]),
    h(
      'p',
      { id: `${id}-words`, class: isWrong ? 'wrong' : 'quiet' },
      isWrong ? wrong : readBack(edtf.trim(), mayBeEmpty),
    ),
    h('fieldset', { class: 'choices' }, [
      h('legend', null, 'Rests on'),
      (['stated', 'inferred'] as const).map((one) =>
        h('label', { key: one }, [
          h('input', {
            type: 'radio',
            name: `${id}-basis`,
            checked: basis === one,
            onChange: () => setBasis(one),
          }),
          one === 'stated' ? ' the text states it' : ' it is inferred',
        ]),
      ),
    ]),
    h('div', null, [
      h('label', { for: `${id}-note` }, basis === 'inferred' ? 'From what' : 'Note'),
      h('input', {
        id: `${id}-note`,
        class: 'field',
        type: 'text',
        value: note,
        required: basis === 'inferred' && !isEmpty,
        onInput: (event: Event) => setNote((event.currentTarget as HTMLInputElement).value),
      }),
    ]),
    h('div', { class: 'row' }, [
      h('button', { class: 'btn', type: 'submit' }, 'Save'),
      h('button', { class: 'btn quiet-btn', type: 'button', onClick: cancel }, 'Leave'),
    ]),
  ]);
}
