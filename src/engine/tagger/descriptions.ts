/** The features of `features.ts` in words, for the reasons that a claim gives. */
import { POS } from '../tokens.ts';
import type { View } from './view.ts';

/**
 * The features in their order. `{w-1}` is the word before, `{p+1}` the part of speech after, `{q}` where the token
 * lies with regard to quotation marks, `{conjunction}` the language's word for it.
 */
export const DESCRIPTIONS: readonly string[] = [
  'the word {w}',
  'the word before is {w-1}',
  'the word after is {w+1}',
  '{w-2} stands two words before',
  '{w+2} stands two words after',
  'a form of {w}',
  'a form of {w-1} stands before',
  'a form of {w+1} stands after',
  'the ending of {w}',
  'the ending of {w-1} before',
  'the ending of {w+1} after',
  'the capitals of {w}',
  'the capitals of {w-1} {w}',
  'the capitals of {w} {w+1}',
  'the capitals of {w-1} {w} {w+1}',
  'it is {p}',
  '{p-1} stands before',
  '{p+1} stands after',
  '{p-2} {p-1} stands before',
  '{p+1} {p+2} stands after',
  'the pattern {p-1} {p}',
  'the pattern {p} {p+1}',
  'the pattern {p-1} {p} {p+1}',
  'the pattern {p-2} {p-1} {p}',
  'the pattern {p} {p+1} {p+2}',
  'verbs of speech and words for people around {w}',
  'verbs of speech and words for people around {w}',
  'verbs of speech and words for people after {w}',
  'verbs of speech and words for people before {w}',
  'quotation marks around {w}',
  '{w} stands {q}',
  'after {w-1}, {q}',
  'before {w+1}, {q}',
  'quotation marks around {p}',
  '{p-1} {p} {q}',
  '{p} {p+1} {q}',
  'the length and the end of the words in marks',
  'words in marks after {w-1}',
  'words in marks, {p}',
  'words in marks end before {w}',
  'words in marks end before {w}',
  'words in marks begin after {w}',
  'words in marks begin after {w}',
  'words in marks begin after {w}',
  'a verb of speech in the sentence',
  'the verb of speech before it',
  'the verb of speech after it',
  'how near the verb of speech before it stands',
  'how near the verb of speech after it stands',
  'what lies between the verb of speech and {w}',
  'what lies between {w} and the verb of speech',
  'its distance to the verbs of speech',
  'commas and “{conjunction}” between it and the verbs of speech',
  'its place before a verb of speech that ends the sentence',
  'the words after the verb of speech',
  'the words after the verb of speech',
  'commas and “{conjunction}” since the verb of speech',
  'what lies between the verb of speech and the next mark',
  'the words around the verb of speech',
  'the words around the verb of speech',
  'the word before the verb of speech',
  'the word before the verb of speech',
  'the words before the verb of speech',
  'its place in the sentence',
  'its place in the sentence',
  'how near the end of the sentence it stands',
  'how the sentence begins',
  'how the sentence begins',
  'the place of its sentence in the paragraph',
  'its place in the paragraph',
  'how the sentence before ends',
  'the verb of speech in the sentence before',
  'the verb of speech in the sentence before',
  'the punctuation before and after it',
  'the punctuation before it',
  'the punctuation after it',
  'the punctuation and the verb of speech before it',
  'the punctuation and the verb of speech after it',
  'the word after the punctuation before it',
  'the word after the punctuation after it',
  'the words after the next punctuation',
  'what the rules say of {w}',
  'what the rules say of {w-1} {w}',
  'what the rules say of {w} {w+1}',
  'what the rules say of {w}',
  'what the rules say of {w}',
  'what the rules say of {w-1} {w} {w+1}',
  'what the rules found in the sentence',
  'what the rules found in the sentence',
  'how near the cue is that the rules found',
  'how near the cue is that the rules found',
  'what the rules found in the sentence of {w}',
  'the cue that the rules found',
  'what the rules found in the sentence',
  'what the rules found in this sentence and the one before',
  'what the rules say of {w} and {w+2}',
  'what the rules say of {w} and {w-2}',
];

const PLACES = [
  'outside quotation marks',
  'inside quotation marks',
  'at an opening mark',
  'at a closing mark',
];

/** Feature `slot` of token `i` in words: its template with the words and parts of speech it saw. */
export function describe({ tokens, a, n, layout }: View, i: number, slot: number): string {
  const template = DESCRIPTIONS[slot] ?? `feature ${slot}`;
  return template
    .replace(/\{([wp])([+-]\d)?\}/g, (_, what: string, by: string | undefined) => {
      const at = i + Number(by ?? 0);
      if (at < 0) return 'the beginning';
      if (at >= n) return 'the end';
      return what === 'w'
        ? `“${tokens.text.slice(tokens.start[a + at], tokens.end[a + at])}”`
        : (POS[tokens.pos[a + at] ?? 0] ?? '');
    })
    .replace('{conjunction}', layout.lexicon.conjunction.word)
    .replace('{q}', PLACES[layout.quote[i] ?? 0] ?? '');
}
