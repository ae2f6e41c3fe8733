/** The line of place, date and agency at the head of a report of an agency. */
import type { PlaceLine } from '../../language.ts';
import { CUES } from '../cues.ts';
import { PREPOSITIONS } from '../lexicon/closed-class.ts';
import { printedDates } from '../printed-dates.ts';
import { isOutletName } from './bylines.ts';

/** `HARBOUR TOWN, Maine, Feb. 3, 2022 (Bay Wire) -- `: place, date and agency at the head of the running text. */
const PLACE_LINE =
  /^(?:\p{Lu}[\p{Lu}.’'-]+(?: \p{Lu}[\p{Lu}.’'-]*)*)(?:,? [\p{L}\d.,’' -]{0,60}?)?(?: ?\(([^()]{2,40})\))? ?(?:(?:--|—|–|- ) ?|\/([\p{Lu}\d][\p{L}\d ]{1,30})\/\.? ?(?:[–—-] ?)?)/u;

const MONTH =
  /^(?:jan|feb|mar|apr|may|june?|july?|aug|sept?|oct|nov|dec)(?:uary|ruary|ch|il|ust|ember|ober)?$/;

/** The second dash of a sentence, and the word after it. */
const SECOND_DASH =
  /^(?:(?!--| - )[^.!?–—]|[.!?](?!["”’)]*(?: |$))|(?<=\b(?:Mr|Mrs|Ms|Dr|St|\p{Lu}))\.)*(?:--|—|–| - ) ?(\p{L}+)/u;

/** `VALMER/OSTHAM, May 12 (Bay Wire) - `, `Valmer, 12 May 2024 (Bay Wire) – `: a place and its agency or its day. */
const PLACE =
  "\\p{Lu}[\\p{L}.’'-]*(?:[ /](?:\\p{Lu}[\\p{L}.’'-]*|de|del|la|le|am|an|der|on|of|upon)){0,4}";
const REGION = `, ?\\p{Lu}[\\p{L}. ’'-]{1,24}?`;
const AGENCY = '(?: ?\\(([^()]{2,40})\\))';
const DASH = ' ?(?:--|—|–|- ) ?';
const DAY = '\\(?([\\p{Lu}\\d][^()–—:;]{2,32}?)\\)?';
const WITH_DATE = ['', REGION].map(
  (region) =>
    new RegExp(`^${PLACE}${region}(?:,? | ?[–—-] ?)${DAY}${AGENCY}? ?(?:${DASH}|: )`, 'u'),
);
const WITH_AGENCY = new RegExp(`^${PLACE}(?:${REGION})?${AGENCY}${DASH}`, 'u');

/** A place in small letters counts where a whole date or an agency stands beside it. */
function placeWithDate(paragraph: string): PlaceLine | null {
  if (PREPOSITIONS.has(/^\p{L}*/u.exec(paragraph)?.[0].toLowerCase() ?? '')) return null;
  const head = paragraph.slice(0, 140);
  for (const form of WITH_DATE) {
    const [printed, day = '', agency] = form.exec(head) ?? [];
    if (printed !== undefined && isDay(day) && !goesOn(paragraph.slice(printed.length, 600)))
      return { printed, agency: agency ?? null };
  }
  const found = WITH_AGENCY.exec(head);
  return found?.[1] !== undefined && isOutletName(found[1])
    ? { printed: found[0], agency: found[1] }
    : null;
}

/** Whether words are a day and nothing else, with or without its year. */
function isDay(words: string): boolean {
  const dates = printedDates(words);
  const [date] = dates;
  return (
    dates.length === 1 &&
    date !== undefined &&
    date.month !== null &&
    date.day !== null &&
    words
      .replace(date.printed, '')
      .replace(/[\s,.]|\b(?:mon|tues|wednes|thurs|fri|satur|sun)day\b/gi, '') === ''
  );
}

/** The place line at the head of a paragraph; capitals may also begin a name with something between dashes. */
export function placeLine(paragraph: string): PlaceLine | null {
  const found = PLACE_LINE.exec(paragraph.slice(0, 140));
  if (!found || (hasSmallWords(found[0]) && !found[2])) return placeWithDate(paragraph);
  const [printed, inBrackets, betweenSlashes] = found;
  if (betweenSlashes) return { printed, agency: inBrackets ?? betweenSlashes };
  if (hasSmallWords(printed) || goesOn(paragraph.slice(printed.length, 600))) return null;
  return {
    printed: printed + dayBehind(paragraph.slice(printed.length, printed.length + 60)),
    agency: inBrackets && isOutletName(inBrackets) ? inBrackets : null,
  };
}

const DAY_BEHIND = new RegExp(`^${DAY}${DASH}`, 'u');

/** `GHENT, Belgium – |14 January 2025 – |Acme`: a day between dashes of its own, with them. */
function dayBehind(rest: string): string {
  const [printed, day = ''] = DAY_BEHIND.exec(rest) ?? [];
  return printed !== undefined && isDay(day) ? printed : '';
}

/** Whether words other than months, and other than those in brackets, have no capitals. */
function hasSmallWords(printed: string): boolean {
  const outside = printed.replace(/\([^()]*\)/, '').match(/[\p{L}’'-]+/gu) ?? [];
  return outside.some(
    (word) => /^[\p{Ll}’'-]*\p{Ll}[\p{Ll}’'-]*$/u.test(word) && !MONTH.test(word),
  );
}

/** Whether a verb of saying stands behind a second dash: "ANN LEE -- the mayor -- said". */
function goesOn(after: string): boolean {
  const [, word = ''] = SECOND_DASH.exec(after) ?? [];
  const cue = CUES.get(word);
  return cue !== undefined && cue.strength > 1 && (cue.form === 'past' || cue.form === 's');
}
