/** Phrases to which a preposition leads before “who”, and places behind them. */
import { headOf, isOnePerson, kindOfHead } from '../descriptions.ts';
import { CONJUNCTIONS, isPronoun, RELATIVES } from '../lexicon/closed-class.ts';
import { ORGANISATION } from '../lexicon/organisations.ts';
import { PLACES } from '../lexicon/places.ts';
import { isFirstName } from '../name-kinds.ts';
import type { Token } from '../words.ts';
import { isName, phrase, type Phrase } from './kinds.ts';
import { phraseStart } from './start.ts';
import {
  is,
  isCapitalised,
  isOfName,
  isParticipleOfNoun,
  isPreposition,
  isWord,
  looksVerb,
  lowerOf,
} from './tokens.ts';

/** "a baker in Ayr|, Tex.|, who": where the comma before the second half of a place stands, which ends before token `to`; -1 if none does. */
export function stateBefore(tokens: readonly Token[], to: number): number {
  const isPoint = is(tokens[to - 1], '.');
  const half = tokens[isPoint ? to - 2 : to - 1];
  const comma = isPoint ? to - 3 : to - 2;
  const isHalf =
    isCapitalised(half) && (isPoint || half.lower.endsWith('.') || PLACES.has(half.lower));
  return isHalf && is(tokens[comma], ',') && isCapitalised(tokens[comma - 1]) ? comma : -1;
}

/** "even from |Mayor Ann Lee, who": where the name before token `to` begins, if a preposition leads to it; -1 if none does. */
export function nameBehindPreposition(tokens: readonly Token[], to: number, from: number): number {
  let k = to;
  while (k > from && isOfName(tokens[k - 1])) k--;
  if (k === to || k <= from || !isPreposition(tokens[k - 1]) || !isName(tokens, k, to)) return -1;
  // "by |Dr. Ann Lee of Acme University, who"
  let whole = k - 1;
  while (whole > from && isOfName(tokens[whole - 1])) whole--;
  const isPlaced = is(tokens[k - 1], 'in') && to - k === 1 && PLACES.has(lowerOf(tokens[k]));
  const isOfBody =
    (isPlaced || /^(?:of|at|from)$/.test(lowerOf(tokens[k - 1]))) &&
    (k - 1 - whole >= 2 || isFirstName(lowerOf(tokens[whole]))) &&
    isName(tokens, whole, k - 1);
  // "by the |National Board for Lamps, which|"
  const isNamedFor =
    /^(?:for|on)$/.test(lowerOf(tokens[k - 1])) &&
    tokens.slice(whole, k - 1).some(({ lower }) => ORGANISATION.has(lower));
  return isOfBody || (isNamedFor && isName(tokens, whole, k - 1)) ? whole : k;
}

/** "grilled by |members of Parliament, who|": people, and the body or place that they belong to; null where none stand there. */
export function peopleOfBody(
  tokens: readonly Token[],
  name: number,
  to: number,
  from: number,
): Phrase | null {
  const noun = tokens[name - 2];
  const words = tokens.slice(name, to);
  const isBodyOrPlace =
    words.some(({ lower }) => ORGANISATION.has(lower)) ||
    (words.length === 1 && PLACES.has(lowerOf(words[0])));
  if (!isWord(noun) || noun.cap || !isBodyOrPlace || !isOfPeople(noun.lower)) return null;
  let first = name - 2;
  const floor = phraseStart(tokens, first, from);
  while (first > floor && !isPreposition(tokens[first - 1])) first--;
  return phrase(tokens, first, to);
}

/** Tokens of the longest phrase that a preposition leads to before "who". */
const LONGEST_LED = 12;

/** "from |residents, who|", "to |the head of the board, who|": the phrase before token `to` to which a preposition leads, if it is of people or a body. */
export function nounBehindPreposition(
  tokens: readonly Token[],
  to: number,
  from: number,
): Phrase | null {
  let floor = to;
  while (floor > from && to - floor < LONGEST_LED && isNominal(tokens, floor - 1)) floor--;
  const led: Phrase[] = [];
  for (let k = to - 1; k > floor; k--)
    if (isPreposition(tokens[k - 1]) && !is(tokens[k - 1], 'of')) led.push(phrase(tokens, k, to));
  const headAt = ({ from: first }: Phrase): string => headOf(tokens.slice(first, to));
  return (
    led.find((one) => isOfPeople(headAt(one))) ??
    led.find((one) => kindOfHead(headAt(one)) === 'organisation') ??
    null
  );
}

const isOfPeople = (head: string): boolean =>
  isOnePerson(head) || kindOfHead(head) === 'group' || /^(?:one|another)$/.test(head);

/** A word that may stand in a noun phrase, or lead to one. */
const isNominal = (tokens: readonly Token[], k: number): boolean =>
  isWord(tokens[k]) &&
  !isPronoun(lowerOf(tokens[k])) &&
  !RELATIVES.has(lowerOf(tokens[k])) &&
  (!CONJUNCTIONS.has(lowerOf(tokens[k])) || is(tokens[k], 'and')) &&
  (!looksVerb(tokens[k]) || isParticipleOfNoun(tokens, k));
