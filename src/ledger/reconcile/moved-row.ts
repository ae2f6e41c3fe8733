/** The row of a claim as it is in the newest version, once its place there is known. */
import type { Span } from '../../model/records.ts';
import { first } from '../../text/certain.ts';
import type { Indexed } from '../indexed.ts';
import { occurrences } from '../normal.ts';
import type { Anchor, LedgerPart, LedgerRow } from '../schema.ts';
import type { Sources } from './sources.ts';
import { anchorAlone, anchorOf, partOf } from './words-of-rows.ts';

/** The row at `parts` of the newest version (UTF-16 units), with its last place among its former ones. */
export function movedRow(
  row: LedgerRow,
  parts: readonly Span[],
  { fate, held }: Pick<LedgerRow, 'fate' | 'held'>,
  sources: Sources,
): LedgerRow {
  const { newest, points } = sources;
  const shift = shifter(row, parts, sources.indexed(row.version), sources.indexed(newest.version));
  const moved = (part: LedgerPart | null) => part && shift(part);
  return {
    ...row,
    ...anchorOf(parts, newest, points),
    fate,
    held,
    ...(row.status === 'orphaned' ? { status: 'live' as const, reason: '' } : {}),
    since: row.status === 'withdrawn' ? row.since : sources.since,
    was: [...row.was, anchorAlone(row)],
    speaker: row.speaker && { ...row.speaker, mention: moved(row.speaker.mention) },
    via: row.via.map((one) => ({ ...one, mention: moved(one.mention) })),
    cue: moved(row.cue),
  };
}

/** How far about its place beside the claim a name or cue may have got, in UTF-16 units. */
const REACH = 400;

/** Moves a name or cue beside the claim along with it: to where the same characters stand nearest to the claim. */
function shifter(
  row: Anchor,
  parts: readonly Span[],
  before: Indexed,
  after: Indexed,
): (part: LedgerPart) => LedgerPart | null {
  const origin = before.points.utf16(first(row.parts).start);
  const by = first(parts).start - origin;
  return ({ start, exact }) => {
    const was = before.points.utf16(start);
    const wanted = was + by;
    const reach = Math.abs(was - origin) + REACH;
    const low = Math.max(0, wanted - reach);
    const nearby = after.text.slice(low, wanted + reach + exact.length);
    let nearest: number | null = null;
    for (const found of occurrences(nearby, exact)) {
      const place = low + found;
      if (nearest === null || Math.abs(place - wanted) < Math.abs(nearest - wanted))
        nearest = place;
    }
    return nearest === null
      ? null
      : partOf({ start: nearest, end: nearest + exact.length }, after.text, after.points);
  };
}
