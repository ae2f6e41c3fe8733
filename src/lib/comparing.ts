/** Two wordings beside each other: what both have, and what only one has. */
import { diffWordsWithSpace } from 'diff';

export interface Piece { text: string; in: 'both' | 'first' | 'second' }

/** More words that only one wording has, and finding the fewest would take seconds. */
const MOST_EDITS = { maxEditLength: 3000 };

/** Word by word, or whole where the two have little in common; the pieces of `both` and `second` joined are the second text. */
export const differences = (first: string, second: string): Piece[] =>
  diffWordsWithSpace(first, second, MOST_EDITS)?.map(({ value, added, removed }) => ({ text: value, in: added ? 'second' : removed ? 'first' : 'both' }))
    ?? [{ text: first, in: 'first' }, { text: second, in: 'second' }];

/** The words a computed relation names in its reason, between quotation marks. */
export const namedWords = (why: string): string[] => [...why.matchAll(/[“"'‘]([^“”"'’‘]+)[”"'’]/g)].map((m) => m[1]!);

/** Cuts a text where it has any of the words, so that they can be set apart. */
export function withWords(text: string, words: readonly string[]): { text: string; hit: boolean }[] {
  const escaped = words.filter(Boolean).map((w) => w.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')).sort((a, b) => b.length - a.length);
  if (escaped.length === 0) return [{ text, hit: false }];
  const pattern = new RegExp(`(?<![\\p{L}\\p{N}])(${escaped.join('|')})(?![\\p{L}\\p{N}])`, 'giu');
  const pieces: { text: string; hit: boolean }[] = [];
  let at = 0;
  for (const match of text.matchAll(pattern)) {
    if (match.index > at) pieces.push({ text: text.slice(at, match.index), hit: false });
    pieces.push({ text: match[0], hit: true });
    at = match.index + match[0].length;
  }
  if (at < text.length) pieces.push({ text: text.slice(at), hit: false });
  return pieces;
}
