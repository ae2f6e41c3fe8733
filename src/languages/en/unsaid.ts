/** Words that are not told as said: denied to have been said, or said only in somebody's mind. */
import type { Token } from '../../engine/draft.ts';
import type { Telling } from '../../engine/pack.ts';
import { NEGATIONS } from './cues.ts';
import { DETERMINERS, isAdverb, isAuxiliary, PREPOSITIONS, RELATIVES } from './phrases.ts';
import { isWord } from './phrases/tokens.ts';
import { FRONTED } from './lexicon/closed-class.ts';
import {
  NOBODY,
  DENYING,
  NOT_DENYING,
  CONDITIONS,
  STILL_TO_COME,
  IN_MIND,
  THOUGHT,
  TRUTH,
  UNTRUE,
  UNSURE,
} from './lexicon/factuality.ts';

/** A verb at the head of a sentence that looks like a name: "Had Ann Lee said". */
const isFronted = (t: Token | undefined): boolean => isWord(t) && t.cap && FRONTED.has(t.lower);

/**
 * How the sentence that begins at token `from` tells that a subject said something, where the cue is token `cue`;
 * null for a subject that is not known.
 */
export function tellingOf(
  tokens: readonly Token[],
  from: number,
  subject: { from: number; to: number } | null,
  cue: number,
  present: boolean,
): Telling {
  const verb = auxiliariesBefore(tokens, from, cue);
  if (verb === 'unsaid' || !subject || subject.from >= cue) return verb;
  const about = aboutSubject(tokens, from, subject, cue, present);
  return about === 'said' ? verb : about;
}

/** The word at a token, in small letters; empty before the sentence, and for what is no word. */
const lowerIn = (tokens: readonly Token[], from: number, k: number): string => {
  const t = tokens[k];
  return k >= from && isWord(t) ? t.lower : '';
};

/** Whether a word turns the verb after it round; "not just" does not. */
export const denies = (tokens: readonly Token[], at: number): boolean =>
  NEGATIONS.has(tokens[at]?.lower ?? '') &&
  !/^(?:only|just|merely|simply|solely)$/.test(tokens[at + 1]?.lower ?? '');

