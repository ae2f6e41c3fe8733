/** Where a noun phrase begins, read from its last word to the left. */
import { CUES } from '../cues.ts';
import { describesPeople } from '../descriptions.ts';
import { CONJUNCTIONS, isPronoun, PRONOUNS, RELATIVES } from '../lexicon/closed-class.ts';
import { ORGANISATION } from '../lexicon/organisations.ts';
import { TIME } from '../lexicon/time.ts';
import { isFirstName } from '../name-kinds.ts';
import type { Token } from '../words.ts';
import {
  is,
  isAdverb,
  isApostrophe,
  isAuxiliary,
  isCapitalised,
  isDeterminer,
  isParticipleOfNoun,
  isPreposition,
  isWord,
  looksVerb,
  lowerOf,
} from './tokens.ts';

/** How far to the left a phrase may reach. */
const LONGEST = 22;

/**
 * Left end of the noun phrase whose last token is `last`, not before `from`; -1 if there is none.
 */
export function phraseStart(tokens: readonly Token[], last: number, from: number): number {
  if (!isWord(tokens[last])) return -1;
  const floor = Math.max(from, last - LONGEST);
  let k = last;
  while (k > floor) {
    const step = stepLeft(tokens, k, floor, from);
    if (step === k) break;
    k = step;
  }
  if (k < last && k > from && isAfterAuxiliary(tokens, k) && !isPreposition(tokens[k + 1])) k++;
  const before = tokens[k - 1];
  if (CUES.get(lowerOf(tokens[last + 1]))?.form === 'ing') return k;
  // "a charge that Ann Lee denied", "a year ago that the mayor said": the subject stands after
  // "that".
  if (
    isWord(before) &&
    before.lower === 'that' &&
    (isCapitalised(tokens[k]) ||
      isDeterminer(tokens[k]) ||
      NUMBER.test(lowerOf(tokens[k])) ||
      isPeopleAlone(tokens, k, last))
  )
    return k;
  // "the people who were there said": take the words before "who".
  if (
    k > from + 1 &&
    isWord(before) &&
    (before.lower === 'who' || before.lower === 'that') &&
    isWord(tokens[k - 2]) &&
    !looksVerb(tokens[k - 2])
  ) {
    const start = phraseStart(tokens, k - 2, from);
    if (start >= 0) return start;
  }
  return k;
}

/** "an accident that |officials| said": people in one word. */
const isPeopleAlone = (tokens: readonly Token[], k: number, last: number): boolean =>
  k === last && describesPeople(lowerOf(tokens[k]));

/** "I don’t |think| people are", "to |let| people know": a verb without an ending, whose object begins behind it. */
const isAfterAuxiliary = (tokens: readonly Token[], k: number): boolean =>
  /^(?:think|believe|know|want|see|hear|feel|let|make|help|wish|hope|expect|mean|like)$/.test(
    lowerOf(tokens[k]),
  ) &&
  (isAuxiliary(tokens[k - 1]) || isPronoun(lowerOf(tokens[k - 1])) || is(tokens[k - 1], 'to'));

/** The phrase begins at `k`; where it begins if the token before belongs to it, or `k`. */
function stepLeft(tokens: readonly Token[], k: number, floor: number, from: number): number {
  const t = tokens[k - 1];
  if (!t) return k;
  if (t.kind === 'quote') return isNickname(tokens, k, floor) ? k - 1 : k;
  if (t.kind === 'punct') return overMark(tokens, k, floor);
  return isOfPhrase(tokens, k, floor, from) ? k - 1 : k;
}

/**
 * A nickname or a title inside the phrase, but not the object of a verb before the subject:
 * "Playing the “long game,” Ann Lee said".
 */
function isNickname(tokens: readonly Token[], k: number, floor: number): boolean {
  const quoted = tokens[k - 1];
  const before = tokens[k - 2];
  const after = tokens[k];
  if (!quoted?.quote || !isWord(after) || !isWord(before)) return false;
  const isObject = isDeterminer(after) || (after.cap && isDeterminer(before));
  return (
    !isObject &&
    k - 1 > floor &&
    quoted.end - quoted.start < 32 &&
    !quoted.stops &&
    !quoted.quote.repair &&
    before.end + 1 === quoted.start
  );
}

