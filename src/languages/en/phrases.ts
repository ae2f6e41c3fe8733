/**
 * Noun phrases without a parser: where the words that name a subject begin and end. Takes the tokens of a paragraph,
 * gives runs of them; knows no names, cues' grammar or other paragraphs.
 */
export {
  AUXILIARIES,
  CONJUNCTIONS,
  DETERMINERS,
  INDEFINITES,
  OBJECTS,
  POSSESSIVES,
  PREPOSITIONS,
  PRONOUNS,
  RELATIVES,
} from './lexicon/closed-class.ts';
export { TIME } from './lexicon/time.ts';
export { appositionAt, isCallingBefore } from './phrases/apposition.ts';
export { phraseAfter } from './phrases/after.ts';
export { subjectBefore } from './phrases/before.ts';
export { sentenceSubject } from './phrases/first.ts';
export {
  endOfDescription,
  isName,
  isOfficeName,
  kindOf,
  pronounAt,
  spanOfTokens,
  type Phrase,
} from './phrases/kinds.ts';
export { trimLeft } from './phrases/start.ts';
export {
  is,
  isAdverb,
  isAuxiliary,
  isParticipleOfNoun,
  isWord,
  looksVerb,
  lowerOf,
} from './phrases/tokens.ts';
