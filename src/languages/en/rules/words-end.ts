/** Where the words end that a cue introduces. */
import type { Token } from '../../../engine/draft.ts';
import type { Stretch } from '../../../engine/marks.ts';
import { CUES, SPEECH_NOUNS } from '../cues.ts';
import {
  CONJUNCTIONS,
  DETERMINERS,
  PREPOSITIONS,
  PRONOUNS,
  RELATIVES,
  TIME,
  is,
  isAdverb,
  isWord,
  looksVerb,
  lowerOf,
} from '../phrases.ts';
import { endsInComma, endsWith, wordCount, type Attribution, type Frame } from './frame.ts';
import { nextAttributionEnds } from './next-attribution.ts';
import { tailOf } from './writers-tail.ts';

/** "Ann Lee, who said she was tired, left": where what is told in a clause between commas ends. */
function relativeEnd(
  { text, tokens, last }: Frame,
  { subject }: Attribution,
  from: number,
): number {
  if (!subject) return last;
  const isRelative = subject.kind === 'relative';
  // "The bridge, which Ann Lee said was safe, fell": the relative is what is told of.
  const isObject =
    !isRelative &&
    /^(?:which|who|whom)$/.test(lowerOf(tokens[subject.from - 1])) &&
    is(tokens[subject.from - 2], ',');
  if (!isObject && !(isRelative && is(tokens[subject.from - 1], ','))) return last;
  for (let k = from + (isObject ? 0 : 2); k < last - 1; k++) {
    const next = tokens[k + 1];
    const isVerb =
      isWord(next) && !next.cap && (looksVerb(next) || /^[a-z]{3,}ed$/.test(next.lower));
    if (!isVerb) continue;
    if (is(tokens[k], ',')) return k;
    if (endsInComma(text, tokens[k])) return k + 1;
  }
  return last;
}

/** How far the words of a noun of speech are read. */
const LONGEST_OF_NOUN = 60;

/**
 * "Ann Lee's claim that the bridge was safe was false": where words end that are the subject of
 * another verb.
 */
function nounEnd(frame: Frame, { lemma, begin }: Attribution, from: number): number {
  const { tokens, last, clause } = frame;
  if (!SPEECH_NOUNS.has(lemma)) return last;
  const ahead = tokens.slice(clause.from, begin);
  if (ahead.length < 40 && ahead.some(looksVerb)) return last;
  // "In answer to", "Contrary to": the subject of the sentence comes after the words.
  const isLedUpTo = ahead.slice(-40).some((t) => isWord(t) && PREPOSITIONS.has(t.lower));
  let verbs = 0;
  for (let k = from; k < Math.min(last, from + LONGEST_OF_NOUN); k++) {
    if (verbs > 0 && isLedUpTo) {
      const comma = commaBeforeSubject(frame, k);
      if (comma > from) return comma;
    }
    if (!opensVerb(tokens, k, from)) continue;
    verbs++;
    if (verbs === 2) return is(tokens[k - 1], ',') ? k - 1 : k;
  }
  return last;
}

/**
 * "In answer to Ann Lee's claim that the bridge was safe, |Bob Kerr laughed": where the words
 * before end; or -1.
 */
function commaBeforeSubject({ text, tokens }: Frame, k: number): number {
  const t = tokens[k];
  const isSubject =
    isWord(t) &&
    (t.cap || PRONOUNS.has(t.lower) || DETERMINERS.has(t.lower) || t.lower === 'there');
  if (!isSubject) return -1;
  if (is(tokens[k - 1], ',')) return k - 1;
  return endsInComma(text, tokens[k - 1]) ? k : -1;
}

/** Whether a verb begins at `k` whose subject is no small word right before it. */
function opensVerb(tokens: readonly Token[], k: number, from: number): boolean {
  const before = tokens[k - 1];
  if (!looksVerb(tokens[k]) || (k > from && (looksVerb(before) || isAdverb(before)))) return false;
  return !(
    isWord(before) &&
    (CONJUNCTIONS.has(before.lower) ||
      RELATIVES.has(before.lower) ||
      PRONOUNS.has(before.lower) ||
      before.lower === 'that')
  );
}

/**
 * Where the words end that begin at token `from`: at the sentence's end, at one of the `later`
 * attributions, or where the writer's own words begin.
 */
export function contentEnd(
  frame: Frame,
  attribution: Attribution,
  later: readonly Attribution[],
  from: number,
): number {
  const last = Math.min(relativeEnd(frame, attribution, from), nounEnd(frame, attribution, from));
  for (const next of later) {
    if (next.begin <= from) continue;
    if (next.begin >= last) break;
    const end = nextAttributionEnds(frame, next, { from, to: last });
    if (end !== null) return end;
  }
  return tailOf(frame, attribution, from, last);
}

/**
 * Whether more of the clause follows a quotation that begins the words: `"remaining pockets" are
 * gone`.
 */
export function goesOnAfter(frame: Frame, at: number, end: number, quote: Stretch): boolean {
  const { text, tokens } = frame;
  const next = tokens[at + 1];
  if (!next || at + 1 >= end || endsWith(text, quote, /[.!?,]['’”"]?$/)) return false;
  const words = wordCount(text, quote.inner);
  if (next.kind === 'punct' && /^[—–(;,]$/.test(next.lower)) return words < 4;
  if (!isWord(next)) return true;
  const isLong = words >= 8;
  return !(
    isAnotherDeed(tokens, at + 1) ||
    isTimeOfSaying(tokens, at) ||
    (isLong && /^(?:in|during|on|at|when|after|as|while|to|before|and|but)$/.test(next.lower))
  );
}

/** "said “No way” |and left the room". */
function isAnotherDeed(tokens: readonly Token[], k: number): boolean {
  const verb = tokens[k + 1];
  return (
    /^(?:and|but)$/.test(lowerOf(tokens[k])) &&
    isWord(verb) &&
    (looksVerb(verb) || CUES.get(verb.lower)?.form === 's')
  );
}

/** "tweeted “Thank you Indiana!” |on Friday". */
const isTimeOfSaying = (tokens: readonly Token[], quote: number): boolean =>
  /^(?:on|in|at|during|last|this|earlier|later)$/.test(lowerOf(tokens[quote + 1])) &&
  isWord(tokens[quote + 2]) &&
  TIME.has(lowerOf(tokens[quote + 2])) &&
  !/['’]s$/.test(lowerOf(tokens[quote - 1]));
