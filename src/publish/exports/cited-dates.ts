/**
 * The date of an article as each format of citation can hold it. What a format cannot say is left
 * out there and said in words instead; a day or month that nobody stated is never filled in.
 */
import { isRefused, readEdtf, type Point, type Reading } from '../../model/edtf/read.ts';
import { dateInCitation, edtfInWords } from '../../model/edtf/words.ts';
import type { DateFact } from '../../model/records.ts';
import { lastAsked } from '../../text/last-asked.ts';

export interface CslDate {
  'date-parts'?: number[][];
  /** In words, where parts cannot say it. */
  literal?: string;
  circa?: boolean;
}

/** What a fact's EDTF says; null where the date is unknown. */
function readingOf({ edtf, basis }: DateFact): Reading | null {
  if (basis === 'unknown' || edtf === null) return null;
  const reading = readEdtf(edtf);
  return isRefused(reading) ? null : reading;
}

const isNumber = (part: string | null): part is string => part !== null && !part.includes('X');

/** Year, month and day as far as they are known; null without a whole year, or with a part-known month or day. */
function partsOf({ year, month, day, season }: Point): number[] | null {
  if (!isNumber(year)) return null;
  if (season !== null || month === null || month === 'XX') return [Number(year)];
  if (!isNumber(month)) return null;
  if (day === null || day === 'XX') return [Number(year), Number(month)];
  return isNumber(day) ? [Number(year), Number(month), Number(day)] : null;
}

const isDoubted = (reading: Reading): boolean =>
  pointsOf(reading).some((point) => point !== null && (point.uncertain || point.approximate));

function pointsOf(reading: Reading): (Point | null)[] {
  if (reading.kind === 'date') return [reading.date];
  return reading.kind === 'interval' ? [reading.first, reading.last] : [];
}

/** For CSL-JSON; undefined where the date is unknown. */
function cslDate(fact: DateFact): CslDate | undefined {
  const reading = readingOf(fact);
  if (!reading) return undefined;
  const circa = fact.basis === 'inferred' || isDoubted(reading) ? { circa: true } : {};
  return { ...cslParts(reading, fact.edtf ?? ''), ...circa };
}

function cslParts(reading: Reading, edtf: string): CslDate {
  const literal = { literal: dateInCitation(edtf) ?? edtf };
  if (reading.kind === 'date') {
    const parts = partsOf(reading.date);
    // some readers take the number of a season for a month
    return parts && reading.date.season === null ? { 'date-parts': [parts] } : literal;
  }
  if (reading.kind !== 'interval' || !reading.first || !reading.last) return literal;
  const [first, last] = [partsOf(reading.first), partsOf(reading.last)];
  // readers of CSL refuse a range whose ends are not equally exact
  return first && last && first.length === last.length
    ? { 'date-parts': String(first) === String(last) ? [first] : [first, last] }
    : literal;
}

/** In a line to copy: `ca. 2018`, `[July–August 2018]` where it is inferred, `n.d.` where it is unknown. */
function dateInCitationLine(fact: DateFact): string {
  const reading = readingOf(fact);
  if (!reading) return 'n.d.';
  const words = dateInCitation(fact.edtf ?? '') ?? 'n.d.';
  return fact.basis === 'inferred' || isDoubted(reading) ? `[${words}]` : words;
}

/** What both ends of a date share, as far as it is known: `[2018, 6]`. Null if not even the year. */
function sharedParts(fact: DateFact): number[] | null {
  const reading = readingOf(fact);
  if (!reading) return null;
  if (reading.kind === 'date') return partsOf(reading.date) ?? yearOf(reading.date);
  const ends =
    reading.kind === 'interval'
      ? [reading.first, reading.last]
      : reading.items.flatMap(({ first, last }) => [first, last]);
  const parts = ends.map((end) => end && (partsOf(end) ?? yearOf(end)));
  const [first] = parts;
  if (!first || parts.includes(null)) return null;
  const differs = first.findIndex((value, i) => parts.some((other) => other?.[i] !== value));
  const shared = differs === -1 ? first : first.slice(0, differs);
  return shared.length > 0 ? shared : null;
}
const yearOf = ({ year }: Point) => (isNumber(year) ? [Number(year)] : null);

/** RIS: `2018/06/`, `2018///spring`; null where not even the year is known. */
function risDate(fact: DateFact): { year: string; date: string } | null {
  const parts = sharedParts(fact);
  if (!parts) return null;
  const reading = readingOf(fact);
  const season = reading?.kind === 'date' && reading.date.season !== null;
  const other = season
    ? (dateInCitation(fact.edtf ?? '') ?? '').replace(/ ?(?:of )?\d{4}$/, '')
    : '';
  const [year = 0, month, day] = parts;
  const name = String(year).padStart(4, '0');
  const two = (n: number | undefined) => (n === undefined ? '' : String(n).padStart(2, '0'));
  return { year: name, date: `${name}/${two(month)}/${two(day)}/${other}` };
}

/** What BibLaTeX’s `date` can hold: EDTF to level 1, and seasons; null else. */
function bibDate(fact: DateFact): string | null {
  const reading = readingOf(fact);
  if (!reading || (reading.kind !== 'date' && reading.kind !== 'interval')) return null;
  if (reading.kind === 'date') return bibPoint(reading.date);
  const [first, last] = [reading.first, reading.last].map((end) => (end ? bibPoint(end) : '..'));
  return first && last ? `${first}/${last}` : null;
}

function bibPoint({ year, month, day, season, uncertain, approximate }: Point): string | null {
  if ([month, day].some((part) => part !== null && /\dX|X\d/.test(part))) return null;
  // `2018-06-XX` says no more than `2018-06`, which more readers know
  const known = [year, season === null ? month : String(season), day];
  const end = known.findIndex((part, i) => part === null || (i > 0 && part === 'XX'));
  const parts = end === -1 ? known : known.slice(0, end);
  if (year.includes('X') && parts.length > 1) return null;
  if (uncertain) return parts.join('-') + (approximate ? '%' : '?');
  return parts.join('-') + (approximate ? '~' : '');
}

/** Year, month and day of a date that the source states as one date without doubt; else null. */
export function statedDate(fact: DateFact): string | null {
  const reading = readingOf(fact);
  if (fact.basis !== 'stated' || reading?.kind !== 'date' || isDoubted(reading)) return null;
  if (reading.date.season !== null) return null;
  const parts = partsOf(reading.date);
  return parts && parts.map((n, i) => String(n).padStart(i === 0 ? 4 : 2, '0')).join('-');
}

/** Says in words what a year alone would hide; null where the formats hold the date as it is. */
function dateNote(fact: DateFact): string | null {
  if (fact.basis === 'unknown') return 'The article states no date of publication.';
  const words = edtfInWords(fact.edtf ?? '') ?? fact.edtf;
  if (fact.basis === 'inferred') return `Date of publication inferred: ${words}.`;
  return statedDate(fact) === null ? `Date of publication: ${words}.` : null;
}

/** A date in every form of citation, made once for an article and its claims. */
export const citedDate = lastAsked((fact: DateFact) => ({
  csl: cslDate(fact),
  bib: bibDate(fact),
  parts: sharedParts(fact),
  ris: risDate(fact),
  line: dateInCitationLine(fact),
  note: dateNote(fact),
}));
export type CitedDate = ReturnType<typeof citedDate>;
