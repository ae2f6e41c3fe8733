/** Changes between two versions as a list, each with the words about it. */
import type { Piece } from '../../text/differences.ts';

/** Characters shown before and after a change; one word alone would tell nothing. */
const AROUND = 36;

/** Each change, in the order of the text, with the same words before and after it on its line. */
export const changesInContext = (pieces: readonly Piece[]): Piece[][] =>
  pieces.flatMap((piece, i) =>
    'same' in piece
      ? []
      : [[{ same: endOf(pieces[i - 1]) }, piece, { same: beginningOf(pieces[i + 1]) }]],
  );

/** The last words of the same text, from a whole word on. */
function endOf(piece: Piece | undefined): string {
  const line = piece && 'same' in piece ? (piece.same.split('\n').at(-1) ?? '') : '';
  return line.length > AROUND ? `… ${line.slice(-AROUND).replace(/^\S*\s/, '')}` : line;
}

/** The first words of the same text, up to a whole word. */
function beginningOf(piece: Piece | undefined): string {
  const line = piece && 'same' in piece ? (piece.same.split('\n')[0] ?? '') : '';
  return line.length > AROUND ? `${line.slice(0, AROUND).replace(/\s\S*$/, '')} …` : line;
}
