/**
 * Words as the search sees them: case, accents and kinds of apostrophe folded, hyphens and all other
 * punctuation parting words. Texts, queries and marks in a page all take their words from here.
 */
export interface Token {
  /** Folded; an apostrophe inside a word stays, as `'`. */
  word: string;
  start: number;
  end: number;
}

const APOSTROPHES = "'’‘ʼʻʿʾˈ`´′＇";
// Scripts that write no spaces between words: each character is a word of its own.
const UNSPACED =
  '[\\p{Script=Han}\\p{Script=Hiragana}\\p{Script=Katakana}\\p{Script=Thai}\\p{Script=Lao}\\p{Script=Khmer}]\\p{M}*';
const LETTERS = `(?:(?!${UNSPACED})[\\p{L}\\p{N}\\p{M}])+`;
const WORD = new RegExp(`${UNSPACED}|${LETTERS}(?:[${APOSTROPHES}]${LETTERS})*`, 'gu');
const ANY_APOSTROPHE = new RegExp(`[${APOSTROPHES}]`, 'gu');

const foldWord = (word: string): string =>
  word
    .replace(ANY_APOSTROPHE, "'")
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .normalize('NFKC');

/** The words of a text with their places in it. */
export function tokens(text: string): Token[] {
  const found: Token[] = [];
  for (const match of text.matchAll(WORD)) {
    const word = foldWord(match[0]);
    if (word) found.push({ word, start: match.index, end: match.index + match[0].length });
  }
  return found;
}

/** The words of a text, folded. */
export const words = (text: string): string[] => tokens(text).map(({ word }) => word);

/** A folded word as the index holds it: letters and digits only. */
export const plain = (word: string): string => word.replace(/[^\p{L}\p{N}]/gu, '');

/** A text as the index holds it: one plain word per word of the text, in order. */
export const indexed = (text: string): string =>
  words(text)
    .map((word) => plain(word) || '0')
    .join(' ');

/** Where the phrase begins among the words, from `from` on; -1 if it does not occur. */
export function phraseAt(list: readonly string[], phrase: readonly string[], from = 0): number {
  if (phrase.length === 0) return -1;
  for (let at = from; at + phrase.length <= list.length; at++) {
    if (phrase.every((word, i) => list[at + i] === word)) return at;
  }
  return -1;
}

/** Exactly these words, in this order, beside one another. Case, accents, kinds of marks and punctuation do not count. */
export const hasPhrase = (list: readonly string[], phrase: readonly string[]): boolean =>
  phraseAt(list, phrase) >= 0;

/** Numbers of all words that belong to an occurrence of one of the phrases. */
export function phraseWords(
  list: readonly string[],
  phrases: readonly (readonly string[])[],
): Set<number> {
  const hit = new Set<number>();
  for (const phrase of phrases) {
    for (let at = phraseAt(list, phrase); at >= 0; at = phraseAt(list, phrase, at + 1)) {
      for (let i = 0; i < phrase.length; i++) hit.add(at + i);
    }
  }
  return hit;
}

/** A piece of a text that is, or is not, a hit. */
export interface Piece {
  text: string;
  hit: boolean;
}

/** Cuts `[from, to)` of a text into hits and the rest; neighbouring hits become one, with what stands between them. */
export function pieces(
  text: string,
  list: readonly Token[],
  hits: ReadonlySet<number>,
  from = 0,
  to = text.length,
): Piece[] {
  const found: Piece[] = [];
  const add = (piece: string, hit: boolean) => {
    if (piece) found.push({ text: piece, hit });
  };
  let at = from;
  for (let i = 0; i < list.length; i++) {
    if (!hits.has(i) || list[i]!.end <= from || list[i]!.start >= to) continue;
    const first = list[i]!;
    while (hits.has(i + 1) && i + 1 < list.length && list[i + 1]!.start < to) i++;
    add(text.slice(at, Math.max(at, first.start)), false);
    add(text.slice(Math.max(at, first.start), Math.min(to, list[i]!.end)), true);
    at = Math.min(to, list[i]!.end);
  }
  add(text.slice(at, to), false);
  return found;
}
