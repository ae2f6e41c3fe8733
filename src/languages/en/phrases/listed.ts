/** Lists of names, of which a mention holds some: "Ann Lee, |Bob Ray and Cy Orr|", "|Ann Lee|, Bob Ray and Cy Orr". */
import { isKnownWord } from '../known-words.ts';
import { COMMON } from '../lexicon/closed-class.ts';
import { PLACES } from '../lexicon/places.ts';
import { TIME } from '../lexicon/time.ts';
import { AMBIGUOUS_TITLES, LETTERS_AFTER, TITLES } from '../lexicon/titles.ts';
import { isFirstName } from '../name-kinds.ts';
import type { Token } from '../words.ts';
import { phraseStart } from './start.ts';
import {
  is,
  isAdverb,
  isCapitalised,
  isOfName,
  isPreposition,
  isWord,
  looksVerb,
  lowerOf,
} from './tokens.ts';

interface Run {
  from: number;
  to: number;
}

/** How many items make a list of what two of them stand in. */
const LEAST = 3;
/** How many tokens a list may hold. */
const LONGEST = 40;

const isAnd = (t: Token | undefined): boolean => is(t, 'and') || is(t, '&');

/** The item before token `to`; null where no name stands there. */
function itemBefore(tokens: readonly Token[], to: number): Run | null {
  let from = to;
  while (from > 0 && isOfName(tokens[from - 1])) from--;
  while (from < to && !isCapitalised(tokens[from])) from++;
  return isItem(tokens, { from, to }) ? { from, to } : null;
}

/** The item from token `from` on; null where no name stands there. */
function itemFrom(tokens: readonly Token[], from: number): Run | null {
  let to = from;
  while (isOfName(tokens[to])) to++;
  while (to > from && !isCapitalised(tokens[to - 1])) to--;
  return isItem(tokens, { from, to }) ? { from, to } : null;
}

