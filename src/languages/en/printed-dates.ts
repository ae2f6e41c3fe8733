/**
 * What a text prints where the date reader saw a date. The reader takes two figures for a year, `be`
 * for the Buddhist era, an age or a count for a day, and the names May, April, June, August, Friday
 * for times; here each date is held against its own letters and the words around it.
 */
import { createRequire } from 'node:module';
import type * as Chrono from 'chrono-node/en';
import { edtfBounds, edtfOf, type PrintedDate } from '../../model/dates.ts';
import { MONTH, WEEKDAY } from './lexicon/time.ts';

/** What may be counted: `in June 2000 people marched`, `May 3 times`, `at 2018 hours`. */
const COUNTED =
  /^[ \u00a0-](?:[a-z]+ )?(?:people|persons|men|women|children|boys|girls|times|years?|months|weeks|days|hours|hrs|minutes|miles|km|kilomet(?:re|er)s|met(?:re|er)s|feet|dollars|euros|pounds|roubles|tons|tonnes|boats|ships|cars|houses|homes|families|workers|soldiers|troops|refugees|migrants|civilians|protesters|votes|seats|per cent|percent|million|billion)\b/;
const CLOCK = /^ ?(?:hours|hrs|h\b|GMT|UTC|BST|CET|CEST|EST|EDT|PST|PDT|local time)/;
const STREET = /^ (?:Street|St\b|Road|Rd\b|Avenue|Ave\b|Lane|Square|Place|Drive|Boulevard|Blvd)/;
/** A name that goes on, or a title before one: `Theresa |May`, `Mr. |May`. */
const NAME_BEFORE =
  /(?:\b(?:Mr|Mrs|Ms|Mx|Dr|Sir|Lady|Lord|Prof|Sen|Rep|Gov|Sgt|Capt|Gen|Col|Lt|Rev)\.?|\b\p{Lu}[\p{L}’'‑-]*\p{Ll}[\p{L}’'‑-]*|\b\p{Lu}\.) $/u;
