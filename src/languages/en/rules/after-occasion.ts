/** Where the words begin that follow an occasion: "said in an interview with the paper that". */
import type { Token } from '../../../engine/draft.ts';
import { at } from '../../../text/certain.ts';
import { CUES } from '../cues.ts';
import { set } from '../lexicon/set.ts';
import {
  CONJUNCTIONS,
  DETERMINERS,
  PREPOSITIONS,
  PRONOUNS,
  TIME,
  is,
  isWord,
  looksVerb,
  lowerOf,
  phraseAfter,
} from '../phrases.ts';
import { NOWHERE, isTitle, wordsAt, type Search, type WordsAfter } from './frame.ts';

/** Where the words begin behind an occasion that opens at token `k`. */
export const afterOccasion = (search: Search, k: number): WordsAfter =>
  markedAfter(search, k) ?? bareAfter(search, k) ?? NOWHERE;

/** Tokens within which "that" goes with a weak verb of saying. */
const NEAR = 4;

/** Words that a quotation mark, a colon or "that" opens; undefined if none of them does. */
function markedAfter(search: Search, k: number): WordsAfter | undefined {
  const { frame, attribution } = search;
  const { tokens, last } = frame;
  const isOfWho = attribution.subject?.kind === 'relative';
  for (let m = k + 1; m < Math.min(last, k + 32); m++) {
    const t = at(tokens, m);
    const before = tokens[m - 1];
    if (t.kind === 'quote') {
      if (isWorkNamed(search, m)) return undefined;
      if (is(before, ':')) return wordsAt(frame, m, 'colon');
      if (is(before, ',') || isLongQuote(search, m)) return wordsAt(frame, m, 'quote');
    }
    // "who wrote to her say they are “worried”": the next verb of saying has the words.
    if (isOfWho && m > k + 1 && isWord(t) && CUES.get(t.lower)?.lemma === 'say') return undefined;
    if (is(t, ':')) return wordsAt(frame, m + 1, 'colon');
    // "began to roll in, and it became clear that": far from a weak verb
    if (is(t, 'that') && attribution.strength < 2 && m - k > NEAR) return undefined;
    if (is(t, 'that') && m > k + 1 && !PREPOSITIONS.has(lowerOf(before))) {
      const clause = clauseBefore(tokens, k + 1, m);
      return clause < 0 ? wordsAt(frame, m + 1, 'that') : wordsAt(frame, clause, 'bare');
    }
    if (is(t, ';')) return undefined;
  }
  return undefined;
}

/** Nouns that a clause with "that" completes. */
const WITH_THAT = set(
  'news fact idea feeling belief rumour rumor sense hope fear evidence proof sign',
);

/**
 * "said in the night, |he got a letter that the mill had burned": where the words begin if the
 * clause with "that" at token `that` belongs to a noun of theirs; -1 if it is what was said.
 */
function clauseBefore(tokens: readonly Token[], from: number, that: number): number {
  if (is(tokens[that - 1], ',')) return -1;
  for (let k = from + 1; k < that - 1; k++) {
    const t = tokens[k];
    const before = tokens[k - 1];
    if (!isWord(t) || !(PRONOUNS.has(t.lower) || DETERMINERS.has(t.lower))) continue;
    const isBehindTime = isWord(before) && TIME.has(before.lower) && PRONOUNS.has(t.lower);
    if (!is(before, ',') && !isBehindTime) continue;
    const hasVerb = tokens.slice(k + 1, that).some((one) => isVerb(one));
    if (hasVerb || WITH_THAT.has(lowerOf(tokens[that - 1]))) return k;
  }
  return -1;
}

const isVerb = (t: Token): boolean =>
  looksVerb(t) ||
  (isWord(t) && !t.cap && /^(?:[a-z]{3,}ed|got|had|saw|found|heard|swore|took)$/.test(t.lower));

/** "in her novel, “The Long Road”": a title in marks after what it is. */
function isWorkNamed({ frame, hasBefore }: Search, m: number): boolean {
  const { text, tokens } = frame;
  const quoted = at(tokens, m);
  const noun = tokens[m - 2];
  return (
    !hasBefore &&
    is(tokens[m - 1], ',') &&
    quoted.end - quoted.start < 60 &&
    isWord(noun) &&
    !noun.cap &&
    quoted.quote !== null &&
    isTitle(text.slice(quoted.quote.inner.start, quoted.quote.inner.end))
  );
}

function isLongQuote({ frame: { tokens }, attribution, hasBefore }: Search, m: number): boolean {
  const quoted = at(tokens, m);
  return (
    !hasBefore &&
    attribution.strength > 1 &&
    quoted.end - quoted.start > 20 &&
    !DETERMINERS.has(lowerOf(tokens[m - 1]))
  );
}

/**
 * "said in June |he would", "said of the plan, |it was late": words without a mark behind a short
 * occasion.
 */
function bareAfter(search: Search, k: number): WordsAfter | undefined {
  const { frame, attribution, hasBefore } = search;
  const { tokens, last } = frame;
  const { strength, bare, kind } = attribution;
  if (hasBefore || strength < 3 || !(bare || kind === 'asked')) return undefined;
  const after = phraseAfter(tokens, k + 1, last)?.to ?? k + 1;
  if (is(tokens[after], ',') && after + 2 < last && !goesOn(tokens[after + 1]))
    return wordsAt(frame, after + 1, 'bare');
  if (/^(?:about|for|of)$/.test(lowerOf(tokens[k]))) return undefined;
  for (let m = k + 2; m < Math.min(last, k + 16); m++) {
    const t = tokens[m];
    const opens = isWord(t) && (PRONOUNS.has(t.lower) || t.lower === 'the');
    const before = lowerOf(tokens[m - 1]);
    // "confessed to the theft and |the jury took an hour": another clause
    if (before === 'and' && opens) return undefined;
    if (opens && !PREPOSITIONS.has(before)) return wordsAt(frame, m, 'bare');
  }
  return undefined;
}

/** A participle or a conjunction: the writer's words go on. */
const goesOn = (t: Token | undefined): boolean =>
  isWord(t) && (t.lower.endsWith('ing') || CONJUNCTIONS.has(t.lower));
