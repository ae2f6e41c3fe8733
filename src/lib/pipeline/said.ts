import { dateFact, edtfBounds, edtfOf, printedDates, wordsForEdtf, type PrintedDate } from '../dates.ts';
import type { DateFact, Span } from '../schema.ts';
import { overlaps, segments } from '../spans.ts';
import type { CleanText } from './clean.ts';
import type { DraftClaim } from './draft.ts';

/** Words before a date that date the printing of the words, not their saying. */
const PRINTED_ON = /\b(?:published|printed|posted|released|aired|broadcast|carried)(?: on| in)? $/i;

/**
 * When the words of each claim were said. A date counts only where it stands in the attributing
 * sentence outside every claim; a missing year is taken from the article only where just one
 * year fits. Otherwise the day of publication is the latest possible day, marked inferred.
 */
export function dateClaims(claims: readonly DraftClaim[], clean: CleanText, sentences: readonly Span[], published: DateFact, spoken: DateFact | null): DraftClaim[] {
  const words = claims.flatMap(({ parts }) => parts.map(({ reading }) => reading));
  return claims.map((claim) => {
    const stated = claim.turn === null ? statedIn(claim, words, clean, sentences, published) : null;
    return { ...claim, said: stated ?? (claim.turn === null ? null : spoken) ?? latest(published) };
  });
}

function latest(published: DateFact): DateFact | null {
  if (published.to === null) return null;
  const basis = published.basis === 'stated' ? 'of that date' : 'whose date is itself inferred';
  return dateFact(`../${published.to}`, 'inferred', `printed in an article ${basis}`);
}

function statedIn(claim: DraftClaim, spoken: readonly Span[], clean: CleanText, sentences: readonly Span[], published: DateFact): DateFact | null {
  const anchor = claim.cue?.reading ?? claim.speaker?.mention?.reading;
  const sentence = anchor && sentences.find((s) => s.start <= anchor.start && anchor.start < s.end);
  if (!anchor || !sentence) return null;
  const withoutClaims = ({ start, end }: Span) => segments(start, end, spoken).flatMap((s) => (s.over.length === 0 ? [clean.text.slice(s.start, s.end)] : [])).join('');
  const words = clean.text.slice(sentence.start, sentence.end);
  const dates = printedDates(words).filter((date) => {
    const span = { start: sentence.start + date.start, end: sentence.start + date.end };
    if (spoken.some((part) => overlaps(part, span))) return false;
    if (date.range) return false;
    // "On July 10, X said", "in an interview published on 25 March": near the cue, before or after it;
    // the words of claims between them do not count, so that ", adding:" keeps the date of "said"
    const gap = span.end <= anchor.start ? { start: span.end, end: anchor.start } : { start: anchor.end, end: span.start };
    const between = withoutClaims(gap);
    return between.length <= 100 && !/[;:]/.test(between);
  });
  if (dates.length !== 1) return null;
  const [date] = dates as [PrintedDate];
  const full = completeDate(date, published);
  if (!full) return null;
  const printed = date.printed.replace(/[\s,.;]+$/, '');
  const onPage = PRINTED_ON.test(words.slice(0, date.start).replace(/\b(?:on|in) $/, ' ').replace(/ +$/, ' '));
  const value = onPage ? `../${full.edtf}` : full.edtf;
  const note = [onPage ? `published “${printed}”` : `“${printed}”`, full.yearFrom].filter(Boolean).join('; ');
  return dateFact(value, full.yearFrom ? 'inferred' : 'stated', note);
}

/** Adds the year, or turns a weekday into a day, where the date of publication leaves one reading. */
function completeDate(date: PrintedDate, published: DateFact): { edtf: string; yearFrom: string | null } | null {
  const own = edtfOf(date);
  if (own) return { edtf: own, yearFrom: null };
  const { from, to } = published;
  if (!from || !to) return null;
  if (date.month === null) return date.weekday !== null && date.day === null && from === to && published.basis === 'stated' ? weekdayBefore(date.weekday, to) : null;
  const yearBy = (day: string) => {
    const year = Number(day.slice(0, 4));
    const value = edtfOf({ year, month: date.month, day: date.day })!;
    const bounds = edtfBounds(value);
    return bounds && bounds.from! <= day ? year : year - 1;
  };
  // the latest such date before publication, if that is the same for the whole interval
  const [first, last] = [yearBy(from), yearBy(to)];
  if (first !== last) return null;
  const value = edtfOf({ year: first, month: date.month, day: date.day });
  return value && edtfBounds(value) ? { edtf: value, yearFrom: `year from the date of publication, ${wordsForEdtf(published.edtf!)}` } : null;
}

function weekdayBefore(weekday: number, day: string): { edtf: string; yearFrom: string } | null {
  const at = new Date(`${day}T12:00:00Z`);
  const back = (at.getUTCDay() - weekday + 7) % 7;
  if (back === 0) return null; // "on Tuesday" in Tuesday's paper may be a week ago
  at.setUTCDate(at.getUTCDate() - back);
  return { edtf: at.toISOString().slice(0, 10), yearFrom: `day from the date of publication, ${wordsForEdtf(day)}` };
}
