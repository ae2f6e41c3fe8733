/**
 * EDTF in words: for a reader of a page (`10 July to December 2017`) and for a line to copy
 * (`July 10–December 2017`, as Chicago and APA order it). Neither names a day or month that the
 * date itself does not name.
 */
import { memo } from '../../text/memo.ts';
import {
  daysOfPoint,
  isRefused,
  readEdtf,
  type Point,
  type Reading,
  type Stretch,
} from './read.ts';

export const MONTHS = [
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
const SEASONS = ['spring', 'summer', 'autumn', 'winter'];
const ORDINALS = ['first', 'second', 'third', 'fourth'];

/** What tells the two ways of writing apart. */
interface Style {
  /** A day, a month and a year, of which any may be missing. */
  order(day: string, month: string, year: string): string;
  hemisphere: boolean;
  /** `1 April to 30 June` as `April to June`. */
  whole: boolean;
  to: string;
  marked(words: string, point: Point): string;
  before(words: string, point: Point): string;
  after(words: string, point: Point): string;
}

const joined = (...parts: string[]) => parts.filter(Boolean).join(' ');
const onDay = ({ day }: Point) => (day !== null && !day.includes('X') ? 'on' : 'in');
/** In or after `the 2010s`. */
const withArticle = (words: string) => words.replace(/\b\d{4}s/, 'the $&');
/** `1, 11 or 21`. */
const listed = (items: readonly string[], word: string): string =>
  [items.slice(0, -1).join(', '), items.at(-1) ?? ''].filter(Boolean).join(` ${word} `);
/** `April 12, 1985, or later`, but `April 1985 or later`. */
const comma = (words: string) => (words.includes(',') ? ',' : '');

const PAGE: Style = {
  order: (day, month, year) => joined(day, month, year),
  hemisphere: true,
  whole: true,
  to: ' to ',
  marked: (words, { uncertain, approximate }) =>
    joined(uncertain ? 'perhaps' : '', approximate ? 'about' : '', words),
  before: (words, point) => `${onDay(point)} or before ${withArticle(words)}`,
  after: (words, point) => `${onDay(point)} or after ${withArticle(words)}`,
};

const CITATION: Style = {
  order: (day, month, year) =>
    day && /^\d/.test(year) ? `${joined(month, day)}, ${year}` : joined(month, day, year),
  hemisphere: false,
  whole: false,
  to: '–',
  marked: (words, { uncertain, approximate }) =>
    joined(approximate ? 'ca.' : '', uncertain ? `${words}?` : words),
  before: (words) => `${words}${comma(words)} or earlier`,
  after: (words) => `${words}${comma(words)} or later`,
};

/** `2018`, `2010s`, `between 2000 and 2099`. */
function yearInWords(year: string, alone: boolean): string {
  if (!year.includes('X')) return year;
  const [least, most] = [year.replaceAll('X', '0'), year.replaceAll('X', '9')];
  if (!/^\d{3}X$/.test(year)) return `between ${least} and ${most}`;
  return alone ? `${least}s` : `in the ${least}s`;
}

function seasonInWords(season: number, year: string, { hemisphere }: Style): string {
  if (season >= 40) return `${ORDINALS[season - 40]} half of ${year}`;
  if (season >= 37) return `${ORDINALS[season - 37]} third of ${year}`;
  if (season >= 33) return `${ORDINALS[season - 33]} quarter of ${year}`;
  const name = `${SEASONS[(season - 21) % 4]} ${year}`;
  if (!hemisphere || season < 25) return name;
  return `${name} (${season < 29 ? 'northern' : 'southern'} hemisphere)`;
}

/** Numbers that a partly known month or day can be: `10 to 19`, `1, 11 or 21`; itself where it is known. */
function figureInWords(
  pattern: string | null,
  bounds: [string, string],
  name: (n: number) => string,
  to: string,
): string {
  if (pattern === null || pattern === 'XX') return '';
  if (!pattern.includes('X')) return name(Number(pattern));
  const [first, last] = bounds.map(Number) as [number, number];
  if (first === last) return name(first);
  if (pattern.endsWith('X')) return `${name(first)}${to}${name(last)}`;
  const all: string[] = [];
  for (let n = first; n <= last; n += 10) all.push(name(n));
  return listed(all, 'or');
}

/** One date without its marks of doubt. */
function pointInWords(point: Point, style: Style, withYear = true, withMonth = true): string {
  if (point.season !== null) return seasonInWords(point.season, point.year, style);
  const days = daysOfPoint(point) ?? { from: '', to: '' };
  const month = figureInWords(
    point.month,
    [days.from.slice(5, 7), days.to.slice(5, 7)],
    (n) => MONTHS[n - 1] ?? '',
    style.to,
  );
  const day =
    month === '' || point.month?.includes('X')
      ? ''
      : figureInWords(point.day, [days.from.slice(8), days.to.slice(8)], String, style.to);
  return style.order(
    day,
    withMonth ? month : '',
    withYear ? yearInWords(point.year, month === '') : '',
  );
}

const one = (point: Point, style: Style) => style.marked(pointInWords(point, style), point);
const plain = (point: Point) =>
  point.season === null &&
  !point.uncertain &&
  !point.approximate &&
  /^\d{4}$/.test(point.year) &&
  !/\dX/.test(`${point.month} ${point.day}`);

/** Ends that are whole months or whole years to the day, without days or months. */
function wholeEnds({ first, last }: Stretch): Stretch {
  if (!first || !last || !plain(first) || !plain(last)) return { first, last };
  const [start, end] = [daysOfPoint(first)?.from.slice(5), daysOfPoint(last)?.to.slice(5)];
  const month = daysOfPoint({ ...last, day: null })?.to.slice(5);
  if (!start?.endsWith('-01') || end !== month || !first.day || !last.day) return { first, last };
  const wider = start === '01-01' && end === '12-31' ? { month: null, day: null } : { day: null };
  return { first: { ...first, ...wider }, last: { ...last, ...wider } };
}

/** Both ends, without what they share. */
function stretchInWords(stretch: Stretch, style: Style): string {
  const { first, last } = style.whole ? wholeEnds(stretch) : stretch;
  if (!first) return last ? style.before(one(last, style), last) : '';
  if (!last) return style.after(one(first, style), first);
  const [a, b] = [one(first, style), one(last, style)];
  if (a === b) return a;
  const known = (part: string | null) => part !== null && part !== 'XX';
  if (!plain(first) || !plain(last) || first.year !== last.year) return a + style.to + b;
  if (!known(first.month) || !known(last.month)) return a + style.to + b;
  if (first.month !== last.month)
    return pointInWords(first, style, false) + style.to + pointInWords(last, style);
  if (!known(first.day) || !known(last.day)) return a + style.to + b;
  const [d, e] = [first, last].map(({ day }) => String(Number(day)));
  return style.order(`${d}${style.to}${e}`, MONTHS[Number(last.month) - 1] ?? '', last.year);
}

function inWords(reading: Reading, style: Style): string {
  if (reading.kind === 'date') return one(reading.date, style);
  if (reading.kind === 'interval') return stretchInWords(reading, style);
  const items = reading.items.map((item) => stretchInWords(item, style));
  return listed(items, reading.kind === 'one-of' ? 'or' : 'and');
}

/** For readers of a page; null where the string is no date that the archive takes. */
export const edtfInWords: (value: string) => string | null = memo((value) => {
  const reading = readEdtf(value);
  return isRefused(reading) ? null : inWords(reading, PAGE);
});

/** For a line to copy; null where the string is no date that the archive takes. */
export const dateInCitation: (value: string) => string | null = memo((value) => {
  const reading = readEdtf(value);
  return isRefused(reading) ? null : inWords(reading, CITATION);
});
