/** Lines that are no running text: headings, bylines, credits. Whoever stands on one is not whom a pronoun takes up. */
import type { Span } from '../../model/records.ts';
import { at } from '../../text/certain.ts';

/** `capitals`: most words begin with one, so that they tell no names; `plain`: another line without a sentence. */
export type Line = 'capitals' | 'plain';

/** Characters of the longest heading, and of the longest line of another kind. */
const LONGEST_HEADING = 140;
const LONGEST = 60;
/** A word of so many letters begins with a capital in a heading. */
const LONG = 4;
/** So many of its long words do. */
const MOST = 0.8;
/** So many words make a heading of a line that ends like a sentence. */
const SURELY = 4;

const SENTENCE_END = /[.!?:;,…—–-][\s"'”’»)\]]*$/;
const BEGINS_SMALL = /^[\s"'“‘«(]*\p{Ll}/u;

/** What a paragraph is beside running text; null for running text. */
export function lineAt(text: string, paragraphs: readonly Span[], index: number): Line | null {
  const { start, end } = at(paragraphs, index);
  if (end - start > LONGEST_HEADING) return null;
  const words = text.slice(start, end);
  const next = paragraphs[index + 1];
  // A sentence that goes on in the next line is a sentence.
  const goesOn = next !== undefined && BEGINS_SMALL.test(text.slice(next.start, next.start + 6));
  if (BEGINS_SMALL.test(words) || goesOn) return null;
  const isOpen = !SENTENCE_END.test(words);
  if (isOpen ? isCapitalised(words) : isAllCapitalised(words)) return 'capitals';
  if (!isOpen) return null;
  return end - start <= LONGEST ? 'plain' : null;
}

/** Every word of three letters begins with a capital, of several: a heading that ends like a sentence. */
function isAllCapitalised(words: string): boolean {
  const all = words.match(/\p{L}[\p{L}’'-]{2,}/gu) ?? [];
  return all.length >= SURELY && all.every((word) => /^\p{Lu}/u.test(word));
}

/** Nearly every longer word begins with a capital. */
function isCapitalised(words: string): boolean {
  const long = words.match(/\p{L}[\p{L}’'-]*/gu)?.filter(({ length }) => length >= LONG) ?? [];
  return (
    long.length > 1 && long.filter((word) => /^\p{Lu}/u.test(word)).length >= MOST * long.length
  );
}
