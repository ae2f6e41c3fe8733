/** The first noun phrase of a sentence. */
import { CUES } from '../cues.ts';
import { CONJUNCTIONS, isPronoun, PRONOUNS, RELATIVES } from '../lexicon/closed-class.ts';
import { PARTICLES } from '../lexicon/person-names.ts';
import { TIME } from '../lexicon/time.ts';
import type { Token } from '../words.ts';
import { phrase, type Phrase } from './kinds.ts';
import { NUMBER } from './start.ts';
import {
  is,
  isAdverb,
  isApostrophe,
  isCapitalised,
  isDeterminer,
  isPreposition,
  isWord,
  looksVerb,
  lowerOf,
} from './tokens.ts';

/** How many adverbials before the subject are stepped over. */
const MOST_ADVERBIALS = 4;
/** How many tokens the subject may hold. */
const LONGEST = 16;

const LEADING =
  /^(?:and|but|so|yet|meanwhile|however|still|even|here|there|while|when|as|although|though|because|if|after|before|since|that)$/;
const UNIT = /^(?:minutes?|hours?|days?|weeks?|months?|years?|decades?|moments?|seconds?)$/;
const AFTER_UNIT = /^(?:later|earlier|ago|before|after|ahead|into|since|prior)$/;

/** The first noun phrase of a sentence: its subject, where nothing shows otherwise. */
export function sentenceSubject(tokens: readonly Token[], from: number, to: number): Phrase | null {
  let k = from;
  for (let passed = 0; passed < MOST_ADVERBIALS; passed++) {
    k = overLeading(tokens, k, from, to);
    if (!isWord(tokens[k]) || k >= to) return null;
    const next = overAdverbial(tokens, k, from, to);
    if (next === k) break;
    k = next;
  }
  const first = tokens[k];
  if (!isWord(first) || k >= to) return null;
  if (isPronoun(first.lower) || RELATIVES.has(first.lower)) return phrase(tokens, k, k + 1);
  const limit = Math.min(to, k + LONGEST);
  const isNamed = first.cap && !isDeterminer(first);
  const named = isNamed ? nameEnd(tokens, k, limit) : k + 1;
  // "the Lees' |uncle left": whose uncle it is
  const isOwned = isNamed && isApostrophe(tokens[named]) && isWord(tokens[named + 1]);
  const name = isOwned ? named + 2 : named;
  if (isNamed && !isOwned && !goesOnAfterName(tokens[name])) return phrase(tokens, k, name);
  return phrase(tokens, k, nounEnd(tokens, k, name, limit));
}

/** "|Shortly| before noon, she": an adverb that the head of a sentence gives a capital. */
const isAdverbOfTime = (t: Token | undefined, next: Token | undefined): boolean =>
  /^(?:shortly|immediately|directly|briefly|exactly|roughly|nearly)$/.test(lowerOf(t)) &&
  (isPreposition(next) || is(next, ','));

/** Over conjunctions, adverbs and commas at the head, and over "Before the vote,". */
function overLeading(tokens: readonly Token[], at: number, from: number, to: number): number {
  let k = at;
  const isAhead = (t: Token | undefined): boolean =>
    isAdverb(t) || LEADING.test(lowerOf(t)) || (k === from && isAdverbOfTime(t, tokens[k + 1]));
  while (k < to && isWord(tokens[k]) && isAhead(tokens[k])) k++;
  while (k < to && is(tokens[k], ',')) k++;
  const last = tokens[k - 1];
  if (!isWord(last) || k - 1 < from) return k;
  const main = behindSubordinate(tokens, k, to);
  if (main > k) return main;
  if (!/^(?:before|after|since|as)$/.test(last.lower)) return k;
  // "Before the vote, Lee lobbied": no clause, so no subject before the comma
  let comma = k;
  while (comma < to && comma - k < 8 && isNominal(tokens[comma])) comma++;
  return is(tokens[comma], ',') && comma > k ? comma + 1 : k;
}

/** Tokens of the longest clause before the one that a sentence is about. */
const LONGEST_SUBORDINATE = 24;

/** "While Ann Lee waits, |Bob Ray sings": where the main clause begins behind the one that opens at `k`; `k` where none does. */
function behindSubordinate(tokens: readonly Token[], k: number, to: number): number {
  if (!SUBORDINATES.test(lowerOf(tokens[k - 1]))) return k;
  let hasVerb = false;
  for (let m = k; m < to && m - k < LONGEST_SUBORDINATE; m++) {
    const t = tokens[m];
    if (!t || t.kind === 'quote') return k;
    if (m > k && isWord(t) && !t.cap) hasVerb ||= looksVerb(t) || /(?:[^su]s|ed)$/.test(t.lower);
    if (!is(t, ',')) continue;
    if (!hasVerb) return k;
    const next = tokens[m + 1];
    if (isWord(next) && (next.cap || isDeterminer(next) || isPronoun(next.lower))) return m + 1;
  }
  return k;
}

const SUBORDINATES = /^(?:while|when|as|although|though|because|after|since|before)$/;

/** A word that is no verb and no pronoun, as far as its ending tells. */
const isNominal = (t: Token | undefined): boolean =>
  isWord(t) && !looksVerb(t) && !/[^s]s$|ed$/.test(t.lower) && !PRONOUNS.has(t.lower);

