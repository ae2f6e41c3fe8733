/** What the words beside a name tell of whom it names: "his wife, |Marta|", "|Acme Tools| director Ann Lee". */
import type { Token } from '../../engine/draft.ts';
import type { Gender } from '../../engine/pack.ts';
import type { SpeakerKind } from '../../model/records.ts';
import { genderOfDescription, headOf, isOnePerson, kindOfHead } from './descriptions.ts';
import { LOOKED_AFTER, OFFICE_BEFORE, TITLES } from './lexicon/titles.ts';
import { isFirstName } from './name-kinds.ts';
import { isPunct } from './nicknames.ts';
import {
  isCapitalised,
  isDeterminer,
  isPreposition,
  isWord,
  lowerOf,
  looksVerb,
} from './phrases/tokens.ts';

/** Words of the longest role between a body and the name of who has it: "deputy managing director". */
const LONGEST_ROLE = 4;

/** Nouns of somebody's relatives, as a pattern. */
export const RELATION =
  '(?:wife|husband|mother|father|mum|mom|mam|dad|son|daughter|brother|sister|aunt|uncle|niece|nephew|grand(?:mother|father|son|daughter|ma|pa)|step(?:mother|father|son|daughter|brother|sister)|(?:girl|boy)friend|fianc[eé]e?|partner|widow|widower|twin|cousin|spouse|(?:mother|father|sister|brother|son|daughter)-in-law)';
/** Whoever is somebody's relative is a person, whatever the name looks like. */
const RELATIVE = new RegExp(`^${RELATION}$`, 'u');

/** Whom a possessive means. */
export const OWNERS: ReadonlyMap<string, Gender> = new Map([
  ['his', 'he'],
  ['her', 'she'],
]);

/** Names that end and begin with the tokens `from`..`to`. */
export interface Beside {
  kind?: SpeakerKind;
  gender?: Gender;
  relativeOf?: Gender;
}

/** What is told of the name that stands at `from`..`to`; nothing where its own words tell. */
export function besideName(tokens: readonly Token[], from: number, to: number): Beside {
  return (
    asRelative(tokens, from, to) ??
    asBody(tokens, from, to) ??
    asNamedBody(tokens, from, to) ??
    asPlace(tokens, from, to) ??
    {}
  );
}

/** Tokens of the longest role behind a name. */
const LONGEST_BEHIND = 12;

/** "|Ann Lee|, the mayor of Ayr,": what stands in commas behind a whole name and says what somebody is; null where nothing does. */
export function roleBehind(
  text: string,
  tokens: readonly Token[],
  from: number,
  to: number,
): string | null {
  if (to - from < 2 || !isPunct(tokens[to], /^,$/)) return null;
  let first = to + 1;
  if (/^(?:the|an?|his|her|its|their)$/.test(lowerOf(tokens[first]))) first++;
  else if (isCapitalised(tokens[first])) return null;
  let end = first;
  while (end - first < LONGEST_BEHIND && isWord(tokens[end]) && !looksVerb(tokens[end])) end++;
  const [head, last] = [tokens[first], tokens[end - 1]];
  if (!head || !last || end <= first || !isPunct(tokens[end], /^[,.]$/)) return null;
  return isOnePerson(headOf(tokens.slice(first, end))) ? text.slice(head.start, last.end) : null;
}

/** "the |education minister| Ann Lee", "|Ayr Rovers boss| Ann Lee": an office in small letters right before a whole name; null where none stands. */
export function roleBefore(
  text: string,
  tokens: readonly Token[],
  from: number,
  to: number,
): string | null {
  const noun = tokens[from - 1];
  const isOffice =
    isWord(noun) &&
    !noun.cap &&
    (TITLES.has(noun.lower) || noun.lower === 'boss') &&
    isOnePerson(noun.lower) &&
    !OFFICE_BEFORE.has(noun.lower);
  if (to - from < 2 || !isOffice) return null;
  let first = from - 1;
  for (let t = tokens[first - 1]; isWord(t) && !t.cap; t = tokens[first - 1]) {
    if (!TITLES.has(t.lower) && !LOOKED_AFTER.has(t.lower)) break;
    first--;
  }
  const small = first;
  while (isCapitalised(tokens[first - 1]) && !isDeterminer(tokens[first - 1])) first--;
  // "Yesterday |coach Ann Lee|": one word at the head of a sentence may be no body
  if (small - first === 1 && !isWord(tokens[first - 1])) first = small;
  return text.slice(tokens[first]?.start, noun.end);
}

