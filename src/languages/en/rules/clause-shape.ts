/** Whether words look like a clause, a phrase, a time, and where a date line ends. */
import type { Clause, Token } from '../../../engine/draft.ts';
import {
  PREPOSITIONS,
  PRONOUNS,
  TIME,
  is,
  isAdverb,
  isAuxiliary,
  isWord,
  looksVerb,
  lowerOf,
  phraseAfter,
  type Phrase,
} from '../phrases.ts';
import { set } from '../lexicon/set.ts';
import type { Attribution } from './frame.ts';

/** Verbs in the past that do not end in "ed". */
const IRREGULAR_PAST = set(
  'won sold fell rose lost broke began grew held paid met sent built bought brought caught chose drove fought found led meant ran sank stole taught stood spent became wrote spoke hid threw wore struck swore froze flew lied',
);

/** How many words are read for the verb of a clause. */
const MOST_TO_VERB = 12;

/** Whether bare words after a weak cue look like a clause: a subject, then a verb. */
export function looksClause(tokens: readonly Token[], k: number, to: number): boolean {
  const t = tokens[k];
  if (!isWord(t) || t.lower === 'and' || t.lower === 'or') return false;
  if (isAuxiliary(t)) return true;
  const isPronoun = PRONOUNS.has(t.lower);
  const limit = Math.min(to, k + MOST_TO_VERB);
  for (let m = k + 1; m < limit; m++) {
    const next = tokens[m];
    if (next?.kind === 'punct' && /^[,;]$/.test(next.lower)) return false;
    if (!isWord(next)) continue;
    if (isAuxiliary(next)) return true;
    if (isPronoun && PREPOSITIONS.has(next.lower) && next.lower !== 'of') continue;
    if (m === k + 1 && (isPerson(t) || (isPronoun && IRREGULAR_PAST.has(next.lower)))) return true;
    if (isCommonVerb(next) || (isPast(next) && !PREPOSITIONS.has(lowerOf(tokens[m + 1]))))
      return true;
  }
  return isPronoun && t.lower !== 'you' && t.lower !== 'it';
}

const isCommonVerb = ({ lower }: Token): boolean =>
  /^(?:said|went|made|took|got|came|knew|gave|saw|needs?|wants?|wanted|needed|makes?|takes?|gets?|goes|comes|knows?|should|let)$/.test(
    lower,
  );

/** Pronouns behind which nothing but a verb stands, or a preposition. */
const isPerson = ({ lower }: Token): boolean => /^(?:he|she|they|we|i)$/.test(lower);

const isPast = ({ lower, cap }: Token): boolean =>
  !cap && ((lower.endsWith('ed') && lower.length > 4) || IRREGULAR_PAST.has(lower));

/**
 * Cues whose words may be no clause: "predict a resurgence", "declared the city liberated from the
 * enemy".
 */
export function takesPhrase(
  tokens: readonly Token[],
  att: Attribution,
  from: number,
  last: number,
): boolean {
  if (att.kind === 'predicted') return last - from > 1;
  if (att.lemma !== 'declare') return false;
  const object = phraseAfter(tokens, from, last);
  let k = object?.to ?? last;
  while (k < last && isAdverb(tokens[k])) k++;
  const next = tokens[k];
  return (
    object !== null &&
    k < last &&
    isWord(next) &&
    (/ed$/.test(next.lower) ||
      /^(?:free|dead|safe|open|closed|independent|void|winner|an?|unfit|guilty|innocent)$/.test(
        next.lower,
      ))
  );
}

/**
 * One past a time that begins at token `k`: "on Monday", "last week", "yesterday"; `k` where none
 * does.
 */
export function skipTime(tokens: readonly Token[], k: number, last: number): number {
  const t = tokens[k];
  if (!isWord(t) || k >= last || (t.lower === 'may' && !t.cap)) return k;
  if (LINKS_TIME.test(t.lower)) {
    if (isSeason(tokens, k, last)) return k + 2;
    const time = timeBehind(tokens, k, last);
    return time < 0 ? k : restOfTime(tokens, time + 1, last);
  }
  return TIME.has(t.lower) ? restOfTime(tokens, k + 1, last) : k;
}

const LINKS_TIME = /^(?:on|in|at|by|since|during|late|early|the|last|this|next|of|over|for)$/;