/** Over an apostrophe, an initial's point or a bracket; `k` where another mark ends the phrase. */
function overMark(tokens: readonly Token[], k: number, floor: number): number {
  const mark = tokens[k - 1];
  const before = tokens[k - 2];
  if (isApostrophe(mark) || mark?.lower === '&' || mark?.lower === '/') return k - 1;
  if (
    mark?.lower === '.' &&
    isCapitalised(before) &&
    k - 2 >= floor &&
    before.end - before.start <= 2
  )
    return k - 1;
  if (mark?.lower !== ')') return k;
  let open = k - 2;
  while (open > floor && !is(tokens[open], '(')) open--;
  return is(tokens[open], '(') && open > floor ? open : k;
}

/** Whether the word before `k` belongs to the phrase that goes on at `k`. */
function isOfPhrase(tokens: readonly Token[], k: number, floor: number, from: number): boolean {
  const t = tokens[k - 1];
  const w = lowerOf(t);
  const before = tokens[k - 2];
  if (PRONOUNS.has(w) || RELATIVES.has(w)) return false;
  if (w === 'and' || w === 'or' || w === 'nor' || w === '&')
    return k - 2 >= floor && joinsNouns(tokens, k, from);
  if (w === 'that' && isDefiniteThat(before)) return true;
  if (w === 'that' && !looksVerb(tokens[k])) return false;
  const isAsMany =
    w === 'as' &&
    (MANY.test(lowerOf(before)) || (MANY.test(lowerOf(tokens[k])) && is(tokens[k + 1], 'as')));
  const isSuchAs = w === 'as' && before?.lower === 'such';
  if (CONJUNCTIONS.has(w) && !isAsMany && !isSuchAs) return false;
  // "Unidos |do| Turvo"
  if (w === 'do' && isCapitalised(before) && isCapitalised(tokens[k])) return true;
  if (looksVerb(t) && !isParticipleOfNoun(tokens, k - 1)) return false;
  if (citesOther(tokens, k)) return false;
  return !(w === 'to' && before?.lower === 'according');
}

/** "the text beside |that page|". */
const isDefiniteThat = (before: Token | undefined): boolean =>
  isPreposition(before) || /^(?:accompanying|surrounding)$/.test(lowerOf(before));

/** "Ann Lee |citing both| Bob Ray": whether a participle behind a name ends the phrase that goes on at `k`. */
const citesOther = (tokens: readonly Token[], k: number): boolean =>
  CUES.get(lowerOf(tokens[k - 1]))?.form === 'ing' &&
  isCapitalised(tokens[k - 2]) &&
  isDeterminer(tokens[k]);

const MANY = /^(?:many|much|few|little)$/;

/** "Ann Lee and Bob Ray", "the mayor and the council": two nouns, not two clauses. */
function joinsNouns(tokens: readonly Token[], k: number, from: number): boolean {
  // "the Weir Board |(WB)| and the Harbour Office"
  const last = is(tokens[k - 2], ')') && is(tokens[k - 4], '(') ? k - 5 : k - 2;
  const before = tokens[last];
  const after = tokens[k];
  if (!isWord(before) || !after) return false;
  if (before.cap && after.cap) return !endsClause(tokens, k - 2, from);
  // "the Lee Commission on |noise and sleep|"
  const isField =
    is(tokens[k - 3], 'on') &&
    isCapitalised(tokens[k - 4]) &&
    ORGANISATION.has(lowerOf(tokens[k - 4])) &&
    !after.cap;
  if (isField) return true;
  return (
    !looksVerb(before) &&
    !before.lower.endsWith('ed') &&
    isShortRun(tokens, k - 2, from) &&
    (after.cap === before.cap || isDeterminer(after))
  );
}

/**
 * "They were held by |Acme| and Ann Lee said": a clause ends with the name before "and", where a verb stands before it and a
 * preposition or the verb itself leads to it.
 */
export function endsClause(tokens: readonly Token[], last: number, from: number): boolean {
  let k = last;
  while (k > from && isCapitalised(tokens[k - 1])) k--;
  while (k > from && isWord(tokens[k - 1]) && !isPreposition(tokens[k - 1])) {
    if (looksVerb(tokens[k - 1])) break;
    if (last - k > LONGEST_OBJECT) return false;
    k--;
  }
  const lead = tokens[k - 1];
  if (k <= from || !isWord(lead)) return false;
  if (looksVerb(lead)) return !RELATIVES.has(lowerOf(tokens[k - 2]));
  // "who works for Acme and Bolt": what "who" opens goes on
  for (let m = k - 2; m >= from && isWord(tokens[m]); m--) {
    if (RELATIVES.has(lowerOf(tokens[m])) || is(tokens[m], 'that')) return false;
    // "a group led by Acme and Bolt"
    const isParticiple = m === k - 2 && (is(lead, 'by') || lowerOf(tokens[m]).endsWith('ed'));
    if (isAuxiliary(tokens[m]) || (looksVerb(tokens[m]) && !isParticiple)) return true;
  }
  return false;
}