/** Whether capitals name somebody or something, and are no day, no office and no letters behind a name. */
function isItem(tokens: readonly Token[], { from, to }: Run): boolean {
  const words = tokens.slice(from, to).map(lowerOf);
  const last = words.at(-1)?.replaceAll('.', '') ?? '';
  const isOffice = TITLES.has(last) && !AMBIGUOUS_TITLES.has(last);
  return (
    to > from &&
    !isOffice &&
    !LETTERS.test(last) &&
    !words.some((word) => TIME.has(word) || COMMON.has(word) || /['’]s?$/.test(word))
  );
}
const LETTERS = new RegExp(`^(?:jr|sr|ii|iii|iv)$|${LETTERS_AFTER.source}`, 'i');

/** "Ann Lee|, 43|,", "Bob Ray|, PhD|,": how many tokens an age or letters take behind a name that ends before token `to`. */
const asideBehind = (tokens: readonly Token[], to: number): number =>
  is(tokens[to], ',') && isAside(tokens[to + 1]) && !isCapitalised(tokens[to + 2]) ? 2 : 0;

/** The same before token `to`. */
const asideBefore = (tokens: readonly Token[], to: number): number =>
  is(tokens[to - 2], ',') && isAside(tokens[to - 1]) && isCapitalised(tokens[to - 3]) ? 2 : 0;

const isAside = (t: Token | undefined): boolean =>
  isWord(t) && (/^\d{1,3}$/.test(t.lower) || LETTERS.test(t.lower.replaceAll('.', '')));

/** Items, and how many times "and" joins two of them. */
interface Items {
  readonly list: readonly Run[];
  readonly joints: number;
}

/** The items that a run consists of, or the one in which it ends; none where other words are among them. */
function itemsIn(tokens: readonly Token[], { from, to }: Run): Items {
  const list: Run[] = [];
  let joints = 0;
  const isOfItems = isCapitalised(tokens[from]) && itemFrom(tokens, from) !== null;
  for (let k = isOfItems ? from : (itemBefore(tokens, to)?.from ?? to); k < to; k++) {
    const item = itemFrom(tokens, k);
    if (!item) return { list: [], joints };
    list.push(item);
    k = item.to + asideBehind(tokens, item.to);
    if (is(tokens[k], ',') && isAnd(tokens[k + 1])) k++;
    if (isAnd(tokens[k]) && k < to) joints++;
    else if (k < to && !is(tokens[k], ',')) return { list: [], joints };
  }
  return { list, joints };
}

/** The items before token `to`, the last of them joined by "and" where `mayJoin`. */
function itemsBefore(tokens: readonly Token[], to: number, mayJoin: boolean): Items {
  const list: Run[] = [];
  let k = to - 1;
  const isJoined = mayJoin && isAnd(tokens[k]);
  if (isJoined && !is(tokens[k - 1], ',')) k++;
  for (let isNext = isJoined; to - k < LONGEST && (isNext || is(tokens[k], ',')); isNext = false) {
    const end = isNext ? k - 1 : k;
    const item = itemBefore(tokens, end - asideBefore(tokens, end));
    if (!item) break;
    list.unshift(item);
    k = item.from - 1;
  }
  return { list, joints: isJoined && list.length > 0 ? 1 : 0 };
}

/** The items from token `from` on up to the one that "and" joins to them; none where none does. */
function itemsBehind(tokens: readonly Token[], from: number): readonly Run[] {
  const list: Run[] = [];
  for (let k = from + asideBehind(tokens, from); k - from < LONGEST;) {
    const hasComma = is(tokens[k], ',');
    const and = hasComma ? k + 1 : k;
    const isLast = isAnd(tokens[and]);
    const item = itemFrom(tokens, isLast ? and + 1 : k + 1);
    if (!item || !(isLast || hasComma)) return [];
    list.push(item);
    if (isLast) return list;
    k = item.to + asideBehind(tokens, item.to);
  }
  return [];
}

/** Items that commas and one "and" before the last of them join to a run, which holds some of them or ends in one. */
function itemsAround(tokens: readonly Token[], run: Run): readonly Run[] {
  const inside = itemsIn(tokens, run);
  const [head] = inside.list;
  if (!head || inside.joints > 1) return [];
  const before =
    head.from === run.from
      ? itemsBefore(tokens, head.from, inside.joints === 0)
      : { list: [], joints: 0 };
  const isJoined = inside.joints + before.joints > 0;
  const behind = isJoined ? [] : itemsBehind(tokens, run.to);
  return isJoined || behind.length > 0 ? [...before.list, ...inside.list, ...behind] : [];
}

/** Whether what stands behind a list leaves it a list: no apposition, and no noun that its last word belongs to. */
const endsList = (t: Token | undefined): boolean =>
  !is(t, ',') && (!isWord(t) || looksVerb(t) || isPreposition(t) || isAdverb(t));

/** The same behind the age or the letters of whom a list names last, and the comma that closes them. */
function endsListAt(tokens: readonly Token[], to: number): boolean {
  const behind = to + asideBehind(tokens, to);
  return endsList(tokens[behind > to && is(tokens[behind], ',') ? behind + 1 : behind]);
}

/** How many items make a list: two, where an age or letters stand behind the first. */
const leastOf = (tokens: readonly Token[], first: Run | undefined): number =>
  first && asideBehind(tokens, first.to) > 0 ? LEAST - 1 : LEAST;

/** Whether a word leads to whom somebody does something with: "|Thanking| Ann Lee", "|besides| Ann Lee". */
const leadsToName = (t: Token | undefined): boolean =>
  /^(?:besides|except)$/.test(lowerOf(t)) ||
  (/^(?!including|following)[a-z]{3,}ing$/.test(lowerOf(t)) &&
    isKnownWord(lowerOf(t)) &&
    !isFirstName(lowerOf(t)));

/** Whether a word at the head of a sentence is there for what it names: "|Acme|, Bolt and Crane", not "|Sadly|, Ann and Bob". */
const isSurelyNamed = (tokens: readonly Token[], { from, to }: Run): boolean => {
  const word = lowerOf(tokens[from]);
  return to - from > 1 || isFirstName(word) || PLACES.has(word) || !isKnownWord(word);
};

/**
 * The whole list of names in which a run of tokens stands, where nothing else is in it; the run where it is in none. A noun
 * that a list belongs to is part of it: "|Officials in Ayr, Kelm and Tarnby|".
 */
export function wholeList(tokens: readonly Token[], run: Run): Run {
  const items = itemsAround(tokens, run);
  const [first, second] = items;
  const last = items.at(-1);
  const least = leastOf(tokens, first);
  if (!first || !second || !last || items.length < least || !endsListAt(tokens, last.to))
    return run;
  const before = tokens[first.from - 1];
  // "Thanking Ann Lee, |Bob Ray, Cy Orr and Di Fox|": whom a verb or "besides" leads to is none of them
  const withoutFirst = items.length > LEAST ? { from: second.from, to: last.to } : run;
  // "|Sterling Moss|, Bob Ray and Cy Orr" are three
  const isWhole = first.to - first.from > 2 && isFirstName(lowerOf(tokens[first.from + 1]));
  if (leadsToName(isWhole && !isWord(before) ? tokens[first.from] : before)) return withoutFirst;
  if (isWord(before) && isPreposition(before)) {
    const noun = tokens[first.from - 2];
    const isLed = isWord(noun) && !noun.cap && !looksVerb(noun) && !/(?:ed|ing)$/.test(noun.lower);
    const start =
      isLed || isHeadNoun(tokens, first.from - 2) ? phraseStart(tokens, first.to - 1, 0) : -1;
    if (start >= 0 && !isPreposition(tokens[start])) return { from: start, to: last.to };
    // "In Ayr, |Ann Lee, Bob Ray and Cy Orr|"
    return withoutFirst;
  }
  if (
    isWord(before) &&
    !before.cap &&
    !looksVerb(before) &&
    !/^(?:and|but|that|as)$/.test(before.lower)
  ) {
    const start = phraseStart(tokens, first.to - 1, 0);
    return start >= 0 && !isPreposition(tokens[start]) ? { from: start, to: last.to } : run;
  }
  const opens = !isWord(before) && !is(before, ',');
  return opens && !isSurelyNamed(tokens, first) ? run : { from: first.from, to: last.to };
}

/** "|Officials| in Ayr": a noun that only the head of a sentence gives a capital. */
const isHeadNoun = (tokens: readonly Token[], k: number): boolean =>
  isCapitalised(tokens[k]) &&
  !isWord(tokens[k - 1]) &&
  isKnownWord(lowerOf(tokens[k])) &&
  !isPreposition(tokens[k]);
