/** Dates: EDTF (Library of Congress, levels 0 to 2) kept as given, with the earliest and latest day beside it. */
import { en } from 'chrono-node';
import { asPrinted, type PrintedDate } from '../languages/en/printed-dates.ts';
import { readDate, type Bounds } from './edtf/index.ts';
import { isRefused } from './edtf/read.ts';
import { edtfInWords } from './edtf/words.ts';
import type { DateFact } from './records.ts';

export type { PrintedDate } from '../languages/en/printed-dates.ts';

/** Earliest and latest day of an EDTF string, null where it is open or unknown; undefined if it is none that is taken. */
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

// Any fixed moment serves: only components that the text itself gives are read.
const REFERENCE = new Date(Date.UTC(2000, 0, 1, 12));

/** Dates in a stretch of English text, found with chrono and read again as they are printed; offsets in that stretch. */
export function printedDates(text: string): PrintedDate[] {
  return en.strict
    .parse(text, REFERENCE)
    .concat(en.casual.parse(text, REFERENCE))
    .map(({ index, text: printed, start, end }) => {
      const given = (part: 'year' | 'month' | 'day' | 'weekday') =>
        start.isCertain(part) &&
        !/\b(?:ago|last|next|this|yesterday|today|tomorrow|week|month)\b/i.test(printed)
          ? start.get(part)
          : null;
      return asPrinted(text, {
        start: index,
        end: index + printed.length,
        year: given('year'),
        month: given('month'),
        day: given('day'),
        weekday: given('weekday'),
        range: end !== null && end !== undefined,
        printed,
      });
    })
    .filter((date) => date !== null)
    .filter(
      (date, i, all) =>
        (date.month !== null || date.weekday !== null) &&
        all.findIndex((d) => d.start < date.end && date.start < d.end) === i,
    );
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
