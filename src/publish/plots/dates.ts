/**
 * Dates on one axis: a day is a point, an interval a dashed bar, an unknown start a dotted line that ends in a
 * bar.
 */
import { scaleTime } from 'd3-scale';
import { MONTHS } from '../../model/edtf/words.ts';
import type { DateFact } from '../../model/records.ts';

export interface Tick {
  x: number;
  label: string;
}
export type Mark =
  | { shape: 'day'; x: number }
  | { shape: 'interval'; x: number; width: number }
  /** Only the latest day is known (`before`) or only the earliest (`after`). */
  | { shape: 'before' | 'after'; x: number; far: number };

export interface DateAxis {
  from: string;
  to: string;
  ticks: Tick[];
  mark: (date: DateFact) => Mark | null;
}

const utc = (iso: string) => new Date(`${iso}T00:00:00Z`);
const DAY = 86_400_000;
const MONTH = 31 * DAY;
const YEAR = 366 * DAY;
/** What is shown before the first and behind the last of some days. */
const BESIDE = 3 * DAY;
/** Years or days that are named, about. */
const MOST_TICKS = 10;
const round = (n: number) => Math.round(n * 100) / 100;

const shortMonth = (date: Date): string => (MONTHS[date.getUTCMonth()] ?? '').slice(0, 3);

/** Length of a dotted line whose other end is not known, in per cent of the axis. */
const OPEN = 8;

/** How far an axis is ticked, and what stands at each tick. */
interface Scale {
  start: Date;
  end: Date;
  /** Each tick with its label, in order. */
  ticks: readonly (readonly [Date, string])[];
}

const monthOf = (date: Date, by = 0): Date =>
  new Date(Date.UTC(date.getUTCFullYear(), date.getUTCMonth() + by, 1));

/** Whole years, of which every so-manieth is named. */
function byYears(first: Date, last: Date): Scale {
  const [from, to] = [first.getUTCFullYear(), last.getUTCFullYear() + 1];
  const every = Math.max(1, Math.ceil((to - from) / MOST_TICKS));
  const ticks: [Date, string][] = [];
  for (let year = from; year < to; year += every)
    ticks.push([new Date(Date.UTC(year, 0, 1)), `${year}`]);
  return { start: new Date(Date.UTC(from, 0, 1)), end: new Date(Date.UTC(to, 0, 1)), ticks };
}

/** Whole months; a January stands for its year where there are two. */
function byMonths(first: Date, last: Date): Scale {
  const [start, end] = [monthOf(first), monthOf(last, 1)];
  const isOneYear = first.getUTCFullYear() === last.getUTCFullYear();
  const ticks: [Date, string][] = [];
  for (let month = start; month < end; month = monthOf(month, 1)) {
    const isYear = !isOneYear && month.getUTCMonth() === 0;
    ticks.push([month, isYear ? `${month.getUTCFullYear()}` : shortMonth(month)]);
  }
  return { start, end, ticks };
}

/** Days, of which every so-manieth is named, the first of each month with it. */
function byDays(first: Date, last: Date): Scale {
  const start = new Date(first.getTime() - BESIDE);
  const end = new Date(last.getTime() + BESIDE);
  const every = Math.max(1, Math.ceil((end.getTime() - start.getTime()) / DAY / MOST_TICKS));
  const ticks: [Date, string][] = [];
  let month = -1;
  for (let day = start; day < end; day = new Date(day.getTime() + every * DAY)) {
    const name = day.getUTCMonth() === month ? '' : ` ${shortMonth(day)}`;
    month = day.getUTCMonth();
    ticks.push([day, `${day.getUTCDate()}${name}`]);
  }
  return { start, end, ticks };
}

/**
 * An axis over all the given dates: by years where they span more than one, else by months or days. Whole units at
 * both ends keep the first and last mark off the border. Null without any date.
 */
export function dateAxis(dates: readonly DateFact[]): DateAxis | null {
  const days = dates
    .flatMap((d) => [d.from, d.to])
    .filter((d): d is string => d !== null)
    .sort();
  const first = days[0];
  const last = days.at(-1);
  if (!first || !last) return null;
  const span = utc(last).getTime() - utc(first).getTime();
  const ofDays = span > MONTH ? byMonths : byDays;
  const scale = (span > YEAR ? byYears : ofDays)(utc(first), utc(last));
  const x = scaleTime([scale.start, scale.end], [0, 100]);
  const at = (date: Date) => round(Math.min(100, Math.max(0, x(date))));
  const ticks = scale.ticks.map(([date, label]) => ({ x: at(date), label }));
  const mark = ({ from, to }: DateFact): Mark | null => {
    if (from && to) {
      const a = at(utc(from));
      const b = at(new Date(utc(to).getTime() + DAY));
      return from === to
        ? { shape: 'day', x: round((a + b) / 2) }
        : { shape: 'interval', x: a, width: Math.max(0.6, round(b - a)) };
    }
    if (to)
      return {
        shape: 'before',
        x: at(new Date(utc(to).getTime() + DAY)),
        far: Math.max(0, round(at(utc(to)) - OPEN)),
      };
    if (from)
      return { shape: 'after', x: at(utc(from)), far: Math.min(100, round(at(utc(from)) + OPEN)) };
    return null;
  };
  return { from: first, to: last, ticks, mark };
}
