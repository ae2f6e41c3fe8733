/** When the words of claims were said. */
import type { DateReader } from '../languages/index.ts';
import { countBefore } from '../text/bisect.ts';
import { dateFact, edtfBounds, edtfOf, wordsForEdtf, type PrintedDate } from '../model/dates.ts';
import type { DateFact, Span } from '../model/records.ts';
import { at, certain } from '../text/certain.ts';
import { byPosition, length, overlaps } from '../text/spans.ts';
import type { CleanText } from '../intake/clean.ts';
import type { ClaimContent } from './draft.ts';

/** An article's text, where its sentences stand, and how dates are read in its language. */
export interface DatedText {
  clean: CleanText;
  sentences: readonly Span[];
  dates: DateReader;
}

/**
 * When the words of each claim were said. A date counts only where it stands in the attributing
 * sentence outside every claim; a missing year is taken from the article only where just one
 * year fits. Otherwise the day of publication is the latest possible day, marked inferred.
 */
export function dateClaims(
  claims: readonly ClaimContent[],
  { clean, sentences, dates: language }: DatedText,
  published: DateFact,
  spoken: DateFact | null,
): ClaimContent[] {
  const unspoken = withoutClaims(clean.text, claims);
  const found = new Map<Span, readonly PrintedDate[]>();
  const datesIn = (sentence: Span): readonly PrintedDate[] => {
    const known = found.get(sentence);
    if (known) return known;
    const dates = language
      .printed(clean.text.slice(sentence.start, sentence.end))
      .filter((date) => isOutsideClaims(date, sentence, unspoken));
    found.set(sentence, dates);
    return dates;
  };
  const reading = { text: clean.text, unspoken, sentences, datesIn, published, language };
  const atLatest = latest(published);
  return claims.map((claim) => ({
    ...claim,
    said: (claim.turn === null ? statedIn(claim, reading) : spoken) ?? atLatest,
  }));
}

/** What the dates of one article are read with. */
interface Reading {
  text: string;
  unspoken: Unspoken;
  sentences: readonly Span[];
  /** Dates of a sentence that stand outside the claims. */
  datesIn(sentence: Span): readonly PrintedDate[];
  published: DateFact;
  language: DateReader;
}

/** A text without the words of the claims. */
interface Unspoken {
  text: string;
  /** Where an offset of the whole text stands in it. */
  at(offset: number): number;
}

function withoutClaims(text: string, claims: readonly ClaimContent[]): Unspoken {
  const kept: Span[] = []; // stretches outside the claims, in order
  const starts: number[] = []; // where each begins in the shorter text
  let end = 0;
  let size = 0;
  const keep = (span: Span) => {
    kept.push(span);
    starts.push(size);
    size += length(span);
  };
  for (const spoken of claims
    .flatMap(({ parts }) => parts.map(({ reading }) => reading))
    .sort(byPosition)) {
    if (spoken.start > end) keep({ start: end, end: spoken.start });
    end = Math.max(end, spoken.end);
  }
  keep({ start: end, end: text.length });
  return {
    text: kept.map((span) => text.slice(span.start, span.end)).join(''),
    at(offset) {
      const k = Math.max(0, countBefore(kept.length, (i) => at(kept, i).start <= offset) - 1);
      const span = at(kept, k);
      return at(starts, k) + Math.max(0, Math.min(offset, span.end) - span.start);
    },
  };
}

/** Whether a date of a sentence stands whole outside every claim; spans of time do not count. */
const isOutsideClaims = (date: PrintedDate, { start }: Span, unspoken: Unspoken): boolean =>
  !date.range && unspoken.at(start + date.end) - unspoken.at(start + date.start) === length(date);

function latest(published: DateFact): DateFact | null {
  if (published.to === null) return null;
  const basis = published.basis === 'stated' ? 'of that date' : 'whose date is itself inferred';
  return dateFact(`../${published.to}`, 'inferred', `printed in an article ${basis}`);
}

/** The day that the attributing sentence states, where it states one. */
function statedIn(claim: ClaimContent, reading: Reading): DateFact | null {
  const { text, sentences, datesIn, published, language } = reading;
  const anchor = claim.cue?.reading ?? claim.speaker?.mention?.reading;
  if (!anchor) return null;
  const sentence =
    sentences[countBefore(sentences.length, (k) => at(sentences, k).end <= anchor.start)];
  if (!sentence || sentence.start > anchor.start) return null;
  const dates = datesIn(sentence).filter((date) => {
    const span = { start: sentence.start + date.start, end: sentence.start + date.end };
    return (
      !isPartOfName(text, span, language) &&
      !isSubject(span, sentence, claim, reading.unspoken) &&
      isNear(span, anchor, claim, reading.unspoken) &&
      isOfSaying(date, span, { sentence, anchor, claim }, reading)
    );
  });
  const [date] = dates;
  if (!date || dates.length !== 1) return null;
  const full = completeDate(date, published);
  if (!full || isLater(full.edtf, published)) return null;
  const printed = date.printed.replace(/[\s,.;]+$/, '');
  const before = text.slice(
    Math.max(sentence.start, sentence.start + date.start - 40),
    sentence.start + date.start,
  );
  const onPage = language.isOfPrinting(before);
  const value = onPage ? `../${full.edtf}` : full.edtf;
  const note = [onPage ? `published “${printed}”` : `“${printed}”`, full.yearFrom]
    .filter(Boolean)
    .join('; ');
  return dateFact(value, full.yearFrom ? 'inferred' : 'stated', note);
}

