/** Claims to go through, one of which is open. */
import { h } from 'preact';
import { useEffect, useRef } from 'preact/hooks';
import type { Review } from '../../../model/records.ts';

interface Listed {
  id: string;
  number: number | null;
  words: string;
  who: string;
  review: Review;
  /** Whether something about it waits in the queue. */
  waits: boolean;
}

interface Props {
  label: string;
  claims: readonly Listed[];
  here: string | null;
  marked: ReadonlySet<string>;
  /** Whether the keyboard is at home here. */
  isHome: boolean;
  choose: (id: string) => void;
}

const SIGNS: Readonly<Record<Review, string>> = {
  machine: '',
  confirmed: '✓',
  corrected: '✎',
  added: '+',
};
const SIGN_WORDS: Readonly<Record<Review, string>> = {
  machine: 'not read yet',
  confirmed: 'confirmed',
  corrected: 'corrected',
  added: 'added',
};

export function ClaimList({ label, claims, here, marked, isHome, choose }: Props) {
  const list = useRef<HTMLUListElement>(null);
  useEffect(() => {
    const row = list.current?.querySelector<HTMLElement>('[data-here]');
    const box = list.current;
    if (!row || !box) return;
    // Within the list alone: the page itself stays where it is.
    const [top, bottom] = [row.offsetTop, row.offsetTop + row.offsetHeight];
    if (top < box.scrollTop) box.scrollTop = top;
    else if (bottom > box.scrollTop + box.clientHeight) box.scrollTop = bottom - box.clientHeight;
  }, [here, claims.length]);
  return h(
    'ul',
    {
      ref: list,
      class: 'claim-list',
      role: 'listbox',
      'aria-label': label,
      'aria-multiselectable': true,
      'aria-activedescendant': here ? `listed-${here}` : undefined,
      tabIndex: 0,
      ...(isHome && { 'data-home': true }),
    },
    claims.map((claim) =>
      h(
        'li',
        {
          key: claim.id,
          id: `listed-${claim.id}`,
          role: 'option',
          'aria-selected': claim.id === here || marked.has(claim.id),
          class: [marked.has(claim.id) && 'marked', claim.waits && 'waits']
            .filter(Boolean)
            .join(' '),
          ...(claim.id === here && { 'data-here': true }),
          onClick: () => choose(claim.id),
        },
        [
          h('span', { class: 'n' }, claim.number ?? ''),
          h('span', { class: 'listed-words' }, [h('b', null, claim.who), ` ${claim.words}`]),
          h('span', { class: 'sign', 'aria-hidden': true }, SIGNS[claim.review]),
          h('span', { class: 'vh' }, `, ${SIGN_WORDS[claim.review]}`),
        ],
      ),
    ),
  );
}
