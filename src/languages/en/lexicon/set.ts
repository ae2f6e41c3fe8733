/** Words parted by white space, in order. */
export const words = (text: string): readonly string[] => text.trim().split(/\s+/);

/** The same as a set. */
export const set = (text: string): ReadonlySet<string> => new Set(words(text));

/** Names parted by commas or line breaks, which may hold blanks. */
export const list = (names: string): readonly string[] => names.trim().split(/[,\n]/);
