/** The words of a language that the tagger's features ask about; the tagger itself knows none. */
import type { Span } from '../../model/records.ts';
import { hashText } from '../tokens.ts';

/** What a language's folder hands to the tagger: lemmas and words in lower case. */
export interface TaggerWords {
  /** Verbs, and words used like them, that report speech or writing. */
  speechVerbs: readonly string[];
  /** Verbs of thinking, wishing and feeling: not speech, though built like it. */
  beliefVerbs: readonly string[];
  /** Nouns for people and bodies that speak. */
  personNouns: readonly string[];
  /** The word that opens a clause of reported speech: "that". */
  conjunction: string;
  /** Reported words together with the conjunction before them, where there is one. */
  withConjunction(text: string, part: Span): Span;
}

/** The same, words as the hashes that tokens carry. */
export interface TaggerLexicon {
  readonly speechVerbs: ReadonlySet<number>;
  readonly beliefVerbs: ReadonlySet<number>;
  readonly personNouns: ReadonlySet<number>;
  readonly conjunction: { readonly word: string; readonly hash: number };
  withConjunction(text: string, part: Span): Span;
}

const hashes = (words: readonly string[]): ReadonlySet<number> => new Set(words.map(hashText));

/** Makes the words of a language ready for the tagger. */
export function lexiconOf(words: TaggerWords): TaggerLexicon {
  return {
    speechVerbs: hashes(words.speechVerbs),
    beliefVerbs: hashes(words.beliefVerbs),
    personNouns: hashes(words.personNouns),
    conjunction: { word: words.conjunction, hash: hashText(words.conjunction) },
    withConjunction: words.withConjunction,
  };
}
