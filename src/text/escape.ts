/** Words as a part of something that reads some characters in its own way. */

/** As a part of a regular expression, where they mean themselves. */
export const inPattern = (words: string): string => words.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
