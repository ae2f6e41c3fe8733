/** On which day it was said; and when an article was published. */
import { h } from 'preact';
import { DateField } from '../parts/date-field.ts';
import { WhyField, whyGiven } from '../parts/why-field.ts';
import { claimsInWords, type EditorProps } from './subject.ts';

export function SaidEditor({ desk, subject }: EditorProps) {
  return h('div', { class: 'stack' }, [
    h(DateField, {
      label: 'Said on, as EDTF; empty where it is not known',
      before: subject.record?.said ?? null,
      mayBeEmpty: true,
      save: (said) => {
        void desk.act(
          { act: 'set-said', claims: [...subject.claims], said, why: whyGiven() },
          `Day of the ${claimsInWords(subject.claims)}: ${said?.edtf ?? 'not known'}.`,
        );
      },
      cancel: () => desk.closeEditor(),
    }),
    h(WhyField, null),
  ]);
}

export function PublishedEditor({ desk, subject }: EditorProps) {
  return h(DateField, {
    label: 'Published, as EDTF',
    before: subject.view?.record.published ?? null,
    mayBeEmpty: false,
    save: (published) => {
      if (!published) return;
      void desk.act(
        { act: 'edit-article', article: subject.article, published },
        `Published ${published.edtf}.`,
        subject.done,
      );
    },
    cancel: () => desk.closeEditor(),
  });
}
