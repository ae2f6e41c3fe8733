/** Dates: EDTF (Library of Congress, level 1) kept as given, with the earliest and latest day beside it. */
import { en } from 'chrono-node';
import edtf from 'edtf';
import type { DateFact, Span } from './schema.ts';

const LONGEST = 64;

const isoDay = (milliseconds: number) => new Date(milliseconds).toISOString().slice(0, 10);

/** Earliest and latest day of an EDTF string, null where it is open or unknown; undefined if it is no EDTF. */
export function edtfBounds(value: string): { from: string | null; to: string | null } | undefined {
  if (value.length > LONGEST) return undefined;
  // the package lets 30 February pass and takes it for March
  for (const [, year, month, day] of value.matchAll(/(?<!\d)(\d{4})-(\d\d)-(\d\d)(?!\d)/g)) {
    if (Number(day) > new Date(Date.UTC(Number(year), Number(month), 0)).getUTCDate())
      return undefined;
  }
  try {
    const { min, max } = edtf(value) as { min: number | null; max: number | null };
    const bound = (n: number | null) => (n === null || !Number.isFinite(n) ? null : isoDay(n));
    return { from: bound(min), to: bound(max) };
  } catch {
    return undefined;
  }
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

// Any fixed moment serves: only components that the text itself gives are read.
const REFERENCE = new Date(Date.UTC(2000, 0, 1, 12));

/** Dates in a stretch of English text, found with chrono; offsets in that stretch. */
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
      return {
        start: index,
        end: index + printed.length,
        year: given('year'),
        month: given('month'),
        day: given('day'),
        weekday: given('weekday'),
        range: end !== null && end !== undefined,
        printed,
      };
    })
    .filter(({ printed }) => !isAmbiguous(printed))
    .filter(
      (date, i, all) =>
        (date.month !== null || date.weekday !== null) &&
        all.findIndex((d) => d.start < date.end && date.start < d.end) === i,
    );
}

/** `03/04/2015` is March in one country and April in another. */
function isAmbiguous(printed: string): boolean {
  const [, a, b] = /^(\d{1,2})[/.-](\d{1,2})[/.-]\d{2,4}\b/.exec(printed) ?? [];
  return a !== undefined && Number(a) <= 12 && Number(b) <= 12 && Number(a) !== Number(b);
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

const MONTHS = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
];

/** `27 March 2024`, `March 2024`, `2024`, `10 July to December 2017`, `by 25 March 2024`. For people. */
export function wordsForEdtf(value: string): string {
  const one = (part: string) => {
    const [, year, month, day, mark] =
      /^(-?\d{4}|\d{3}X|\d{2}XX)(?:-(\d\d))?(?:-(\d\d))?([?~%]?)$/.exec(part) ?? [];
    if (!year) return part;
    const text = [day && String(Number(day)), month && (MONTHS[Number(month) - 1] ?? month), year]
      .filter(Boolean)
      .join(' ');
    return mark ? `about ${text}` : text;
  };
  const [from, to] = value.split('/');
  if (to === undefined) return one(from!);
  if (from === '' || from === '..') return `by ${one(to)}`;
  if (to === '' || to === '..') return `from ${one(from!)}`;
  const [first, last] = [one(from!), one(to)];
  const year = first.slice(-5);
  return last.endsWith(year) && first.includes(' ')
    ? `${first.slice(0, -5)} to ${last}`
    : `${first} to ${last}`;
}
