/** The words themselves, or as many of their first characters as fit, with `…` for the rest. `most` counts UTF-16 units. */
export const shortened = (words: string, most: number): string =>
  words.length <= most ? words : `${words.slice(0, most - 1).trimEnd()}…`;