/** "told the paper |last fall": a season is a time after "last" and the like only. */
const isSeason = (tokens: readonly Token[], k: number, last: number): boolean =>
  k + 1 < last &&
  /^(?:last|this|next)$/.test(lowerOf(tokens[k])) &&
  /^(?:spring|summer|fall|autumn|winter)$/.test(lowerOf(tokens[k + 1]));

/**
 * "on the 3rd |June", "in |1999": the token of a time that a small word leads to; -1 if it leads to
 * none.
 */
function timeBehind(tokens: readonly Token[], k: number, last: number): number {
  let m = k + 1;
  while (
    m < last &&
    /^(?:the|last|this|next|early|late|a|same|previous|mid|\d{1,2}(?:st|nd|rd|th)?)$/.test(
      lowerOf(tokens[m]),
    )
  )
    m++;
  const t = tokens[m];
  if (!isWord(t) || m >= last) return -1;
  const isYear = /^(?:19|20)\d\d$/.test(t.lower) && is(tokens[k], 'in');
  const isNamed = TIME.has(t.lower) && (t.cap || UNIT_OF_TIME.test(t.lower));
  return isYear || isNamed ? m : -1;
}

const UNIT_OF_TIME =
  /^(?:day|week|month|year|morning|afternoon|evening|night|time|weekend|days|weeks|months|years)$/;

/** "Monday |night", "June |5": over further words of a time. */
function restOfTime(tokens: readonly Token[], from: number, last: number): number {
  let k = from;
  for (; k < last; k++) {
    const t = tokens[k];
    if (!isWord(t) || !(TIME.has(t.lower) || /^\d{1,2}$|^(?:19|20)\d\d$/.test(t.lower))) break;
  }
  return k;
}

const isDash = (t: Token | undefined): boolean => t?.kind === 'punct' && /^[—–-]$/.test(t.lower);

/**
 * First token after a dateline: "NEW YORK (AFP) – ", "MOSCOW, July 5 — ", "Springfield, Ill. — ".
 */
export function afterDateline(text: string, tokens: readonly Token[], clause: Clause): number {
  const { from, to } = clause;
  const limit = Math.min(to, from + LONGEST_DATELINE);
  let dash = from + 1;
  while (dash < limit && tokens[dash]?.kind !== 'quote' && !isDash(tokens[dash])) dash++;
  const opening = tokens[from];
  if (!opening) return from;
  if (from === 0 && isWireAlone(text, tokens)) return 3;
  const first = text.slice(opening.start, opening.end);
  const isLoud = first.length > 2 && first === first.toUpperCase();
  if (dash >= limit || !isDash(tokens[dash]))
    return from === 0 ? afterPlaceAndMark(text, tokens, isLoud) : from;
  const second = behindDay(tokens, dash);
  if (second > 0 && (isLoud || from === 0)) return second + 1;
  if (opensAside(tokens, dash, to)) return from;
  const isPlaced =
    is(tokens[dash - 1], ')') || isLoud || (from === 0 && isPlaceAndDate(tokens, dash));
  return isPlaced ? dash + 1 : from;
}

/** "(BW) |Two ships": an agency at the head of a report, and no mark behind it. */
function isWireAlone(text: string, [open, agency, close, next]: readonly Token[]): boolean {
  const printed = text.slice(agency?.start, agency?.end);
  const isAgency = isWord(agency) && /^\p{Lu}{2,7}$/u.test(printed);
  return is(open, '(') && isAgency && is(close, ')') && isWord(next) && next.cap;
}

/** "GHENT, Belgium – 14 January 2025 |– Acme": the dash behind a day that stands between two; 0 where none does. */
function behindDay(tokens: readonly Token[], dash: number): number {
  let k = dash + 1;
  while (k - dash < 6 && (is(tokens[k], ',') || is(tokens[k], '.') || isDatePart(tokens[k]))) k++;
  const words = tokens.slice(dash + 1, k).filter(isWord);
  const isDay =
    words.length > 1 && words.every(({ lower }) => TIME.has(lower) || /^\d+$/.test(lower));
  return isDay && isDash(tokens[k]) ? k : 0;
}

/** Tokens of the longest place, date and agency: "VALMER/OSTHAM, May 12, 2024 (Bay Wire) -". */
const LONGEST_DATELINE = 18;

const afterPlaceAndMark = (text: string, tokens: readonly Token[], isLoud: boolean): number =>
  afterPlaceAndColon(tokens, isLoud) || (isLoud ? afterAgency(text, tokens) : 0);