/** "|Superintendent of Police| Ann Lee": an office with what it looks after, which is read as a part of the name at `start`; null where none stands. */
export function roleOfField(
  text: string,
  tokens: readonly Token[],
  from: number,
  start: number,
): string | null {
  const isField =
    /^(?:of|for)$/.test(lowerOf(tokens[from - 1])) && (tokens[from]?.start ?? start) < start;
  let first = from - 1;
  while (isField && first > 0 && tokens[first - 1]?.cap && TITLES.has(lowerOf(tokens[first - 1])))
    first--;
  return first < from - 1 ? text.slice(tokens[first]?.start, start).trimEnd() : null;
}

/** "Her husband, |Sandy|,", "his wife |Marta|". */
function asRelative(tokens: readonly Token[], from: number, to: number): Beside | null {
  const hasComma = isPunct(tokens[from - 1], /^,$/);
  const noun = lowerOf(tokens[hasComma ? from - 2 : from - 1]);
  if (!RELATIVE.test(noun)) return null;
  // "her son, Leeds forward Ann Lee": the name ends with what stands beside the noun.
  const isClosed = !isWord(tokens[to]) || !hasComma;
  if (!isClosed) return null;
  const owner = lowerOf(tokens[hasComma ? from - 3 : from - 2]);
  return {
    kind: 'person',
    gender: genderOfDescription(noun),
    relativeOf: OWNERS.get(owner) ?? null,
  };
}

/** "She won at |Chelsea|": a first name alone behind a word of place. */
function asPlace(tokens: readonly Token[], from: number, to: number): Beside | null {
  const isPlaced = /^(?:at|in|near|outside)$/.test(lowerOf(tokens[from - 1]));
  return isPlaced && to - from === 1 && isFirstName(lowerOf(tokens[from]))
    ? { kind: 'place' }
    : null;
}

/** "|Acme Tools| director Ann Lee": whose role it is, is a body. */
function asBody(tokens: readonly Token[], from: number, to: number): Beside | null {
  const first = lowerOf(tokens[from]);
  if (to - from < 2 || isFirstName(first)) return null;
  let k = to;
  while (k - to < LONGEST_ROLE && isWord(tokens[k]) && !isCapitalised(tokens[k])) {
    if (looksVerb(tokens[k])) return null;
    k++;
  }
  const isRole = k > to && isOnePerson(lowerOf(tokens[k - 1]));
  return isRole && isCapitalised(tokens[k]) && isCapitalised(tokens[k + 1])
    ? { kind: 'organisation' }
    : null;
}

/** What a body is called by that is no person, beside the nouns of bodies. */
const BODY_BEFORE =
  /^(?:nonprofit|non-profit|giant|start-?up|retailer|insurer|lender|airline|carmaker|think-tank|tank|consultancy|chain|supermarket|studio|label|brand|band|operator)$/;

/** "the Dalai |Lama|", "the Princess |Royal|": somebody whose name has an article. */
const ARTICLED_PERSON = /^(?:lama|khan|royal|consort|singh|kid|kings?|queens?)$/;

/** "the nonprofit |Healthy Rivers|", "the |Northern Echo| said", "a |Tram Track|": behind a body's noun, or an article alone, several words that are no first name. */
function asNamedBody(tokens: readonly Token[], from: number, to: number): Beside | null {
  const run = tokens.slice(from, to).map(lowerOf);
  if (run.length < 2 || run.some((word) => isFirstName(word) || TITLES.has(word))) return null;
  const noun = lowerOf(tokens[from - 1]);
  if (BODY_BEFORE.test(noun) || kindOfHead(noun) === 'organisation')
    return { kind: 'organisation' };
  const next = tokens[to];
  const isWhole =
    !isWord(next) || looksVerb(next) || isPreposition(next) || /^(?:and|or)$/.test(next.lower);
  const isArticled = /^(?:the|an?)$/.test(noun) || (run[0] === 'the' && run.length > 2);
  return isArticled && isWhole && !ARTICLED_PERSON.test(run.at(-1) ?? '')
    ? { kind: 'organisation' }
    : null;
}
