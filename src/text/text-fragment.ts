/** Text fragments, which browsers scroll to and mark: https://wicg.github.io/scroll-to-text-fragment/ */

/** Longer passages are named by their beginning and their end. */
const MOST_WORDS = 14;
const AT_ENDS = 5;
const AT_PREFIX = 3;

/** Words of a directive: what parts its terms is none of them. */
export const encodedWords = (words: string): string =>
  encodeURIComponent(words).replaceAll('-', '%2D');

const encode = (words: readonly string[]): string => encodedWords(words.join(' '));

/**
 * What stands behind the fragment of an address: `:~:text=the%20crews`. `before` stands in front of the words in their
 * paragraph: its last words tell this place from others where the same is said.
 */
export function textDirective(exact: string, before = ''): string {
  const words = wordsIn(exact);
  const prefix = encode(wordsIn(before).slice(-AT_PREFIX));
  return `:~:text=${prefix && `${prefix}-,`}${
    words.length > MOST_WORDS ? ends(words, words) : encode(words)
  }`;
}

/** The same for words that begin in one paragraph and end in another. */
export const textDirectiveAcross = (first: string, last: string): string =>
  `:~:text=${ends(wordsIn(first), wordsIn(last))}`;

const wordsIn = (text: string): string[] => text.split(/\s+/).filter(Boolean);

const ends = (first: readonly string[], last: readonly string[]): string =>
  `${encode(first.slice(0, AT_ENDS))},${encode(last.slice(-AT_ENDS))}`;
