/** What a line is by its length and marks alone, whatever its language. */

/** A paragraph of running text: long, and ended by a stop. */
export const isProse = (line: string) => line.length >= 100 && /[.!?]["”’')\]]*$/.test(line.trim());

export const isSentence = (line: string) => /[.!?…]["”’»)\]]*$/.test(line);
/** "By Friday the boat will be gone." */
export const isLongSentence = (line: string) => isSentence(line) && line.split(' ').length > 6;
