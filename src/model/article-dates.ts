/**
 * Articles by year and month: `dates/2018/`, `dates/2018-05/`, `dates/undated/`.
 *
 * An article stands under the year and the month in which it was surely published. Where its date allows more than
 * one month it stands under its year alone, and where it allows more than one year, under the first; the other years
 * and months that it allows name it as one that may be theirs. A date with one end is open on the other side, and
 * allows the year and the month of that end.
 */
import type { DateFact } from './records.ts';

/** The key of articles whose date says nothing. */
export const UNDATED = 'undated';

type Dated = Pick<DateFact, 'from' | 'to'>;

const YEAR = 4;
const MONTH = 7;

/** The first and the last day that a date allows; null where it says nothing. */
function daysOf({ from, to }: Dated): [string, string] | null {
  const first = from ?? to;
  const last = to ?? from;
  return first && last ? [first, last] : null;
}

/** Whether a date lies within the year or the month as a whole. */
export const isSurelyIn = ({ from, to }: Dated, key: string): boolean =>
  from !== null && to !== null && from.startsWith(key) && to.startsWith(key);

/** Whether a date allows a day of the year or the month. */
export function mayBeIn(date: Dated, key: string): boolean {
  const days = daysOf(date);
  if (!days) return false;
  const [first, last] = days.map((day) => day.slice(0, key.length)) as [string, string];
  return first <= key && key <= last;
}

/** The year under which an article stands: `2018`, or `undated`. */
export const yearOf = (date: Dated): string => daysOf(date)?.[0].slice(0, YEAR) ?? UNDATED;

/** The month in which it was surely published: `2018-05`; null where its date allows more than one. */
export function monthOf(date: Dated): string | null {
  const month = date.from?.slice(0, MONTH);
  return month !== undefined && isSurelyIn(date, month) ? month : null;
}

/** Every year, every month, and `undated`, that some articles stand under; sorted, the newest first. */
export function periodsOf(dates: readonly Dated[]): string[] {
  const years = dates.map(yearOf).filter((year) => year !== UNDATED);
  // Without any date there is nothing to be told apart from.
  if (years.length === 0) return [];
  const months = dates.map(monthOf).filter((month) => month !== null);
  const undated = years.length < dates.length ? [UNDATED] : [];
  return [...[...new Set([...years, ...months])].sort().reverse(), ...undated];
}

/** The months of a year among all periods. */
export const monthsWithin = (year: string, periods: readonly string[]): string[] =>
  periods.filter((period) => period.length === MONTH && period.startsWith(`${year}-`));

/** The periods that are years. */
export const yearsAmong = (periods: readonly string[]): string[] =>
  periods.filter((period) => period.length === YEAR);

/** The year of a month; null for a year, and for articles without a date. */
export const yearAround = (period: string): string | null =>
  /^\d{4}-/.test(period) ? period.slice(0, YEAR) : null;
