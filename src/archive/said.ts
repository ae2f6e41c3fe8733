import { printedDates } from '../languages/en/printed-dates.ts';
import { countBefore } from '../text/bisect.ts';
import { dateFact, edtfBounds, edtfOf, wordsForEdtf, type PrintedDate } from '../model/dates.ts';
import type { DateFact, Span } from '../model/records.ts';
import { byPosition, length } from '../text/spans.ts';
import type { CleanText } from '../intake/clean.ts';
import type { DraftClaim } from './draft.ts';

/** Words before a date that date the printing of the words, not their saying. */
const PRINTED_ON = /\b(?:published|printed|posted|released|aired|broadcast|carried)(?: on| in)? $/i;

/**
 * When the words of each claim were said. A date counts only where it stands in the attributing
 * sentence outside every claim; a missing year is taken from the article only where just one
 * year fits. Otherwise the day of publication is the latest possible day, marked inferred.
 */
export function dateClaims(
  claims: readonly DraftClaim[],
  clean: CleanText,
  sentences: readonly Span[],
  published: DateFact,
  spoken: DateFact | null,
): DraftClaim[] {
  const unspoken = withoutClaims(clean.text, claims);
  const found = new Map<Span, readonly PrintedDate[]>();
  const datesIn = (sentence: Span) => {
    if (!found.has(sentence)) found.set(sentence, datesOutsideClaims(sentence, clean, unspoken));
    return found.get(sentence)!;
  };
  const atLatest = latest(published);
  return claims.map((claim) => {
    const stated =
      claim.turn === null ? statedIn(claim, datesIn, unspoken, clean, sentences, published) : null;
    return { ...claim, said: stated ?? (claim.turn === null ? null : spoken) ?? atLatest };
  });
}

/** A text without the words of the claims. */
interface Unspoken {
  text: string;
  /** Where an offset of the whole text stands in it. */
  at(offset: number): number;
}

function withoutClaims(text: string, claims: readonly DraftClaim[]): Unspoken {
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
      const k = Math.max(0, countBefore(kept.length, (i) => kept[i]!.start <= offset) - 1);
      return starts[k]! + Math.max(0, Math.min(offset, kept[k]!.end) - kept[k]!.start);
    },
  };
}

/** The dates of a sentence that stand whole outside every claim; spans of time are none. */
function datesOutsideClaims(sentence: Span, clean: CleanText, { at }: Unspoken): PrintedDate[] {
  return printedDates(clean.text.slice(sentence.start, sentence.end)).filter(
    (date) =>
      !date.range &&
      at(sentence.start + date.end) - at(sentence.start + date.start) === length(date),
  );
}

function latest(published: DateFact): DateFact | null {
  if (published.to === null) return null;
  const basis = published.basis === 'stated' ? 'of that date' : 'whose date is itself inferred';
  return dateFact(`../${published.to}`, 'inferred', `printed in an article ${basis}`);
}

function statedIn(
  claim: DraftClaim,
  datesIn: (sentence: Span) => readonly PrintedDate[],
  unspoken: Unspoken,
  clean: CleanText,
  sentences: readonly Span[],
  published: DateFact,
): DateFact | null {
  const anchor = claim.cue?.reading ?? claim.speaker?.mention?.reading;
  const sentence =
    anchor && sentences[countBefore(sentences.length, (k) => sentences[k]!.end <= anchor.start)];
  if (!anchor || !sentence || sentence.start > anchor.start) return null;
  const dates = datesIn(sentence).filter((date) => {
    const span = { start: sentence.start + date.start, end: sentence.start + date.end };
    // "On July 10, X said", "in an interview published on 25 March": near the cue, before or after it;
    // the words of claims between them do not count, so that ", adding:" keeps the date of "said"
    const gap = span.end <= anchor.start ? [span.end, anchor.start] : [anchor.end, span.start];
    const [from, to] = gap.map(unspoken.at).sort((a, b) => a - b) as [number, number];
    const between = unspoken.text.slice(from, to);
    return (
      to - from <= 100 &&
      !/[;:]/.test(between) &&
      !datesAThing(clean.text, span) &&
      !(span.end <= anchor.start && isInverted(claim) && /\p{L}[^,]*, *["”’]? *$/u.test(between))
    );
  });
  const [date] = dates;
  if (!date || dates.length !== 1) return null;
  const full = completeDate(date, published);
  if (!full || isLater(full.edtf, published)) return null;
  const printed = date.printed.replace(/[\s,.;]+$/, '');
  const before = clean.text.slice(
    Math.max(sentence.start, sentence.start + date.start - 40),
    sentence.start + date.start,
  );
  const onPage = PRINTED_ON.test(before.replace(/\b(?:on|in) $/, ' ').replace(/ +$/, ' '));
  const value = onPage ? `../${full.edtf}` : full.edtf;
  const note = [onPage ? `published “${printed}”` : `“${printed}”`, full.yearFrom]
    .filter(Boolean)
    .join('; ');
  return dateFact(value, full.yearFrom ? 'inferred' : 'stated', note);
}

/** `the Jan. 6 committee`, `the June 2014 report`: the date of what is named, not of a saying; `at the 5 May meeting` is one. */
function datesAThing(text: string, { start, end }: Span): boolean {
  const before = text.slice(Math.max(0, start - 24), start);
  return (
    /\b(?:the|this|that|its|his|her|their) $/i.test(before) &&
    !/\b(?:at|in|during|on) the $/i.test(before) &&
    !/^\d\w* of /.test(text.slice(start, end)) &&
    /^[ -]\p{Ll}/u.test(text.slice(end))
  );
}

/** `61 people died, said Mara Obi`: what stands before the cue is another clause. */
const isInverted = ({ cue, speaker }: DraftClaim): boolean =>
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
    const value = edtfOf({ year, month: date.month, day: date.day })!;
    const bounds = edtfBounds(value);
    return bounds && bounds.from! <= day ? year : year - 1;
  };
  // the latest such date before publication, if that is the same for the whole interval
  const [first, last] = [yearBy(from), yearBy(to)];
  if (first !== last) return null;
  const value = edtfOf({ year: first, month: date.month, day: date.day });
  return value && edtfBounds(value)
    ? {
        edtf: value,
        yearFrom: `year from the date of publication, ${wordsForEdtf(published.edtf!)}`,
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