/** "OSTHAM, June 3 (BW) |Two ships": one past the agency; 0 where none stands so. */
function afterAgency(text: string, tokens: readonly Token[]): number {
  let open = 1;
  while (open < LONGEST_DATELINE && (isDatePart(tokens[open]) || is(tokens[open], ','))) open++;
  const [agency, close, next] = tokens.slice(open + 1, open + 4);
  const isAgency =
    is(tokens[open], '(') &&
    isWord(agency) &&
    /^\p{Lu}{2,6}$/u.test(text.slice(agency.start, agency.end)) &&
    is(close, ')');
  return isAgency && next?.cap ? open + 3 : 0;
}

/** A capitalised word or a number. */
const isDatePart = (t: Token | undefined): boolean => isWord(t) && (t.cap || /^\d/.test(t.lower));

/** "OSTHAM: |Two ships", "Ostham, June 3: |Two ships": one past the colon; 0 where no place stands so. */
function afterPlaceAndColon(tokens: readonly Token[], isLoud: boolean): number {
  let colon = 1;
  while (colon < 8 && isWordOrComma(tokens[colon])) colon++;
  if (!is(tokens[colon], ':') || !isWord(tokens[colon + 1]) || !tokens[colon + 1]?.cap) return 0;
  return (isLoud && colon === 1) || isPlaceAndDate(tokens, colon) ? colon + 1 : 0;
}

const isWordOrComma = (t: Token | undefined): boolean => isWord(t) || is(t, ',');

/**
 * "NATO |— the alliance of 32 states — said": a second dash makes of the first the opening of an
 * aside.
 */
function opensAside(tokens: readonly Token[], dash: number, to: number): boolean {
  let close = dash + 1;
  const limit = Math.min(to, dash + 20);
  while (close < limit && !isDash(tokens[close]) && !looksVerb(tokens[close])) close++;
  return close + 1 < to && tokens[close]?.kind === 'punct' && looksVerb(tokens[close + 1]);
}

/** "Moscow, July 5", "Springfield, Ill.": names and numbers up to token `end` of a text. */
function isPlaceAndDate(tokens: readonly Token[], end: number): boolean {
  const last = tokens[end - 1];
  const isDated = is(last, '.') || (isWord(last) && /\.$|^\d+$/.test(last.lower));
  return (
    isDated &&
    (is(tokens[1], ',') || is(tokens[1], '(')) &&
    tokens.slice(0, end).every((t) => t.cap || t.kind === 'punct' || /^\d+$/.test(t.lower))
  );
}

/** "him a liar", "the plan reckless": an object and what it is called. */
export function namesSomething(tokens: readonly Token[], from: number, to: number): boolean {
  const isPronoun = /^(?:him|her|them|it|himself|herself|me|us|you)$/.test(lowerOf(tokens[from]));
  const after = isPronoun ? from + 1 : phraseAfter(tokens, from, to)?.to;
  if (after === undefined) return false;
  return (
    tokens.slice(after, Math.min(to, after + 12)).some((t) => is(t, 'as')) ||
    tokens
      .slice(Math.max(from + 1, after), Math.min(to, from + 8))
      .some((t) => /^an?$/.test(t.lower))
  );
}

/** "said nothing", "said little about the plan", "denies it": no words are told. */
export const saysNothing = (words: string): boolean =>
  /^(?:the following|this|it|that|these|those|them|so|as follows)[.:]?$|^(?:nothing|little|(?:not )?much|(?:any|some)thing)(?:\s+(?:about|of|on|more|else|to|in|at|after|when|during|under)\b[^]*)?[.]?$|^(?:that )?(?:(?:he|she|they) )?not (?:to )?be (?:named|identified|quoted|photographed|filmed)\b|^anonymity\b|^(?:it )?all in (?:an?|the|his|her|their) (?:[\p{L}-]+ ){0,2}(?:book|memoir|autobiography|novel|film|documentary|album|song|interview)\b/iu.test(
    words,
  );

/** Last token of a phrase's head: before "of", "for" and the like. */
export function headEnd(tokens: readonly Token[], { from, to }: Phrase): number {
  let k = from;
  for (; k + 1 < to; k++) {
    const next = tokens[k + 1];
    if (!isWord(next) || PREPOSITIONS.has(next.lower)) break;
  }
  return k;
}
