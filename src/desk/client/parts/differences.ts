/** What changed from one wording to another, in place: struck, and with two lines below. */
import { h } from 'preact';
import type { Heir } from '../../api.ts';

export function Differences({ pieces }: { pieces: Heir['difference'] }) {
  return h(
    'span',
    { class: 'differences serif' },
    pieces.map((piece, i) =>
      'same' in piece
        ? piece.same
        : h('span', { key: i }, [
            piece.removed && h('del', null, piece.removed),
            piece.removed && piece.added && ' ',
            piece.added && h('ins', null, piece.added),
          ]),
    ),
  );
}
