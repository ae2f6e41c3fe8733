/** A paragraph cut where claims begin and end, so that claims may nest and overlap and no character is added. */
import type { Block, ClaimRecord, ClaimType } from '../../model/records.ts';
import { overlaps, segments } from '../../text/spans.ts';

export interface Piece {
  start: number;
  end: number;
  /** Claims that cover the piece, the one with the shortest stretch first. */
  claims: readonly string[];
  /** Type of the first of them. */
  type: ClaimType | null;
  /** Number of the claim whose last words these are; 0 for none. */
  closes: number;
}

type Marked = Pick<ClaimRecord, 'id' | 'number' | 'type' | 'parts'>;

/** The pieces of a paragraph in order: joined they are its text. */
export function piecesOf(block: Pick<Block, 'start' | 'end'>, claims: readonly Marked[]): Piece[] {
  const layers = claims.flatMap((claim) =>
    claim.parts.flatMap(({ reading }, i) =>
      overlaps(reading, block) ? [{ ...reading, claim, isLast: i === claim.parts.length - 1 }] : [],
    ),
  );
  layers.sort((a, b) => a.end - a.start - (b.end - b.start));
  return segments(block.start, block.end, layers).map(({ start, end, over }) => {
    const here = over.flatMap((k) => layers[k] ?? []);
    return {
      start,
      end,
      claims: here.map(({ claim }) => claim.id),
      type: here[0]?.claim.type ?? null,
      closes: here.find((layer) => layer.isLast && layer.end === end)?.claim.number ?? 0,
    };
  });
}

/** Claims in the order of a reader: where they begin, the outer one first. */
export const inReadingOrder = <Claim extends Marked>(claims: readonly Claim[]): Claim[] =>
  [...claims].sort((a, b) => {
    const [first, second] = [a.parts[0]?.reading, b.parts[0]?.reading];
    if (!first || !second) return 0;
    return first.start - second.start || second.end - first.end;
  });
