/** What a line is by its length and marks alone, whatever its language. */
import type { Span } from './span.ts';

/** Words of a text as one line. */
export const onOneLine = (text: string, { start, end }: Span): string =>
  text.slice(start, end).replace(/\s+/g, ' ');

/** Letters of which two or three make a word, and between whose words no blanks stand. */
const DENSE = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}]/gu;

/** How long a line is, as if it were written in letters of which five or six make a word. */
export const lengthAsLatin = (line: string): number =>
  line.length + 2 * (line.match(DENSE)?.length ?? 0);

/** A paragraph of running text: long, and ended by a stop. */
export const isProse = (line: string) =>
  /[.!?。！？।॥؟۔]["”’'»」』)\]]*$/.test(line.trim()) && lengthAsLatin(line) >= 100;

export const isSentence = (line: string) => /[.!?…。！？।॥؟۔]["”’»」』)\]]*$/.test(line);
/** "By Friday the boat will be gone." */
export const isLongSentence = (line: string) =>
  isSentence(line) && (line.split(' ').length > 6 || lengthAsLatin(line) > line.length + 30);

/** Characters; of 549 titles of US news and of texts from wikis none that ends with a full stop is as long. */
const LONGEST_TITLE = 160;

/**
 * Whether a line reads as running text and not as a title: it ends with a full stop, and is all there is
 * (`isAlone`), is longer than titles are, or goes on after somebody's words. (Of two sentences many a headline consists.)
 */
export function isRunningText(line: string, isAlone: boolean): boolean {
  if (!/[.…。।۔]["”’»」』)\]]*$/.test(line)) return false;
  if (isAlone || lengthAsLatin(line) > LONGEST_TITLE) return true;
  return /[“"«„][^“”"«»„]{3,}[”"»“]\s+\p{L}.*\p{L}.*\p{L}/u.test(line);
}
