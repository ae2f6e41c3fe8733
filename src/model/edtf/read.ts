/**
 * What an EDTF string says (Library of Congress, levels 0 to 2), without any package, so that the
 * search page can read dates too. `index.ts` beside this file also asks the grammar of the package.
 *
 * A season has no exact months: it lies somewhere in the year that it is named by. What is not
 * supported is refused by name, with a sentence that a card's message can show.
 */

import { memo } from '../../text/memo.ts';
import { byText } from '../../text/order.ts';

/** One date: digits or `X` where a digit is not known. */
export interface Point {
  /** Four digits or `X`. */
  year: string;
  month: string | null;
  day: string | null;
  /** 21 to 41, where a season or another division of the year stands instead of a month. */
  season: number | null;
  uncertain: boolean;
  approximate: boolean;
}

/** A date or a stretch between two, as it stands in a set; `null` is an open end. */
export interface Stretch {
  first: Point | null;
  last: Point | null;
}

export type Reading =
  | { kind: 'date'; date: Point }
  /** `null` is an open or an unknown end. */
  | { kind: 'interval'; first: Point | null; last: Point | null }
  /** One of them (`[…]`) or all of them (`{…}`), in order of time. */
  | { kind: 'one-of' | 'all-of'; items: Stretch[] };

/** Why a string is not read, in words that go on from “which is”. */
export interface Refusal {
  refused: string;
}

const LONGEST = 64;
const no = (refused: string): Refusal => ({ refused });
export const isRefused = (value: object): value is Refusal => 'refused' in value;

const MARK = '([?~%]?)';
const POINT = new RegExp(
  `^${MARK}([\\dX]{4})${MARK}(?:-${MARK}([\\dX]{2})${MARK}(?:-${MARK}([\\dX]{2})${MARK})?)?$`,
);
const TIME = /T(\d\d):(\d\d)(?::(\d\d))?(?:Z|[+-]\d\d(?::?\d\d)?)?$/;

const IN_DIGITS = 'days, months and years without hyphens; write `2018-05-12`';

/** What the value is known as in the specification, where the archive does not take it. */
const NOT_TAKEN: readonly (readonly [RegExp, string])[] = [
  [/^\s|\s$|\s/, 'EDTF with blanks in it'],
  [/^Y-?\d/, 'a year of more than four digits (`Y…`), which the archive does not hold'],
  [/^-\d{4}/, 'a year before the year 0, which the archive does not hold'],
  [/^-?\d+S\d+$/, 'a year with significant digits (`S…`), which the archive does not hold'],
  [/^(?:\d{8}|\d{6})$/, IN_DIGITS],
  [/^\d{1,3}$/, 'a century, decade or year of fewer than four digits; write `201X` for a decade'],
  [/^\d{4}-[1-9](?:-|$)|^\d{4}-\d\d-\d$/, 'a month or day of one digit; write `2018-05-02`'],
  [/^(?:open|unknown)\b|\/(?:open|unknown)$/, 'an older form of EDTF; write `..` for an open end'],
  [/[ux]/, 'an older form of EDTF; write `X` for a digit that is not known'],
];

/** Reads one EDTF string, or says why not. */
export const readEdtf: (value: string) => Reading | Refusal = memo(readAnew);

