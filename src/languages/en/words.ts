/** A paragraph as words, punctuation and quotations, and where its sentences end. */
export type { Token } from '../../engine/draft.ts';
export { clauses, endsSentence, sentences } from './words/sentences.ts';
export { tokenize } from './words/tokenize.ts';
