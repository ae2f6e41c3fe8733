/** Another claim that this one repeats, contradicts, answers or corrects, found by its words. */
import { h } from 'preact';
import { useState } from 'preact/hooks';
import { shortened } from '../../../text/shorten.ts';
import { Combobox, type Option } from '../parts/combobox.ts';
import { WhyField, whyGiven } from '../parts/why-field.ts';
import type { EditorProps } from './subject.ts';

interface ClaimOption extends Option {
  claim: string;
}
type Kind = 'repeats' | 'contradicts' | 'answers' | 'corrects';
interface KindOption extends Option {
  kind: Kind;
}
const KINDS: readonly KindOption[] = (
  ['repeats', 'contradicts', 'answers', 'corrects'] as const
).map((kind) => ({ key: kind, label: `It ${kind} that claim`, kind }));

export function RelateEditor({ desk, subject }: EditorProps) {
  const [other, setOther] = useState<ClaimOption | null>(null);
  const [claim = ''] = subject.claims;
  const cancel = () => desk.closeEditor();
  const curated = subject.record?.relations.filter(({ basis }) => basis === 'curated') ?? [];
  if (other)
    return h('div', { class: 'stack' }, [
      h('p', { class: 'serif' }, other.label),
      h(Combobox<KindOption>, {
        key: 'kind',
        label: 'How the open claim stands to it',
        options: KINDS,
        choose: ({ kind }) => {
          void desk.act(
            { act: 'relate', claim, to: other.claim, kind, why: whyGiven() },
            `The claim ${kind} claim ${other.claim}.`,
          );
        },
        cancel,
      }),
      h(WhyField, null),
    ]);
  return h('div', { class: 'stack' }, [
    curated.map(({ to, kind }) =>
      h('p', { key: `${kind}${to}` }, [
        `${kind} claim ${to} `,
        h(
          'button',
          {
            type: 'button',
            class: 'btn small',
            onClick: () =>
              void desk.act({ act: 'unrelate', claim, to }, `Relation to claim ${to} taken away.`),
          },
          'take away',
        ),
      ]),
    ),
    h(Combobox<ClaimOption>, {
      key: 'claim',
      label: 'Another claim, by words of it',
      options: [],
      more: async (typed) =>
        (await desk.claims(typed))
          .filter((hit) => hit.claim !== claim)
          .map((hit) => ({
            key: hit.claim,
            label: shortened(hit.words, 140),
            hint: `${hit.speaker ?? 'nobody named'}, ${hit.articleTitle}`,
            claim: hit.claim,
          })),
      choose: setOther,
      cancel,
    }),
  ]);
}
