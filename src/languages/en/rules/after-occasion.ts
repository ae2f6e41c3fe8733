/** Where the words begin that follow an occasion: "said in an interview with the paper that". */
import type { Token } from '../../../engine/draft.ts';
import { at } from '../../../text/certain.ts';
import { CUES } from '../cues.ts';
import {
  CONJUNCTIONS,
  DETERMINERS,
  PREPOSITIONS,
  PRONOUNS,
  is,
  isWord,
  lowerOf,
  phraseAfter,
} from '../phrases.ts';
import { NOWHERE, isTitle, wordsAt, type Search, type WordsAfter } from './frame.ts';

/** Where the words begin behind an occasion that opens at token `k`. */
export const afterOccasion = (search: Search, k: number): WordsAfter =>
  markedAfter(search, k) ?? bareAfter(search, k) ?? NOWHERE;

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
    if (is(t, 'that') && m > k + 1 && !PREPOSITIONS.has(lowerOf(before)))
      return wordsAt(frame, m + 1, 'that');
    if (is(t, ';')) return undefined;
  }
  return undefined;
}

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
    if (opens && !PREPOSITIONS.has(lowerOf(tokens[m - 1]))) return wordsAt(frame, m, 'bare');
  }
  return undefined;
}

/** A participle or a conjunction: the writer's words go on. */
const goesOn = (t: Token | undefined): boolean =>
  isWord(t) && (t.lower.endsWith('ing') || CONJUNCTIONS.has(t.lower));