function readAnew(value: string): Reading | Refusal {
  if (value === '') return no('empty');
  if (value.length > LONGEST) return no(`longer than ${LONGEST} characters`);
  const known = NOT_TAKEN.find(([form]) => form.test(value));
  if (known) return no(known[1]);
  if (/^[[{]/.test(value)) return readSet(value);
  if (value.includes('/')) return readInterval(value);
  const date = readPoint(value, true);
  return isRefused(date) ? date : { kind: 'date', date };
}

function readPoint(value: string, timed = false): Point | Refusal {
  const time = TIME.exec(value);
  if (time)
    return timed
      ? readTimed(value, time)
      : no('an interval or set with a time of day, which the archive does not hold');
  const parts = POINT.exec(value);
  if (!parts) return no('no EDTF');
  const [, q1, year = '', q2, q3, month, q4, q5, day, q6] = parts;
  if (year === 'XXXX') return no('a date without any year, which the archive does not hold');
  if (/X\d/.test(year)) return no('a year whose first digits are not known');
  const marks = [q1, q2, q3, q4, q5, q6].join('');
  const numbered = month === undefined || month.includes('X') ? 0 : Number(month);
  const point: Point = {
    year,
    month: month !== undefined && numbered < 21 ? month : null,
    day: day ?? null,
    season: numbered >= 21 ? numbered : null,
    uncertain: /[?%]/.test(marks),
    approximate: /[~%]/.test(marks),
  };
  if (point.season !== null) {
    if (point.season > 41) return no('no month and no season');
    if (year.includes('X') || day !== undefined)
      return no('a season without a year or with a day, which the archive does not hold');
    return point;
  }
  return daysOfPoint(point) ? point : no('a day or month that no calendar has');
}

/** A day with a time. The day is the one that is written, whatever day it was in Greenwich. */
function readTimed(value: string, [time, hour, minute, second]: RegExpExecArray): Point | Refusal {
  if (Number(hour) > 23 || Number(minute) > 59 || Number(second ?? 0) > 59)
    return no('a time that no clock shows');
  const day = value.slice(0, -time.length);
  return /^\d{4}-\d\d-\d\d$/.test(day) ? readPoint(day) : no('a time without a day');
}

function readInterval(value: string): Reading | Refusal {
  const halves = value.split('/');
  if (halves.length !== 2) return no('no EDTF');
  const ends: (Point | null)[] = [];
  for (const half of halves) {
    if (half === '' || half === '..') ends.push(null);
    else {
      const point = readPoint(half);
      if (isRefused(point)) return point;
      if (point.season !== null)
        return no('an interval that begins or ends with a season, which the archive does not hold');
      ends.push(point);
    }
  }
  const [first = null, last = null] = ends;
  if (!first && !last) return no('an interval without beginning and end');
  if (first && last && daysOfEnds(first, last) === null)
    return no('an interval that ends before it begins');
  return { kind: 'interval', first, last };
}

function readSet(value: string): Reading | Refusal {
  const [, open, inside, close] = /^([[{])(.+)([\]}])$/.exec(value) ?? [];
  if (!open || inside === undefined || (open === '[') !== (close === ']')) return no('no EDTF');
  const items: Stretch[] = [];
  const members = inside.split(',').map((member) => member.trim());
  for (const [i, member] of members.entries()) {
    const item = readMember(member, i === 0, i === members.length - 1);
    if (isRefused(item)) return item;
    items.push(item);
  }
  items.sort((a, b) => byText(firstDayOf(a), firstDayOf(b)));
  return { kind: open === '[' ? 'one-of' : 'all-of', items };
}

/** For the order of a set: what is open at its beginning comes first. */
function firstDayOf({ first, last }: Stretch): string {
  if (first) return daysOfPoint(first)?.from ?? '';
  return last ? '' : '9999';
}

function readMember(member: string, isFirst: boolean, isLast: boolean): Stretch | Refusal {
  const ends = member.split('..');
  if (ends.length > 2) return no('no EDTF');
  const [a = '', b] = ends;
  if (b === undefined) {
    const point = readPoint(a);
    return isRefused(point) ? point : { first: point, last: point };
  }
  if (a === '' && b === '') return no('a set without beginning and end');
  if ((a === '' && !isFirst) || (b === '' && !isLast))
    return no('a set with an open end in its middle');
  const first = a === '' ? null : readPoint(a);
  const last = b === '' ? null : readPoint(b);
  if (first && isRefused(first)) return first;
  if (last && isRefused(last)) return last;
  if (first && last && daysOfEnds(first, last) === null)
    return no('a stretch that ends before it begins');
  return { first, last };
}

/** Earliest and latest day; null where that end is open or unknown. */
export interface Bounds {
  from: string | null;
  to: string | null;
}

const two = (n: number) => String(n).padStart(2, '0');

/** Months of quarters, thirds and halves of a year. */
function monthsOfDivision(season: number): [first: number, last: number] {
  if (season >= 40) return [(season - 40) * 6 + 1, (season - 40) * 6 + 6];
  if (season >= 37) return [(season - 37) * 4 + 1, (season - 37) * 4 + 4];
  if (season >= 33) return [(season - 33) * 3 + 1, (season - 33) * 3 + 3];
  return [1, 12];
}

const lastDay = (year: number, month: number) => {
  const date = new Date(0);
  date.setUTCFullYear(year, month, 0);
  return date.getUTCDate();
};

/** Numbers that fit a pattern of digits and `X`, in order. */
function fitting(pattern: string | null, least: number, most: number): number[] {
  if (pattern !== null && !pattern.includes('X')) {
    const known = Number(pattern);
    return known >= least && known <= most ? [known] : [];
  }
  const all = Array.from({ length: most - least + 1 }, (_, i) => least + i);
  if (pattern === null || /^X+$/.test(pattern)) return all;
  const form = new RegExp(`^${pattern.replaceAll('X', '\\d')}$`);
  return all.filter((n) => form.test(String(n).padStart(pattern.length, '0')));
}

function yearsFitting(pattern: string): number[] {
  const least = Number(pattern.replaceAll('X', '0'));
  const most = Number(pattern.replaceAll('X', '9'));
  return Array.from({ length: most - least + 1 }, (_, i) => least + i);
}

/** Earliest and latest day of one date; null if no calendar has it. */
export function daysOfPoint(point: Point): { from: string; to: string } | null {
  const years = yearsFitting(point.year);
  const [low, high] = point.season === null ? [1, 12] : monthsOfDivision(point.season);
  const months = fitting(point.month, low, high);
  const days = fitting(point.day, 1, 31);
  const name = (y: number, m: number, d: number) =>
    `${String(y).padStart(4, '0')}-${two(m)}-${two(d)}`;
  const search = (ys: number[], ms: number[], ds: number[]) => {
    for (const y of ys)
      for (const m of ms) {
        const d = ds.find((day) => day <= lastDay(y, m));
        if (d !== undefined) return name(y, m, d);
      }
    return null;
  };
  const from = search(years, months, days);
  const to = search(years.toReversed(), months.toReversed(), days.toReversed());
  return from && to ? { from, to } : null;
}

function daysOfEnds(first: Point, last: Point): { from: string; to: string } | null {
  const from = daysOfPoint(first)?.from;
  const to = daysOfPoint(last)?.to;
  return from && to && from <= to ? { from, to } : null;
}

/** Earliest and latest day of what was read. */
export function boundsOf(reading: Reading): Bounds {
  if (reading.kind === 'date') return daysOfPoint(reading.date) ?? { from: null, to: null };
  const items = reading.kind === 'interval' ? [reading] : reading.items;
  const from = items.map(({ first }) => (first ? (daysOfPoint(first)?.from ?? null) : null));
  const to = items.map(({ last }) => (last ? (daysOfPoint(last)?.to ?? null) : null));
  const extreme = (days: (string | null)[], pick: 'first' | 'last') =>
    days.includes(null) ? null : (days.sort().at(pick === 'first' ? 0 : -1) ?? null);
  return { from: extreme(from, 'first'), to: extreme(to, 'last') };
}
