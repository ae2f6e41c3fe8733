/** The only file that knows the package `edtf`: its grammar has to agree with our own reading. */
import { parse } from 'edtf';
import { memo } from '../../text/memo.ts';
import { boundsOf, isRefused, readEdtf, type Bounds, type Reading, type Refusal } from './read.ts';

export type { Bounds } from './read.ts';

/**
 * What a date says, its earliest and latest day with it, or why it is not taken. The package is
 * asked for its grammar alone: it takes `20180512` for a moment of 1970, seasons for quarters, the
 * outermost members of a set for its order as written, and a day for the one in Greenwich.
 */
export const readDate: (value: string) => (Reading & Bounds) | Refusal = memo((value) => {
  const reading = readEdtf(value);
  if (isRefused(reading)) return reading;
  try {
    parse(value);
  } catch {
    return { refused: 'no EDTF' };
  }
  return { ...reading, ...boundsOf(reading) };
});

/** Why a string is no date that the archive takes, in words that go on from “which is”; else null. */
export function whyNoDate(value: string): string | null {
  const reading = readDate(value);
  return isRefused(reading) ? reading.refused : null;
}
