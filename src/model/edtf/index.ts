/** The only file that knows the package `edtf`: its grammar has to agree with our own reading. */
import { parse } from 'edtf';
import { memo } from '../../text/memo.ts';
import {
  boundsOf,
  isRefused,
  readEdtf,
  type Bounds,
  type Point,
  type Reading,
  type Refusal,
} from './read.ts';

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
    return { refused: beyondTheGrammar(reading) };
  }
  return { ...reading, ...boundsOf(reading) };
});

/** What our reading takes and the package's grammar does not. */
function beyondTheGrammar(reading: Reading): string {
  const it = NAMES[reading.kind];
  if ('items' in reading)
    return `${it} that has seasons, or is uncertain or approximate in a member, which the archive does not hold`;
  if (reading.kind === 'date' && reading.date.season !== null)
    return 'a season that is uncertain or approximate, which the archive does not hold';
  const points = reading.kind === 'date' ? [reading.date] : [reading.first, reading.last];
  return points.some((point) => point && isDoubted(point) && isPartlyKnown(point))
    ? `${it} that has digits that are not known, and is uncertain or approximate, which the archive does not hold`
    : 'no EDTF';
}

const NAMES = { date: 'a date', interval: 'an interval', 'one-of': 'a set', 'all-of': 'a set' };
const isDoubted = ({ uncertain, approximate }: Point) => uncertain || approximate;
const isPartlyKnown = ({ year, month, day }: Point) => `${year}${month}${day}`.includes('X');

/** Why a string is no date that the archive takes, in words that go on from “which is”; else null. */
export function whyNoDate(value: string): string | null {
  const reading = readDate(value);
  return isRefused(reading) ? reading.refused : null;
}
