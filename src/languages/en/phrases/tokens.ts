/** Questions to one token: which class its word belongs to, as far as the lexicon tells. */
import type { Token } from '../../../engine/draft.ts';
import { CUES } from '../cues.ts';
import { AUXILIARIES, DETERMINERS, PREPOSITIONS } from '../lexicon/closed-class.ts';
import { set } from '../lexicon/set.ts';
import { NAME_PARTICLES } from '../lexicon/person-names.ts';
import { ADVERBS, FINITE, NOT_ADVERBS } from '../lexicon/verbs.ts';

type Maybe = Token | undefined;

export const isWord = (t: Maybe): t is Token => t !== undefined && t.kind === 'word';
/** Whether a token, no quotation, reads so in small letters. */
export const is = (t: Maybe, mark: string): boolean =>
  t !== undefined && t.kind !== 'quote' && t.lower === mark;
/** The word in small letters; empty beyond either end of the text. */
export const lowerOf = (t: Maybe): string => t?.lower ?? '';
export const isCapitalised = (t: Maybe): t is Token => t?.cap === true;
export const isDeterminer = (t: Maybe): boolean => DETERMINERS.has(lowerOf(t));
export const isPreposition = (t: Maybe): boolean => PREPOSITIONS.has(lowerOf(t));
export const isApostrophe = (t: Maybe): boolean => t?.lower === "'" || t?.lower === '’';

/** A word of a name: a capitalised one, or a particle such as “van”. */
export const isOfName = (t: Maybe): boolean => isWord(t) && (t.cap || NAME_PARTICLES.has(t.lower));

export const isAdverb = (t: Maybe): boolean =>
  isWord(t) &&
  (ADVERBS.has(t.lower) ||
    (t.lower.length > 4 && t.lower.endsWith('ly') && !NOT_ADVERBS.has(t.lower) && !t.cap));
export const isAuxiliary = (t: Maybe): boolean => isWord(t) && AUXILIARIES.has(t.lower);

/** Whether a word is a finite verb, as far as lists tell. */
export const looksVerb = (t: Maybe): boolean => {
  if (!isWord(t) || t.cap) return false;
  if (FINITE.has(t.lower) || AUXILIARIES.has(t.lower)) return true;
  const cue = CUES.get(t.lower);
  return cue !== undefined && !cue.noun && cue.form !== 'base' && cue.form !== 'ing';
};

/** What stands before a noun, and never by itself before a verb. */
const ARTICLES = set('the a an his her its their our my your every');

/** "the |estimated value", "the |accused", "a widely |reported case": a participle with its article. */
export function isParticipleOfNoun(tokens: readonly Token[], at: number): boolean {
  const word = lowerOf(tokens[at]);
  const form = CUES.get(word)?.form;
  if (form !== 'past' && form !== 'participle' && !word.endsWith('ed')) return false;
  let k = at - 1;
  while (k > 0 && isAdverb(tokens[k])) k--;
  return k >= 0 && ARTICLES.has(lowerOf(tokens[k]));
}
