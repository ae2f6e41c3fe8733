/** Words parted by blanks, as a set. */
export const set = (words: string): ReadonlySet<string> => new Set(words.split(' '));