const SMALL_HEAD =
  /(?:^|[.!?:;“"(] ?)(?:In|On|Since|By|From|Until|During|Early|Late|Mid|Last|This|Next|For|Before|After|The) $/;
const BEFORE_MONTH =
  /\b(?:in|since|by|of|until|till|from|during|through|throughout|between|early|late|mid|before|after)[ -]$/i;
const CAPITAL_AFTER = /^ \p{Lu}\p{Ll}/u;
const AGE_AFTER = /^, ?\d{1,3}\b(?!\d)/;

/** Loaded when a date is looked for. */
const require = createRequire(import.meta.url);
const chrono = () => require('chrono-node/en') as typeof Chrono;

// Any fixed moment serves: only components that the text itself gives are read.
const REFERENCE = new Date(Date.UTC(2000, 0, 1, 12));

/** Dates in a stretch of English text, found with chrono and read again as they are printed; offsets in that stretch. */
export function printedDates(text: string): PrintedDate[] {
  const { casual, strict } = chrono();
  return strict
    .parse(text, REFERENCE)
    .concat(casual.parse(text, REFERENCE))
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

/** The date with what is not printed taken away, or null where it is none. */
function asPrinted(text: string, found: PrintedDate): PrintedDate | null {
  if (isAmbiguous(found.printed) || isNoDate(found.printed, found.range)) return null;
  const date = withoutSmallWeekday(withPrintedYear(text, found));
  if (!date || isNoDay(date)) return null;
  const before = text.slice(0, date.start);
  const after = text.slice(date.end);
  if (date.month !== null) return isMonth(date, before, after) ? date : null;
  return date.weekday !== null && isWeekday(date, before, after) ? date : null;
}

/** `03/04/2015` is March in one country and April in another. */
function isAmbiguous(printed: string): boolean {
  const [, a, b] = /^(\d{1,2})[/.-](\d{1,2})[/.-]\d{2,4}\b/.exec(printed) ?? [];
  return a !== undefined && Number(a) <= 12 && Number(b) <= 12 && Number(a) !== Number(b);
}

/** `30/02/2021`, `31.04.2021` */
function isNoDay(date: PrintedDate): boolean {
  const edtf = edtfOf(date);
  return edtf !== null && edtfBounds(edtf) === undefined;
}

/** `24/7`, `5-1`, and years of an era that this calendar does not have. */
const isNoDate = (printed: string, range: boolean): boolean =>
  (!MONTH.test(printed) && !WEEKDAY.test(printed) && !/(?<!\d)\d{4}(?!\d)/.test(printed)) ||
  (!range && /\d[-–]\d{1,2}(?!\d|-)/.test(printed) && !/\d{4}-\d/.test(printed)) ||
  /\d (?:BE|BC|BCE|B\.C\.)/.test(printed);

/** Only four figures are a year; what the reader took for one, and the word after it, go. */
function withPrintedYear(text: string, date: PrintedDate): PrintedDate {
  const year = /(?<!\d)(?:1[4-9]|20|21)\d\d(?!\d)/.exec(date.printed);
  if (year && !CLOCK.test(text.slice(date.start + year.index + 4))) {
    const end = /^ (?:be|ad|ce)\b/i.exec(date.printed.slice(year.index + 4))
      ? year.index + 4
      : date.printed.length;
    return cut({ ...date, year: Number(year[0]) }, 0, end);
  }
  if (date.year === null && !year) return date;
  const [rest = ''] =
    /^.*?(?=(?:,? ?(?:['’]\d\d|(?<![\d])\d{2,4})\D*)$)/su.exec(date.printed) ?? [];
  return cut({ ...date, year: null }, 0, rest.length || date.printed.length);
}

const cut = (date: PrintedDate, from: number, to: number): PrintedDate => ({
  ...date,
  start: date.start + from,
  end: date.start + to,
  printed: date.printed.slice(from, to),
});

/** `sat on 5 May` is no Saturday; `mon` alone is nothing. */
function withoutSmallWeekday(date: PrintedDate): PrintedDate | null {
  const small = /^(?:mon|tues?|wed|thu(?:rs?)?|fri|sat|sun)\.?(?: |$)/.exec(date.printed);
  if (!small) return date;
  if (date.month === null) return null;
  return cut({ ...date, weekday: null }, small[0].length, date.printed.length);
}

function isMonth(date: PrintedDate, before: string, after: string): boolean {
  const { printed, year, day } = date;
  const name = MONTH.exec(printed)?.[0];
  if (name === undefined) return year !== null; // in figures, with its year
  // `they march 5 miles`, `it may 2018`
  if (/^\p{Ll}/u.test(name) && (day === null || year === null)) return false;
  if (COUNTED.test(after) || STREET.test(after)) return false;
  if (day !== null) return isMonthWithDay(date, name, before, after);
  // `In May 61 people died`, `said Noor May, 34`
  if (year === null && /^,? ?\d{1,3}\b(?![\d:.]\d)/.test(after)) return false;
  const named = NAME_BEFORE.test(before) && !SMALL_HEAD.test(before);
  if (named && printed.startsWith(name)) return false;
  if (year !== null) return true;
  if (!BEFORE_MONTH.test(before) && !/^(?:in|since|by|during) /i.test(printed)) return false;
  return SMALL_HEAD.test(before) || !CAPITAL_AFTER.test(after);
}

function isMonthWithDay(
  { printed, year }: PrintedDate,
  name: string,
  before: string,
  after: string,
): boolean {
  const rest = printed.slice(printed.indexOf(name) + name.length);
  // `said April, 29`, `March 2,018 boats`
  if (/^, ?\d{1,2}\b/.test(rest) || /^,\d{3}\b/.test(after)) return false;
  const afterMonth = /^\.? ?\d{1,2}(?!\d|st|nd|rd|th)/.test(rest);
  // `in March 20 boats sank`: a day of a month is "on"
  if (afterMonth && year === null && /\b(?:in|during|since) $/i.test(before)) return false;
  return !(afterMonth && year === null && NAME_BEFORE.test(before) && AGE_AFTER.test(after));
}

function isWeekday({ printed }: PrintedDate, before: string, after: string): boolean {
  const name = WEEKDAY.exec(printed)?.[0] ?? '';
  const on = /^on /i.test(printed) || /\bon $/i.test(before);
  // `the Sun`, `Sat` and `Wed` are words as well; `on Wed.` is a day
  if (!/day$/i.test(name) && !(on && /^\./.test(printed.endsWith('.') ? '.' : after))) return false;
  if (!/^\p{Lu}/u.test(name)) return false;
  if (on) return !AGE_AFTER.test(after);
  // `Friday Obi`, `Joe Friday`, `Black Friday`, `the Sunday Times`
  return !CAPITAL_AFTER.test(after) && !NAME_BEFORE.test(before) && !AGE_AFTER.test(after);
}
