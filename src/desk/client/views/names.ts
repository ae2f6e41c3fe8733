/** All that is filed in a room: speakers, topics, places, outlets. */
import { h } from 'preact';
import { useEffect, useId, useState } from 'preact/hooks';
import type { NameHit, Room } from '../../api.ts';
import type { Desk } from '../desk.ts';
import { narrowed } from '../parts/combobox.ts';
import { addressOf } from '../routes.ts';
import type { State } from '../store.ts';

export const ROOM_WORDS: Readonly<Record<Room, string>> = {
  speakers: 'Speakers',
  topics: 'Topics',
  places: 'Places',
  outlets: 'Outlets',
};

export function NamesView({ desk, state, room }: { desk: Desk; state: State; room: Room }) {
  const id = useId();
  const [typed, setTyped] = useState('');
  const [found, setFound] = useState<readonly NameHit[]>([]);
  useEffect(() => {
    if (typed.trim() === '') return undefined;
    let isWanted = true;
    const timer = setTimeout(() => {
      desk.names(room, typed, undefined, 200).then(
        (hits) => isWanted && setFound(hits),
        () => undefined,
      );
    }, 80);
    return () => {
      isWanted = false;
      clearTimeout(timer);
    };
  }, [typed, room]);
  const own = narrowed(
    state.names.map((hit) => ({ ...hit, key: hit.id, label: hit.name })),
    typed,
  );
  const keys = new Set(own.map(({ id: one }) => one));
  const hits =
    typed.trim() === '' ? own : [...own, ...found.filter(({ id: one }) => !keys.has(one))];
  return h('div', { class: 'names-view stack' }, [
    h('h1', null, ROOM_WORDS[room]),
    h('div', null, [
      h('label', { for: id }, 'Find'),
      h('input', {
        id,
        class: 'field',
        type: 'search',
        autocomplete: 'off',
        'data-home': true,
        value: typed,
        onInput: (event: Event) => setTyped((event.currentTarget as HTMLInputElement).value),
      }),
    ]),
    h(
      'ul',
      { class: 'names' },
      hits.map((hit) =>
        h('li', { key: hit.id }, [
          h('a', { href: addressOf({ view: 'filed', room, id: hit.id }) }, hit.name),
          h(
            'span',
            { class: 'quiet' },
            ` ${room === 'topics' ? hit.stances.join(', ') : hit.kind}; ${hit.claims} ${hit.claims === 1 ? 'claim' : 'claims'}${hit.hasCard ? '' : '; no card yet'}`,
          ),
        ]),
      ),
    ),
    hits.length === 0 && h('p', { class: 'quiet' }, 'Nothing of that name.'),
  ]);
}
