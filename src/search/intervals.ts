/** Partial and uncertain dates as intervals of days. A range asked for meets an interval, holds it, or misses it. */
export interface Days {
  from: string | null;
  to: string | null;
}

const lastDay = (year: number, month: number) => new Date(Date.UTC(year, month, 0)).getUTCDate();
const two = (n: number) => String(n).padStart(2, '0');

/** First and last day of `2024`, `2024-03` or `2024-03-27`; null if it is no such date. */
export function daysOf(value: string): { from: string; to: string } | null {
  const match = /^(\d{4})(?:-(\d{1,2})(?:-(\d{1,2}))?)?$/.exec(value.trim());
  if (!match) return null;
  const [, year = '', monthAsked, dayAsked] = match;
  if (monthAsked === undefined) return { from: `${year}-01-01`, to: `${year}-12-31` };
  const month = Number(monthAsked);
  if (month < 1 || month > 12) return null;
  const most = lastDay(Number(year), month);
  if (dayAsked === undefined)
    return { from: `${year}-${two(month)}-01`, to: `${year}-${two(month)}-${two(most)}` };
  const day = Number(dayAsked);
  if (day < 1 || day > most) return null;
  const whole = `${year}-${two(month)}-${two(day)}`;
  return { from: whole, to: whole };
}

/** The day before, for a range that ends before a date. */
export const dayBefore = (day: string): string =>
  new Date(Date.parse(`${day}T00:00:00Z`) - 86_400_000).toISOString().slice(0, 10);

export type Meeting = 'inside' | 'meets' | 'outside' | 'unknown';

/**
 * How a claim's date stands to the range asked for. An open end reaches as far as it can:
 * "on or before 25 March" meets every range that begins before that day.
 */
export function meeting(date: Days, range: Days): Meeting {
  if (date.from === null && date.to === null)
    return range.from === null && range.to === null ? 'inside' : 'unknown';
  if (range.from !== null && date.to !== null && date.to < range.from) return 'outside';
  if (range.to !== null && date.from !== null && date.from > range.to) return 'outside';
  const within =
    (range.from === null || (date.from !== null && date.from >= range.from)) &&
    (range.to === null || (date.to !== null && date.to <= range.to));
  return within ? 'inside' : 'meets';
}

/** Both ranges at once. */
export const narrowed = (a: Days, b: Days): Days => ({
  from: ifBoth(a.from, b.from, (one, two) => (one > two ? one : two)),
  to: ifBoth(a.to, b.to, (one, two) => (one < two ? one : two)),
});

/** One of two days, where both are given; otherwise the one that is. */
const ifBoth = (
  a: string | null,
  b: string | null,
  choose: (a: string, b: string) => string,
): string | null => (a === null || b === null ? (a ?? b) : choose(a, b));

/** Years the date may fall in, between the first and last year of the archive. */
export function yearsOf(date: Days, first: number, last: number): number[] {
  if (date.from === null && date.to === null) return [];
  const from = Math.max(first, date.from === null ? first : Number(date.from.slice(0, 4)));
  const to = Math.min(last, date.to === null ? last : Number(date.to.slice(0, 4)));
  return Array.from({ length: Math.max(0, to - from + 1) }, (_, i) => from + i);
}
