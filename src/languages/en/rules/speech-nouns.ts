/** Nouns of speech with whose they are: “her warning that”. */
import type { Token } from '../../../engine/draft.ts';
import { SPEECH_NOUNS } from '../cues.ts';
import {
  DETERMINERS,
  OBJECTS,
  POSSESSIVES,
  PREPOSITIONS,
  is,
  isWord,
  looksVerb,
  lowerOf,
  phraseAfter,
  type Phrase,
} from '../phrases.ts';
import type { Attribution, Frame } from './frame.ts';

/** "Ann Lee's claim that", "his warning that": a noun of speech, with whose it is. */
export function speechNounAt(frame: Frame, i: number): OfNoun | null {
  const { tokens } = frame;
  const noun = lowerOf(tokens[i]);
  const author = authorBehind(frame, i);
  const told = author && { subject: author, begin: i, end: author.to };
  if (told) return { ...ofNoun(i, noun), ...told };
  if (!SPEECH_NOUNS.has(noun) || !is(tokens[i + 1], 'that') || !isWord(tokens[i + 2])) return null;
  const owner = ownerBefore(frame, i);
  return owner && { ...ofNoun(i, noun), subject: owner, begin: owner.from, end: i + 1 };
}

type OfNoun = Omit<Attribution, 'shares' | 'passer' | 'inverted' | 'quotedAs'>;

const ofNoun = (i: number, lemma: string): Omit<OfNoun, 'subject' | 'begin' | 'end'> => ({
  from: i,
  to: i + 1,
  kind: 'said',
  strength: 3,
  form: 'past',
  bare: false,
  naming: false,
  addressee: false,
  infinitive: false,
  lemma,
  negative: false,
  according: false,
});

/** "this quote |from Ann Lee|: “…”": who is named between a noun for printed words and the mark before them. */
function authorBehind({ tokens, last }: Frame, i: number): Phrase | null {
  if (!/^(?:quote|quotation|passage|excerpt|line|words)$/.test(lowerOf(tokens[i]))) return null;
  if (!/^(?:from|by|of)$/.test(lowerOf(tokens[i + 1]))) return null;
  const author = phraseAfter(tokens, i + 2, last);
  return author?.kind === 'name' &&
    is(tokens[author.to], ':') &&
    tokens[author.to + 1]?.kind === 'quote'
    ? author
    : null;
}

/**
 * "|Ann Lee's latest claim", "|his warning", "|the company's denial": whose the noun at token `i`
 * is.
 */
function ownerBefore({ tokens, from }: Frame, i: number): Phrase | null {
  let k = i - 1;
  while (k > from && i - k < 4 && isBetween(tokens[k])) k--;
  const owner = tokens[k];
  if (k < from || !isWord(owner) || !isOwner(owner)) return null;
  const rest = { to: k + 1, apposed: null, antecedent: null };
  if (POSSESSIVES.has(owner.lower)) return { ...rest, from: k, kind: 'pronoun' };
  let begin = k;
  for (; begin > from && k - begin < 6; begin--) {
    const t = tokens[begin - 1];
    if (!isWord(t) || looksVerb(t) || PREPOSITIONS.has(t.lower)) break;
    if (owner.cap ? !t.cap : DETERMINERS.has(lowerOf(tokens[begin]))) break;
  }
  if (owner.cap) return { ...rest, from: begin, kind: 'name' };
  return DETERMINERS.has(lowerOf(tokens[begin]))
    ? { ...rest, from: begin, kind: 'description' }
    : null;
}

/** A word between the owner and the noun: "Ann Lee's |latest claim". */
const isBetween = (t: Token | undefined): boolean =>
  isWord(t) &&
  !isOwner(t) &&
  !DETERMINERS.has(t.lower) &&
  !PREPOSITIONS.has(t.lower) &&
  !looksVerb(t);

const isOwner = (t: Token): boolean =>
  (POSSESSIVES.has(t.lower) && !OBJECTS.has(t.lower)) ||
  t.lower === 'her' ||
  /(?:'s|s')$/.test(t.lower);