/** What stands right before a cue: "might have", "did not". */
function auxiliariesBefore(tokens: readonly Token[], from: number, cue: number): Telling {
  let have = false;
  let modal = '';
  let denied = false;
  for (let k = cue - 1; k >= from; k--) {
    const t = tokens[k];
    if (!isWord(t) || !(isAuxiliary(t) || isAdverb(t) || NEGATIONS.has(t.lower))) break;
    if (denies(tokens, k)) denied = true;
    if (/^(?:have|'ve)$/.test(t.lower)) have = true;
    if (/^(?:would|could|might|may|should|must)$/.test(t.lower)) modal = t.lower;
  }
  if (denied) return 'denied';
  return modal && (have || /^(?:might|may|should)$/.test(modal)) ? 'unsaid' : 'said';
}

function aboutSubject(
  tokens: readonly Token[],
  from: number,
  subject: { from: number; to: number },
  cue: number,
  present: boolean,
): Telling {
  const lower = (k: number): string => lowerIn(tokens, from, k);
  // The subject as read may hold a verb before it: "Bob Kerr imagines Ann Lee".
  for (let k = Math.max(from + 1, subject.from); k + 1 < subject.to; k++)
    if (isInMind(tokens, k)) return 'unsaid';
  for (let k = subject.from + 2; k < cue && k < subject.to + 6; k++)
    if (lower(k) === 'no' && /^(?:at|in|on|by)$/.test(lower(k - 1))) return 'denied';
  const start = subject.from;
  if (isFronted(tokens[start]) && start + 1 < subject.to) return fronted(tokens, from, start);
  if (RELATIVES.has(lower(start)) || (subject.to - start === 1 && lower(start) === 'that'))
    return throughRelative(tokens, from, start);
  if (isNobody(tokens, start)) return 'denied';
  // "It is understood Ann Lee said": nobody stands for it.
  if (isThoughtAt(tokens, from, start) && start + 1 < subject.to) return 'unsaid';
  return beforeSubject(tokens, from, start, present);
}

const isThoughtAt = (tokens: readonly Token[], from: number, at: number): boolean =>
  THOUGHT.has(lowerIn(tokens, from, at)) &&
  /^(?:is|was|been|widely|generally)$/.test(lowerIn(tokens, from, at - 1));

/** What the words before a subject make of the sentence: "Nor did", "If", "He imagines that". */
function beforeSubject(
  tokens: readonly Token[],
  from: number,
  start: number,
  present: boolean,
): Telling {
  const lower = (at: number): string => lowerIn(tokens, from, at);
  let k = start - 1;
  while (k > from && isAdverb(tokens[k]) && !DENYING.has(lower(k))) k--;
  if (lower(k) === 'nor') return 'denied';
  if (
    lower(k) === 'not' &&
    (k === from || /^(?:is|was|and|but)?$/.test(lower(k - 1))) &&
    !NOT_DENYING.has(lower(k + 1))
  )
    return 'denied';
  if (FRONTED.has(lower(k))) return fronted(tokens, from, k);
  if (
    CONDITIONS.has(lower(k)) ||
    (STILL_TO_COME.has(lower(k)) && present) ||
    (lower(k) === 'case' && lower(k - 1) === 'in')
  )
    return 'unsaid';
  const hasThat = lower(k) === 'that';
  if (hasThat) k--;
  if (isThoughtAt(tokens, from, k) || (k > from && isInMind(tokens, k))) return 'unsaid';
  return hasThat ? beforeThat(tokens, from, k) : 'said';
}

/** "It is unclear |that", "There is no evidence |that", "It is untrue |that". */
function beforeThat(tokens: readonly Token[], from: number, k: number): Telling {
  const lower = (at: number): string => lowerIn(tokens, from, at);
  if (/^(?:provided|supposing|assuming|condition)$/.test(lower(k)) || UNSURE.has(lower(k)))
    return 'unsaid';
  let negated = false;
  for (let m = k - 1; m >= from && k - m < 4 && isWord(tokens[m]); m--)
    if (NEGATIONS.has(lower(m)) || lower(m) === 'no' || (lower(m) === 'little' && m === k - 1))
      negated = true;
  return (negated ? TRUTH : UNTRUE).has(lower(k)) ? 'denied' : 'said';
}

function isInMind(tokens: readonly Token[], k: number): boolean {
  const verb = tokens[k];
  const before = tokens[k - 1]?.lower ?? '';
  if (!isWord(verb) || verb.cap || !IN_MIND.has(verb.lower)) return false;
  return !DETERMINERS.has(before) && !PREPOSITIONS.has(before);
}

/** "No official", "None of them", "Hardly anybody", "Not one of them". */
export function isNobody(tokens: readonly Token[], at: number): boolean {
  const first = tokens[at]?.lower ?? '';
  const second = tokens[at + 1]?.lower ?? '';
  if (/^(?:hardly|scarcely|barely)$/.test(first)) return second.startsWith('any');
  if (first === 'not') return /^(?:one|an?|any|anybody|anyone|even)$/.test(second);
  return NOBODY.has(first) && !(first === 'no' && /^(?:fewer|less|doubt)$/.test(second));
}

/** How far before a verb or a relative pronoun the word stands that denies it. */
const REACH = 8;

/** The words before token `at`, nearest first, as far as they go on without a mark; each with its place. */
function* wordsBefore(
  tokens: readonly Token[],
  from: number,
  at: number,
): Generator<{ lower: string; k: number; token: Token }> {
  for (let k = at - 1; k >= from && at - k < REACH; k--) {
    const token = tokens[k];
    if (!isWord(token)) return;
    yield { lower: token.lower, k, token };
  }
}

/** "Not once has", "Had": what an auxiliary before its subject makes of the sentence. */
function fronted(tokens: readonly Token[], from: number, at: number): Telling {
  for (const { lower, k } of wordsBefore(tokens, from, at))
    if (DENYING.has(lower)) return NOT_DENYING.has(tokens[k + 1]?.lower ?? '') ? 'said' : 'denied';
  // At the head of its clause: a condition or a question.
  const before = tokens[at - 1];
  return at <= from || !isWord(before) || /^(?:and|but|or|that)$/.test(before.lower)
    ? 'unsaid'
    : 'said';
}

/** "|the number of people| who said": how many they are, is told, not what they said. */
const isCount = (tokens: readonly Token[], k: number): boolean =>
  COUNTS.test(tokens[k]?.lower ?? '') && tokens[k - 1]?.lower === 'the';

const COUNTS = /^(?:numbers?|share|proportion|percentage|rate|majority)$/;

/** "No official who said", "It was not Ann Lee who said". */
function throughRelative(tokens: readonly Token[], from: number, relative: number): Telling {
  for (const { lower, k, token } of wordsBefore(tokens, from, relative)) {
    if (/^(?:isn't|wasn't)$/.test(lower)) return 'denied';
    const isDenied = lower === 'not' && /^(?:is|was)$/.test(tokens[k - 1]?.lower ?? '');
    if (isDenied && !NOT_DENYING.has(tokens[k + 1]?.lower ?? '')) return 'denied';
    if (NOBODY.has(lower) || isCount(tokens, k)) return 'unsaid';
    if (isAuxiliary(token)) return 'said';
  }
  return 'said';
}
