/** The reason that is kept with a correction; it stays what the person typed last. */
import { h } from 'preact';
import { useId } from 'preact/hooks';
import { READ_AT_THE_DESK } from '../reasons.ts';

const given = { why: READ_AT_THE_DESK };

/** The reason of the next correction. */
export const whyGiven = (): string => given.why.trim() || READ_AT_THE_DESK;

export function WhyField() {
  const id = useId();
  return h('div', { class: 'why-field' }, [
    h('label', { for: id }, 'Why, as it is kept'),
    h('input', {
      id,
      class: 'field',
      type: 'text',
      defaultValue: given.why,
      onInput: (event: Event) => {
        given.why = (event.currentTarget as HTMLInputElement).value;
      },
    }),
  ]);
}