/** Words of the longest object of a clause that "and" ends. */
const LONGEST_OBJECT = 6;

/** Whether the clause begins within a few words to the left: two nouns joined at its head. */
function isShortRun(tokens: readonly Token[], at: number, from: number): boolean {
  for (let k = at; k >= from && at - k < 4; k--) {
    if (!isWord(tokens[k])) return true;
    if (looksVerb(tokens[k]) || isPreposition(tokens[k])) return false;
    if (k === from) return true;
  }
  return false;
}

export const NUMBER =
  /^(?:\d[\d.,]*|an?|half|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|dozens|hundreds|thousands)$/;
const ABOUT = /^(?:about|over|under|nearly|almost|only|just|around|roughly|fewer|more|less)$/;

/** "About four in ten voters", "as many as 40 percent": words before a number that belong to it. */
export function isCounted(tokens: readonly Token[], k: number, last: number): boolean {
  const at = numberAfter(tokens, k);
  return at > 0 && at <= last && NUMBER.test(lowerOf(tokens[at]));
}

/** Where the number stands that the words at `k` lead to, or -1. */
function numberAfter(tokens: readonly Token[], k: number): number {
  const lower = lowerOf(tokens[k]);
  if (lower === 'as' && is(tokens[k + 2], 'as')) return k + 3;
  if (!ABOUT.test(lower)) return -1;
  return k + (is(tokens[k + 1], 'than') ? 2 : 1);
}

const LEADING =
  /^(?:and|but|so|yet|or|meanwhile|however|still|when|while|as|if|because|although|though|even|then|now)$/;

/** "Neither side", "Not one of them": without these words somebody else is named. */
const isDenial = (tokens: readonly Token[], at: number): boolean =>
  is(tokens[at], 'neither') ||
  (is(tokens[at], 'not') && /^(?:one|an?|any|anybody|anyone)$/.test(lowerOf(tokens[at + 1])));

const SURE_ADVERB =
  /^(?:finally|eventually|suddenly|recently|lately|apparently|similarly|initially|originally|ultimately|subsequently|additionally)$/;

/** "|Finally| the man", "|Finally| Ann Lee": an adverb with a capital, which is no first name, before an article. */
const isAdverbAhead = (tokens: readonly Token[], at: number): boolean => {
  const [word, next] = [lowerOf(tokens[at]), tokens[at + 1]];
  const isBeforePhrase = isDeterminer(next) && !isCapitalised(next);
  const isBeforeName = SURE_ADVERB.test(word) && isCapitalised(next);
  return /.{3}ly$/.test(word) && !isFirstName(word) && (isBeforePhrase || isBeforeName);
};

/** Takes off what stands before the phrase proper: "In June the minister" -> "the minister". */
export function trimLeft(tokens: readonly Token[], start: number, last: number): number {
  let k = start;
  if (isCounted(tokens, k, last)) return k;
  while (
    k < last &&
    isWord(tokens[k]) &&
    !isDenial(tokens, k) &&
    (isAdverb(tokens[k]) || LEADING.test(lowerOf(tokens[k])) || isAdverbAhead(tokens, k))
  )
    k++;
  const first = tokens[k];
  if (!isWord(first) || !(isPreposition(first) || TIME.has(first.lower))) return k;
  for (let m = k + 1; m <= last; m++) if (opensAfterAdverbial(tokens, m)) return m;
  return TIME.has(first.lower) && first.cap && k < last ? k + 1 : k;
}

/** "In June |the minister": whether a new phrase opens at `m` behind an adverbial. */
function opensAfterAdverbial(tokens: readonly Token[], m: number): boolean {
  const t = tokens[m];
  const before = tokens[m - 1];
  if (!isWord(t) || !before) return false;
  const opens = isDeterminer(t) || t.cap || PRONOUNS.has(t.lower);
  if (!opens || TIME.has(t.lower)) return false;
  if (isPreposition(before) || isDeterminer(before)) return false;
  if (before.cap && t.cap && !TIME.has(before.lower)) return false;
  return !(before.kind === 'word' && before.lower === 'and');
}
