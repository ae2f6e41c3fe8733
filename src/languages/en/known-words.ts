/** Which words are English words, by the language model's own list: some 87,000 forms, proper names among them. */
import { knownForms } from './wink.ts';

let words: ReadonlySet<string> | undefined;

/** Read when first asked for. */
const known = (): ReadonlySet<string> => (words ??= new Set(knownForms()));

/** What may follow a word without making it another entry of a dictionary. */
const ENDINGS = /(?:s|es|ed|d|ing)$/;

/** What makes another word of a word when it stands before it. */
const PREFIXES = /^(?:anti|counter|dis|ex|inter|mis|non|over|out|pre|pro|re|sub|un|under)/;

/** Whether a word, in any letter case, is in the list, or what is left of it without an ending or a prefix is. */
export function isKnownWord(word: string): boolean {
  const lower = word.toLowerCase();
  if (known().has(lower)) return true;
  const root = lower.replace(PREFIXES, '');
  if (root.length > 3 && root !== lower && isKnownWord(root)) return true;
  const stem = lower.replace(ENDINGS, '');
  return stem.length > 3 && stem !== lower && known().has(stem);
}
