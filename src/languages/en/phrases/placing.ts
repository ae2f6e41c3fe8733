/** Adverbials that no comma parts from the subject behind them: "In Lund and Oslo |Ann Lee said", "In May |officials said". */
import { describesPeople, headOf, isOnePerson, kindOfHead } from '../descriptions.ts';
import { LONG_PLACES, PLACES } from '../lexicon/places.ts';
import { SEASONS, TIME } from '../lexicon/time.ts';
import { TITLES } from '../lexicon/titles.ts';
import { isBody, isFirstName } from '../name-kinds.ts';
import type { Token } from '../words.ts';
import {
  is,
  isAdverb,
  isCapitalised,
  isDeterminer,
  isOfName,
  isPreposition,
  isWord,
  looksVerb,
  lowerOf,
} from './tokens.ts';

/** Words that lead to where, when or with whom something was. */
const LEADS =
  /^(?:in|on|at|to|for|from|with|by|before|after|during|between|without|within|across|near|since|throughout|outside|inside|around|over|along|alongside|beyond|amid|under|until)$/;
/** Those of them that lead to a place. */
const LEADS_TO_PLACE = /^(?:in|at|from|near|outside|between|across)$/;
const NEXT_TIME = /^(?:last|this|next|every)$/;
const OPENING = /^(?:and|but|so|yet|meanwhile|still|then|however|even|also|while|when|as|that)$/;

const isNamedTime = (t: Token | undefined): boolean =>
  isWord(t) && (TIME.has(t.lower) || SEASONS.has(t.lower));

/** A day, a month, a year; another figure counts what stands behind it, unless a month stands before it. */
const isTimeOrYear = (t: Token | undefined, before?: Token): boolean =>
  isNamedTime(t) ||
  (isWord(t) &&
    (/^(?:1[5-9]|20)\d\d(?:s|-\d\d)?$/.test(t.lower) ||
      (/^\d/.test(t.lower) && isNamedTime(before))));

/** A word of a list of places, bodies or times. */
const isOfList = (t: Token | undefined): boolean =>
  isWord(t) &&
  !looksVerb(t) &&
  (isOfName(t) || isTimeOrYear(t) || /^(?:the|both|of)$/.test(t.lower));

const isAndOr = (t: Token | undefined): boolean => /^(?:and|or)$/.test(lowerOf(t));

/** Where the list begins whose last items "and" at token `and` joins; its commas are part of it. */
function listStart(tokens: readonly Token[], and: number, clause: number): number {
  let k = and;
  while (k > clause && (isOfList(tokens[k - 1]) || is(tokens[k - 1], ','))) {
    // "On Sunday, |Ann Lee and Bob Ray|": behind a time and its comma stand no more times
    if (is(tokens[k - 1], ',') && isTimeOrYear(tokens[k - 2]) && !isTimeOrYear(tokens[k])) break;
    k--;
  }
  while (k < and && is(tokens[k], ',')) k++;
  if (k < and && (LEADS.test(lowerOf(tokens[k])) || NEXT_TIME.test(lowerOf(tokens[k])))) k++;
  return k;
}

/** Where "and" joins two items of a list within `[from, to)`; -1 where none does. */
function jointIn(tokens: readonly Token[], from: number, to: number): number {
  let and = from;
  while (and < to - 1 && !isAndOr(tokens[and])) and++;
  return and < to - 1 && isOfList(tokens[and - 1]) && isOfList(tokens[and + 1]) ? and : -1;
}

/**
 * Where the subject begins within `[from, to)` behind an adverbial without a comma that opens the clause (which begins at
 * token `clause`); `from` where there is none or where its end cannot be told.
 */
export function behindPlacing(
  tokens: readonly Token[],
  from: number,
  to: number,
  clause: number,
): number {
  const and = jointIn(tokens, Math.max(clause, from - 1), to);
  const isLed = LEADS.test(lowerOf(tokens[from])) || NEXT_TIME.test(lowerOf(tokens[from]));
  const alone = isLed ? from + 1 : from;
  const list = and < 0 ? alone : listStart(tokens, and, clause);
  // "After the fire |Ann Lee and Bob Ray|": what "and" joins are no places
  const isList = and >= 0 && opensClause(tokens, list, clause, to);
  const first = isList ? list : alone;
  if (!isList && !opensClause(tokens, first, clause, to)) return from;
  const listed = isList ? behindList(tokens, first, and, to) : 0;
  if (listed !== 0) return Math.max(from, listed);
  const least = LEADS_TO_PLACE.test(lowerOf(tokens[first - 1])) ? 3 : Infinity;
  const end = and < 0 ? to : and;
  return Math.max(from, itemEnd(tokens, { from: first, to: end, least, mayName: false }));
}

/** Where the last item of a list ends that "and" joins to others; 0 if it holds no subject, -1 if that cannot be told. */
function behindList(tokens: readonly Token[], first: number, and: number, to: number): number {
  const items = tokens.slice(first, and);
  const hasComma = items.some((t) => is(t, ','));
  const isOneWord = items.every((t, k) => !isWord(t) || !isWord(items[k + 1]));
  // "In Lund and Bergen Lee": where no comma parts them, the subject stands behind the second place
  const isPair = isOneWord && !hasComma;
  let end = and + 1;
  while (end < to && !isAndOr(tokens[end])) end++;
  const least = isOneWord ? 3 - Number(isPair) : Infinity;
  const last = itemEnd(tokens, { from: and + 1, to: end, least, mayName: isPair });
  return last < 0 && !hasComma ? 0 : last;
}

