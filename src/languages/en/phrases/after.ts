/** The noun phrase that stands behind a verb: "said the mayor". */
import { CUES } from '../cues.ts';
import { CONJUNCTIONS, OBJECTS, PRONOUNS, RELATIVES } from '../lexicon/closed-class.ts';
import { TIME } from '../lexicon/time.ts';
import { ISSUED, MADE } from '../lexicon/verbs.ts';
import type { Token } from '../words.ts';
import { nameInApposition } from './apposition.ts';
import { isName, phrase, type Phrase } from './kinds.ts';
import {
  is,
  isAdverb,
  isApostrophe,
  isAuxiliary,
  isCapitalised,
  isDeterminer,
  isOfName,
  isPreposition,
  isWord,
  looksVerb,
  lowerOf,
} from './tokens.ts';

/** How many tokens a phrase may hold. */
const LONGEST = 24;

/** The noun phrase that begins at token `at`: the subject of "said X". */
export function phraseAfter(tokens: readonly Token[], at: number, to: number): Phrase | null {
  const first = tokens[at];
  if (!isWord(first) || at >= to) return null;
  if (PRONOUNS.has(first.lower)) return phrase(tokens, at, at + 1);
  if (isNoSubject(first, tokens[at + 1])) return null;
  const end = withoutTail(tokens, at, endOf(tokens, at, Math.min(to, at + LONGEST)));
  if (end === at) return null;
  const made = phrase(tokens, at, end);
  return made.kind === 'description' ? { ...made, apposed: apposedTo(tokens, end, to) } : made;
}

/** Objects, adverbials and verbs: "told |her", "said |Monday", "said |that". */
function isNoSubject(first: Token, next: Token | undefined): boolean {
  const isHers = first.lower === 'her' && isWord(next) && !isAdverb(next);
  if (OBJECTS.has(first.lower) && !isHers) return true;
  if (TIME.has(first.lower) && !/^(?:may|april|june)$/.test(first.lower)) return true;
  return isPreposition(first) || CONJUNCTIONS.has(first.lower) || isAuxiliary(first);
}

/** Where the run of words that may be one noun phrase ends. */
function endOf(tokens: readonly Token[], at: number, limit: number): number {
  let hasName = false;
  let k = at;
  for (; k < limit; k++) {
    const t = tokens[k];
    if (!t) break;
    if (t.kind !== 'word') {
      if (k === at || !isInside(tokens, k)) break;
    } else if (k > at && PRONOUNS.has(t.lower)) break;
    else if (t.cap && !isDeterminer(t)) {
      if (TIME.has(t.lower) && k > at && !isDeterminer(tokens[k - 1])) break;
      hasName = true;
    } else if (!goesOn(tokens, k, at, hasName)) break;
  }
  return k;
}

/** A nickname in marks, an apostrophe, `&`, or the point of an initial. */
function isInside(tokens: readonly Token[], k: number): boolean {
  const t = tokens[k];
  const before = tokens[k - 1];
  const after = tokens[k + 1];
  if (!t) return false;
  if (t.kind === 'quote') return t.end - t.start < 32 && isCapitalised(after);
  if (isApostrophe(t) || t.lower === '&') return true;
  return (
    t.lower === '.' &&
    isCapitalised(before) &&
    isCapitalised(after) &&
    before.end - before.start < 4
  );
}

const NEW_PHRASE = /^(?:the|an?|his|their|its|this|these|those)$/;

/** A word behind which no article goes on with the phrase. */
const isNoun = (t: Token | undefined): boolean =>
  isWord(t) &&
  !isPreposition(t) &&
  !isDeterminer(t) &&
  !/^(?:and|or|all|both|half|such|quite|rather|only|not|as|many)$/.test(t.lower);

/** "a statement |signed by Ann Lee": at a participle behind what is signed. */
export const isSignedBy = (t: Token | undefined, next: Token | undefined): boolean =>
  ISSUED.has(lowerOf(t)) && lowerOf(next) === 'by';

