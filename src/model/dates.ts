/** Dates: EDTF (Library of Congress, levels 0 to 2) kept as given, with the earliest and latest day beside it. */
import type { Span } from '../text/span.ts';
import { readDate, type Bounds } from './edtf/index.ts';
import { isRefused } from './edtf/read.ts';
import { edtfInWords } from './edtf/words.ts';
import type { DateFact } from './records.ts';

/** A date as a text prints it; what the text leaves out is null. */
export interface PrintedDate extends Span {
  year: number | null;
  month: number | null;
  day: number | null;
  /** 0 for Sunday. */
  weekday: number | null;
  /** The text gives a span of time, "June 2014 to July 2017"; the other fields are its beginning. */
  range: boolean;
  printed: string;
}

/**
 * Earliest and latest day of an EDTF string, null where it is open or unknown; undefined if it is none that is
 * taken.
 */
export function edtfBounds(value: string): Bounds | undefined {
  const reading = readDate(value);
  return isRefused(reading) ? undefined : { from: reading.from, to: reading.to };
}

export const unknownDateFact: DateFact = {
  edtf: null,
  from: null,
  to: null,
  basis: 'unknown',
  note: null,
};

/** A date fact from EDTF that is known to be valid. */
export function dateFact(
  value: string,
  basis: 'stated' | 'inferred',
  note: string | null,
): DateFact {
  const bounds = edtfBounds(value);
  if (!bounds) throw new Error(`Not EDTF: ${value}`);
  return { edtf: value, ...bounds, basis, note };
}

/** `2024-03-27`, `2024-03` or null when the year is not printed. */
export function edtfOf({
  year,
  month,
  day,
}: Pick<PrintedDate, 'year' | 'month' | 'day'>): string | null {
  if (year === null) return null;
  const two = (n: number) => String(n).padStart(2, '0');
  return [
    String(year).padStart(4, '0'),
    ...(month === null ? [] : [two(month)]),
    ...(month === null || day === null ? [] : [two(day)]),
  ].join('-');
}

/** `27 March 2024`, `March 2024`, `2024`, `10 July to December 2017`, `on or before 25 March 2024`. For people. */
export const wordsForEdtf = (value: string): string => edtfInWords(value) ?? value;