/**
 * "On July 10, X said", "in an interview published on 25 March": near the cue, before or after it. The words
 * of claims between them do not count, so that ", adding:" keeps the date of "said".
 */
function isNear(date: Span, anchor: Span, claim: ClaimContent, unspoken: Unspoken): boolean {
  const isBefore = date.end <= anchor.start;
  const gap = isBefore ? [date.end, anchor.start] : [anchor.end, date.start];
  const [from = 0, to = 0] = gap.map(unspoken.at).sort((a, b) => a - b);
  const between = unspoken.text.slice(from, to);
  if (to - from > 100 || /[;:]/.test(between)) return false;
  return !(isBefore && isInverted(claim) && /\p{L}[^,]*, *["”’]? *$/u.test(between));
}

/**
 * Whether a date is that of the saying itself: it stands before all of it, as `On 3 May, Mara Obi said`, or the verb
 * leads to it. A date of a person, of a clause or of what is told is none.
 */
function isOfSaying(
  { printed, weekday, day }: PrintedDate,
  span: Span,
  { sentence, anchor, claim }: { sentence: Span; anchor: Span; claim: ClaimContent },
  { unspoken, language }: Reading,
): boolean {
  const own = claim.speaker?.mention?.reading;
  const mention = own && own.start < sentence.end && own.end > sentence.start ? own : anchor;
  const between = (from: number, to: number) =>
    unspoken.text.slice(unspoken.at(from), unspoken.at(to));
  const [first, last] = anchor.start <= mention.start ? [anchor, mention] : [mention, anchor];
  if (span.end <= first.start) {
    const rest = between(span.end, first.start);
    // "Friday said he was sorry": a day without a preposition may be a name.
    const isName =
      weekday !== null && day === null && /^\p{Lu}/u.test(printed) && /^ ?$/.test(rest);
    return (
      !(isName && (mention === anchor || rest === ' ') && first === anchor) &&
      language.goesOn(rest) &&
      language.governs(between(sentence.start, span.start), printed, 'before the saying')
    );
  }
  if (span.start >= last.end)
    return language.governs(between(last.end, span.start), printed, 'after the saying');
  if (first === anchor)
    return language.governs(between(first.end, span.start), printed, 'after the saying');
  return (
    language.governs(between(first.end, span.start), printed, 'between name and verb') &&
    /^,? ?$/.test(between(span.end, last.start))
  );
}

/** `the Jan. 6 committee`: the date of what is named, not of a saying. */
const isPartOfName = (text: string, { start, end }: Span, language: DateReader): boolean =>
  language.isPartOfName({
    before: text.slice(Math.max(0, start - 24), start),
    printed: text.slice(start, end),
    after: text.slice(end, end + 24),
  });

/** `“…,” said Dec 7, a band.`: what is the name of who said it is no date; where nobody else is told to have said it, whoever stands right behind the verb did. */
function isSubject(date: Span, sentence: Span, claim: ClaimContent, unspoken: Unspoken): boolean {
  const cue = claim.cue?.reading;
  const mention = claim.speaker?.mention?.reading;
  if (mention) return overlaps(mention, date);
  if (!cue) return false;
  const between = (from: number, to: number) =>
    unspoken.text.slice(unspoken.at(from), unspoken.at(to));
  return !/[\p{L}\p{N}]/u.test(
    between(sentence.start, cue.start) + between(cue.end, Math.max(cue.end, date.start)),
  );
}

/** `61 people died, said Mara Obi`: what stands before the cue is another clause. */
const isInverted = ({ cue, speaker }: ClaimContent): boolean =>
  cue !== null && speaker?.mention != null && cue.reading.start < speaker.mention.reading.start;

/** Nobody reports words of a day that is still to come. */
function isLater(value: string, published: DateFact): boolean {
  const first = edtfBounds(value)?.from;
  return published.to !== null && first != null && first > published.to;
}

/** Adds the year, or turns a weekday into a day, where the date of publication leaves one reading. */
function completeDate(
  date: PrintedDate,
  published: DateFact,
): { edtf: string; yearFrom: string | null } | null {
  const own = edtfOf(date);
  if (own) return { edtf: own, yearFrom: null };
  const { from, to } = published;
  if (!from || !to) return null;
  if (date.month === null)
    return date.weekday !== null && date.day === null && from === to && published.basis === 'stated'
      ? weekdayBefore(date.weekday, to)
      : null;
  const yearBy = (day: string) => {
    const year = Number(day.slice(0, 4));
    const value = edtfOf({ year, month: date.month, day: date.day });
    const first = value === null ? null : (edtfBounds(value)?.from ?? null);
    return first !== null && first <= day ? year : year - 1;
  };
  // the latest such date before publication, if that is the same for the whole interval
  const [first, last] = [yearBy(from), yearBy(to)];
  if (first !== last) return null;
  const value = edtfOf({ year: first, month: date.month, day: date.day });
  return value && edtfBounds(value)
    ? {
        edtf: value,
        yearFrom: `year from the date of publication, ${wordsForEdtf(certain(published.edtf, 'it has both bounds'))}`,
      }
    : null;
}

function weekdayBefore(weekday: number, day: string): { edtf: string; yearFrom: string } | null {
  const at = new Date(`${day}T12:00:00Z`);
  const back = (at.getUTCDay() - weekday + 7) % 7;
  if (back === 0) return null; // "on Tuesday" in Tuesday's paper may be a week ago
  at.setUTCDate(at.getUTCDate() - back);
  return {
    edtf: at.toISOString().slice(0, 10),
    yearFrom: `day from the date of publication, ${wordsForEdtf(day)}`,
  };
}