/** "according to a poll |conducted in May", "a copy |obtained by the Post": at a participle behind what was made. */
const isMadeAt = (tokens: readonly Token[], k: number): boolean => {
  const next = tokens[k + 1];
  const isBehind = isNoun(tokens[k - 1]) && MADE.has(lowerOf(tokens[k]));
  return isBehind && isWord(next) && (isPreposition(next) || TIME.has(next.lower));
};

/** Whether a word in small letters, or a determiner, goes on with the phrase that began at `at`. */
function goesOn(tokens: readonly Token[], k: number, at: number, hasName: boolean): boolean {
  const t = tokens[k];
  const before = tokens[k - 1];
  const next = tokens[k + 1];
  if (!t) return false;
  if (looksVerb(t) && !isDeterminer(before)) return false;
  // "said a statement |signed by Ann Lee"
  if (isSignedBy(t, next) || isMadeAt(tokens, k)) return false;
  if (RELATIVES.has(t.lower) || PRONOUNS.has(t.lower)) return false;
  // "told the court |the driver was drunk"
  if (k > at && NEW_PHRASE.test(t.lower) && isNoun(before)) return false;
  if (isAdverb(t) && !(k > at && isDeterminer(before))) return false;
  if (t.lower === 'and') return isWord(next) && (next.cap || (!hasName && !looksVerb(next)));
  if (CONJUNCTIONS.has(t.lower) || /^(?:when|while|where)$/.test(t.lower)) return false;
  if (isPreposition(t)) return k > at && isComplement(t, next, hasName);
  if (TIME.has(t.lower)) return false;
  const isParticiple = t.lower.endsWith('ed') || CUES.get(t.lower)?.form === 'ing';
  return !(hasName && isCapitalised(before) && isParticiple);
}

/** "the mayor |of Rome", "a spokesman |for Lee"; but not "Lee |at noon". */
function isComplement(link: Token, next: Token | undefined, hasName: boolean): boolean {
  if (!isWord(next) || TIME.has(next.lower) || /^\d+$|ing$/.test(next.lower)) return false;
  return (
    link.lower === 'of' ||
    link.lower === 'for' ||
    (!hasName && /^(?:at|from|with)$/.test(link.lower))
  );
}

/** Takes off marks, prepositions and an "and" with nothing after them. */
function withoutTail(tokens: readonly Token[], at: number, end: number): number {
  let k = end;
  while (
    k > at &&
    (!isWord(tokens[k - 1]) || isPreposition(tokens[k - 1]) || is(tokens[k - 1], 'and'))
  )
    k--;
  return k;
}

/** "said the mayor|, Ann Lee": the name in apposition, or null. */
function apposedTo(tokens: readonly Token[], comma: number, to: number): Phrase['apposed'] {
  if (!is(tokens[comma], ',')) return null;
  if (isPlural(tokens[comma - 1])) return null;
  let end = comma + 1;
  while (end < to && end - comma < 7 && isOfName(tokens[end])) end++;
  if (end - comma <= 2 || !isName(tokens, comma + 1, end)) return apposedApart(tokens, comma, to);
  // "according to officials, |Norland’s Ministry of Ports let …": another clause begins
  const run = tokens.slice(comma + 1, end);
  const goesOn = end < to && isWord(tokens[end]) && !isPreposition(tokens[end]);
  const isOther = goesOn || run.some(({ lower }) => lower.endsWith("'s"));
  return isOther ? null : { from: comma + 1, to: end };
}

/** "said his daughter|, Emma|,", "said her son|, the novelist Bob Ray|.": up to the next mark nothing else stands there. */
function apposedApart(tokens: readonly Token[], comma: number, to: number): Phrase['apposed'] {
  let end = comma + 1;
  while (end < to && end - comma < LONGEST && isWord(tokens[end])) end++;
  const closes = end >= to || is(tokens[end], ',') || is(tokens[end], '.');
  return closes && end > comma + 1 ? nameInApposition(tokens, comma + 1, end) : null;
}

/** "officials", "people": no name of one person stands beside them. */
const isPlural = (t: Token | undefined): boolean =>
  isWord(t) && !t.cap && /(?:[^su]s|people|police|men|women|media)$/.test(t.lower);
