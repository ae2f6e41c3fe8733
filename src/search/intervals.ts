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
  const [year, month, day] = match
    .slice(1)
    .map((part) => (part === undefined ? undefined : Number(part))) as [number, number?, number?];
  const name = match[1]!;
  if (month === undefined) return { from: `${name}-01-01`, to: `${name}-12-31` };
  if (month < 1 || month > 12) return null;
  if (day === undefined)
    return {
      from: `${name}-${two(month)}-01`,
      to: `${name}-${two(month)}-${two(lastDay(year, month))}`,
    };
  if (day < 1 || day > lastDay(year, month)) return null;
  const whole = `${name}-${two(month)}-${two(day)}`;
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
  from: a.from === null ? b.from : b.from === null ? a.from : a.from > b.from ? a.from : b.from,
  to: a.to === null ? b.to : b.to === null ? a.to : a.to < b.to ? a.to : b.to,
});

/** Years the date may fall in, between the first and last year of the archive. */
export function yearsOf(date: Days, first: number, last: number): number[] {
  if (date.from === null && date.to === null) return [];
  const from = Math.max(first, date.from === null ? first : Number(date.from.slice(0, 4)));
  const to = Math.min(last, date.to === null ? last : Number(date.to.slice(0, 4)));
  return Array.from({ length: Math.max(0, to - from + 1) }, (_, i) => from + i);
}