/** Whether the words that end before token `first` lead to it from the head of the clause. */
function opensClause(tokens: readonly Token[], first: number, clause: number, to: number): boolean {
  const lead = first - 1;
  if (lead < clause) return false;
  let k = lead;
  while (k > clause && isWord(tokens[k - 1]) && !looksVerb(tokens[k - 1]) && lead - k < 12) k--;
  const before = tokens[k - 1];
  if (k > clause && (looksVerb(before) || (is(before, ',') && is(tokens[to], ',')))) return false;
  while (k < lead && (isAdverb(tokens[k]) || OPENING.test(lowerOf(tokens[k])))) k++;
  const isTimely = NEXT_TIME.test(lowerOf(tokens[lead])) && isTimeOrYear(tokens[first]);
  return LEADS.test(lowerOf(tokens[k]))
    ? LEADS.test(lowerOf(tokens[lead]))
    : k === lead && isTimely;
}

/** The words from an item of a list on, with a subject behind it. */
interface ItemAndSubject {
  from: number;
  to: number;
  /** How many words make the first of them the item, where nothing else tells. */
  least: number;
  /** Whether the item itself may be called as somebody is. */
  mayName: boolean;
}

/** Where the item ends and the subject begins; -1 if that cannot be told. */
function itemEnd(tokens: readonly Token[], { from, to, least, mayName }: ItemAndSubject): number {
  const run = tokens.slice(from, to);
  if (run.length < 2 || run.some((t) => !isWord(t) || /['’]s?$/.test(t.lower))) return -1;
  let k = from;
  while (k < to - 1 && /^(?:the|both|an?)$/.test(lowerOf(tokens[k]))) k++;
  const item = k;
  if (isThing(tokens, from, item) && item < to - 1 && isCapitalised(tokens[item + 1]))
    return item + 1;
  while (k < to && isTimeOrYear(tokens[k], tokens[k - 1])) k++;
  if (k > item) return k < to ? k : -1;
  if (isCounted(tokens[item]) || isAndOr(tokens[item + 1])) return -1;
  const office = officeFrom(tokens, item + 1, to);
  if (office !== 0) return office;
  const place = placeEnd(tokens, item);
  // "In Kelm Police": who is named may be the police of Kelm
  if (place >= to || (place === to - 1 && isBody(lowerOf(tokens[place])))) return -1;
  if (place > item + 1 || PLACES.has(lowerOf(tokens[item]))) return place;
  const isPerson = !mayName && isFirstName(lowerOf(tokens[item])) && to - item < 4;
  if (isPerson) return -1;
  const given = givenName(tokens, item + 1, to);
  if (given > 0) return given;
  return to - item >= least ? item + 1 : -1;
}

/** "after |55 percent of voters| said": a figure is part of what it counts. */
const isCounted = (t: Token | undefined): boolean => /^\d/.test(lowerOf(t));

/** "In |a statement|", "After |the fire|": a noun behind an article, by which nobody is called. */
function isThing(tokens: readonly Token[], from: number, item: number): boolean {
  const noun = lowerOf(tokens[item]);
  return (
    item > from &&
    !isCapitalised(tokens[item]) &&
    (kindOfHead(noun) === 'document' ||
      !(isOnePerson(noun) || describesPeople(noun) || TITLES.has(noun)))
  );
}

/** Before the name of a place, as part of it: "New York", "Santa Fe". */
const PLACE_OPENS =
  /^(?:new|north|south|east|west|northern|southern|eastern|western|central|upper|lower|san|santa|santo|los|las|el|la|st|saint|lake|mount|port|fort|cape|sierra)$/;
/** Behind the name of a place, as part of it: "Quebec City", "Downing Street". */
const PLACE_ENDS =
  /^(?:city|county|state|street|road|avenue|square|park|island|islands|river|lake|bay|beach|harbour|harbor|bridge|hill|hills|valley|airport|station|district|province|university|college|school|hospital)$/;

/** Where the name of the place ends that begins at `item`. */
function placeEnd(tokens: readonly Token[], item: number): number {
  const pair = `${lowerOf(tokens[item])} ${lowerOf(tokens[item + 1])}`;
  const isLong =
    LONG_PLACES.has(pair) || PLACES.has(pair) || PLACE_OPENS.test(lowerOf(tokens[item]));
  let end = isLong ? item + 2 : item + 1;
  while (isCapitalised(tokens[end]) && PLACE_ENDS.test(lowerOf(tokens[end]))) end++;
  return end;
}

/** Where an article, a title or a noun of people stands behind an item; 0 where none does, -1 for other words in small letters. */
function officeFrom(tokens: readonly Token[], from: number, to: number): number {
  for (let k = from; k < to; k++) {
    const t = tokens[k];
    if (isDeterminer(t) || (isCapitalised(t) && TITLES.has(t.lower) && k < to - 1)) return k;
    if (isOfName(t)) continue;
    let end = k;
    while (end < to && isWord(tokens[end]) && !isCapitalised(tokens[end])) end++;
    const head = headOf(tokens.slice(k, end));
    const isPeople = isOnePerson(head) || describesPeople(head) || TITLES.has(head);
    return isPeople && !isPreposition(t) ? k : -1;
  }
  return 0;
}

/** Where the first name stands that a last name follows, before token `to`; 0 if none does. */
function givenName(tokens: readonly Token[], from: number, to: number): number {
  let k = to - 2;
  while (k >= from && !isFirstName(lowerOf(tokens[k]))) k--;
  if (k < from) return 0;
  while (k > from && isFirstName(lowerOf(tokens[k - 1]))) k--;
  return k;
}
