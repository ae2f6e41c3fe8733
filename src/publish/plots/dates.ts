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
const round = (n: number) => Math.round(n * 100) / 100;

/** Length of a dotted line whose other end is not known, in per cent of the axis. */
const OPEN = 8;

/**
 * An axis over all the given dates: by years where they span more than one, else by months or days. Null
 * without any date.
 */
export function dateAxis(dates: readonly DateFact[]): DateAxis | null {
  const days = dates
    .flatMap((d) => [d.from, d.to])
    .filter((d): d is string => d !== null)
    .sort();
  const first = days[0];
  const last = days.at(-1);
  if (!first || !last) return null;
  const years = Number(last.slice(0, 4)) - Number(first.slice(0, 4));
  const span = utc(last).getTime() - utc(first).getTime();
  // Whole units at both ends, so that the first and last mark do not stick to the border.
  let start: Date;
  let end: Date;
  if (years >= 1) {
    start = new Date(Date.UTC(Number(first.slice(0, 4)), 0, 1));
    end = new Date(Date.UTC(Number(last.slice(0, 4)) + 1, 0, 1));
  } else if (span > 31 * DAY) {
    start = new Date(Date.UTC(Number(first.slice(0, 4)), Number(first.slice(5, 7)) - 1, 1));
    end = new Date(Date.UTC(Number(last.slice(0, 4)), Number(last.slice(5, 7)), 1));
  } else {
    start = new Date(utc(first).getTime() - 3 * DAY);
    end = new Date(utc(last).getTime() + 3 * DAY);
  }
  const x = scaleTime([start, end], [0, 100]);
  const at = (date: Date) => round(Math.min(100, Math.max(0, x(date))));
  const ticks: Tick[] = [];
  if (years >= 1) {
    const every = Math.max(1, Math.ceil((years + 1) / 10));
    for (let y = start.getUTCFullYear(); y < end.getUTCFullYear(); y += every)
      ticks.push({ x: at(new Date(Date.UTC(y, 0, 1))), label: `${y}` });
  } else if (span > 31 * DAY) {
    for (
      let m = new Date(start);
      m < end;
      m = new Date(Date.UTC(m.getUTCFullYear(), m.getUTCMonth() + 1, 1))
    ) {
      ticks.push({ x: at(m), label: (MONTHS[m.getUTCMonth()] ?? '').slice(0, 3) });
    }
  } else {
    const every = Math.max(1, Math.ceil((end.getTime() - start.getTime()) / DAY / 10));
    for (let d = new Date(start); d < end; d = new Date(d.getTime() + every * DAY))
      ticks.push({ x: at(d), label: `${d.getUTCDate()}` });
  }
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
