/** Claims along time as bubbles: a lane whatever is asked for, a bubble a period with claims in it. */
import { scaleSqrt } from 'd3-scale';
import type { ClaimRecord, DateFact } from '../../model/records.ts';
import { grouped } from '../../text/grouped.ts';
import type { DateAxis } from './dates.ts';

export interface Bubble {
  /** Per cent of the axis; pixels. */
  x: number;
  r: number;
  claims: [ClaimRecord, ...ClaimRecord[]];
  /** Of none of the claims the period itself is known: only bounds are. */
  open: boolean;
}

/** Periods into which an axis is cut at most. */
const PERIODS = 40;
const LARGEST = 11;
const LEAST = 3.5;

interface Dated {
  claim: ClaimRecord;
  date: DateFact;
}

const round = (n: number): number => Math.round(n * 100) / 100;
/** The day by which a claim stands: the last one possible, which its printing gives where nothing else does. */
const lastDay = ({ from, to }: DateFact): string | null => to ?? from;

/**
 * The bubbles of each lane, on one axis and one scale of areas. A claim stands where its last possible day lies;
 * claims without any date are left out.
 */
export function bubbleLanes(lanes: readonly (readonly Dated[])[], axis: DateAxis): Bubble[][] {
  const binned = lanes.map((lane) =>
    grouped(
      lane.flatMap((one) => {
        const day = lastDay(one.date);
        const mark = day && axis.mark({ ...one.date, from: day, to: day });
        return mark
          ? [[Math.min(PERIODS - 1, Math.floor((mark.x * PERIODS) / 100)), one] as const]
          : [];
      }),
    ),
  );
  const most = Math.max(
    1,
    ...binned.flatMap((bins) => [...bins.values()].map((bin) => bin.length)),
  );
  const radius = scaleSqrt([1, most], [most === 1 ? 5 : LEAST, most === 1 ? 5 : LARGEST]);
  const known = ({ date }: Dated): boolean =>
    date.from !== null && date.to !== null && date.from.slice(0, 7) === date.to.slice(0, 7);
  return binned.map((bins) =>
    [...bins]
      .sort(([a], [b]) => a - b)
      .flatMap(([bin, [first, ...more]]) =>
        first
          ? [
              {
                x: round(((bin + 0.5) * 100) / PERIODS),
                r: round(radius(more.length + 1)),
                claims: [first.claim, ...more.map(({ claim }) => claim)] as Bubble['claims'],
                open: ![first, ...more].some(known),
              },
            ]
          : [],
      ),
  );
}