/** Over one adverbial before the subject; `k` where none stands or none ends. */
function overAdverbial(tokens: readonly Token[], k: number, from: number, to: number): number {
  if (!isAdverbial(tokens, k, from)) {
    const unit = unitOfTime(tokens, k, to);
    const isBack = is(tokens[k], 'back') && isWord(tokens[k + 1]) && isPreposition(tokens[k + 1]);
    if (unit < 0 && !isBack) return k;
    const after = lowerOf(tokens[unit + 1]);
    if (unit >= 0 && /^(?:later|earlier|ago)$/.test(after) && !is(tokens[unit + 2], ','))
      return unit + 2;
  }
  const placed = behindPlace(tokens, k, to);
  if (placed > k) return placed;
  let comma = k;
  while (comma < to && comma - k < 30 && !is(tokens[comma], ',')) comma++;
  return is(tokens[comma], ',') ? overRestOfPlace(tokens, comma + 1) : k;
}

/** "In Rome |a man was held": where what somebody is begins right behind a place or a day; `k` where it does not. */
function behindPlace(tokens: readonly Token[], k: number, to: number): number {
  let end = k + 1;
  while (end < to && isWord(tokens[end]) && isCapitalised(tokens[end])) end++;
  const isNew = /^(?:an?|one|another|the|his|her|their|its)$/.test(lowerOf(tokens[end]));
  return isPreposition(tokens[k]) && end > k + 1 && end < to && isNew ? end : k;
}

/** "In Rome", "On Monday", "Speaking of her", "Asked why". */
function isAdverbial(tokens: readonly Token[], k: number, from: number): boolean {
  const t = tokens[k];
  if (!t) return false;
  return (
    isPreposition(t) ||
    (TIME.has(t.lower) && !/^(?:may|march)$/.test(t.lower)) ||
    (t.lower.endsWith('ing') && !t.cap) ||
    ((k === from || (!t.cap && CONJUNCTIONS.has(lowerOf(tokens[k - 1])))) &&
      /(?:ing|ed)$/.test(t.lower) &&
      t.lower.length > 4)
  );
}

/**
 * "A few |minutes later they left", "The |day before, at a fair, she left": where the unit stands;
 * -1 if none does.
 */
function unitOfTime(tokens: readonly Token[], k: number, to: number): number {
  // "Hours before the game, the coach left"
  const isBare =
    UNIT.test(lowerOf(tokens[k])) &&
    /^(?:before|after|later|earlier)$/.test(lowerOf(tokens[k + 1]));
  if (isBare && lowerOf(tokens[k]).endsWith('s')) return k;
  let m = k;
  while (m < to && m - k < 5 && isWord(tokens[m]) && !UNIT.test(lowerOf(tokens[m]))) m++;
  const after = tokens[m + 1];
  const isUnit =
    m < to &&
    m > k &&
    m - k < 5 &&
    isWord(tokens[m]) &&
    (isDeterminer(tokens[k]) || NUMBER.test(lowerOf(tokens[k])) || is(tokens[k], 'some')) &&
    isWord(after) &&
    AFTER_UNIT.test(after.lower);
  return isUnit ? m : -1;
}

/** "in Rome, |Tex., she", "On May 3, |1859, she": over the second half of a place or a date. */
function overRestOfPlace(tokens: readonly Token[], k: number): number {
  const state = tokens[k];
  if (/^\d{4}$/.test(lowerOf(state)) && is(tokens[k + 1], ',')) return k + 2;
  if (!isWord(state) || !state.cap) return k;
  if (state.lower.endsWith('.') && is(tokens[k + 1], ',')) return k + 2;
  return is(tokens[k + 1], '.') && is(tokens[k + 2], ',') ? k + 3 : k;
}

/** Where the capitalised words that begin at `k` end, small words inside a name among them. */
function nameEnd(tokens: readonly Token[], k: number, limit: number): number {
  let end = k + 1;
  for (; end < limit; end++) {
    const t = tokens[end];
    if (!isWord(t)) break;
    if (!t.cap && !(PARTICLES.has(t.lower) && isCapitalised(tokens[end + 1]))) break;
  }
  return end;
}

/** "Trump |supporter Ann Lee left": a noun after a name, no verb. */
const goesOnAfterName = (t: Token | undefined): boolean =>
  isWord(t) &&
  !looksVerb(t) &&
  !CUES.has(t.lower) &&
  !/(?:ed|s)$/.test(t.lower) &&
  !isPreposition(t) &&
  !CONJUNCTIONS.has(t.lower) &&
  !isAdverb(t);

/** Where the phrase that begins at `k` and holds all before `from` ends. */
function nounEnd(tokens: readonly Token[], k: number, from: number, limit: number): number {
  let end = from;
  for (; end < limit; end++) {
    const t = tokens[end];
    if (!isWord(t) || endsNoun(t, end > k + 1)) break;
  }
  while (end > k + 1 && isPreposition(tokens[end - 1])) end--;
  return end;
}

/** "joined", "sued": but "need" and "sled" are nouns. */
const isPast = (lower: string): boolean =>
  lower.length > 4 ? lower.endsWith('ed') : /^[a-z][^e]ed$/.test(lower) && !/^s[hl]ed$/.test(lower);

/** Whether a word is the first behind the phrase; `isLater`: it is not the phrase's second word. */
function endsNoun(t: Token, isLater: boolean): boolean {
  // "His |first| wife"
  if (!isLater && /^(?:first|last|next|only|then|once|late)$/.test(t.lower)) return false;
  if (looksVerb(t) || isAdverb(t)) return true;
  if (CONJUNCTIONS.has(t.lower) || RELATIVES.has(t.lower) || PRONOUNS.has(t.lower)) return true;
  const cue = CUES.get(t.lower);
  if (cue && !cue.noun && cue.form !== 'base') return true;
  if (!t.cap && isPast(t.lower) && isLater) return true;
  return isPreposition(t) && !/^(?:of|for|at|from|in)$/.test(t.lower);
}
