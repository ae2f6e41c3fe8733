/** Text fragments, which browsers scroll to and mark: https://wicg.github.io/scroll-to-text-fragment/ */

/** Longer passages are named by their beginning and their end. */
const MOST_WORDS = 14;
const AT_ENDS = 5;

const encode = (words: readonly string[]): string =>
  encodeURIComponent(words.join(' ')).replaceAll('-', '%2D');

/** What stands behind the fragment of an address: `:~:text=the%20crews`. */
export function textDirective(exact: string): string {
  const words = exact.trim().split(/\s+/);
  const text =
    words.length > MOST_WORDS
      ? `${encode(words.slice(0, AT_ENDS))},${encode(words.slice(-AT_ENDS))}`
      : encode(words);
  return `:~:text=${text}`;
}
