/** Words parted by blanks, as a set. */
export const set = (words: string): ReadonlySet<string> => new Set(words.split(' '));

/** Names parted by commas or line breaks, which may hold blanks. */
export const list = (names: string): readonly string[] => names.trim().split(/[,\n]/);
