/**
 * Words as the search sees them: case, accents, letters of one alphabet's many kinds and kinds of apostrophe folded,
 * hyphens and all other punctuation parting words. Texts, queries and marks in a page all take their words from here.
 */
import { at } from '../text/certain.ts';
import { UNSEEN as NOT_SEEN } from '../text/unseen.ts';
import { MARKLESS, plainLetters } from '../text/letters.ts';

export interface Token {
  /** Folded; an apostrophe inside a word stays, as `'`. */
  word: string;
  start: number;
  end: number;
  /**
   * Is one with the word before it: behind a hyphen ("Luc" of "Jean-Luc"), as the next letter of initials ("S" of
   * "U.S.") or as the next three figures of a number ("000" of "10,000").
   */
  glued?: 'hyphen' | 'initials' | 'figures';
  /** Its word as those write it who lack its letters: "mueller" for "Müller". */
  also?: string;
}

const APOSTROPHES = "'’‘‛ʼʻʽʹʿʾˈˊ`´′＇׳״";
/** A straight mark that stands for the Hebrew one in a word of initials. */
const GERSHAYIM = '(?<=\\p{Script=Hebrew})"(?=\\p{Script=Hebrew})';
// Scripts that write no spaces between words: each character is a word of its own.
const UNSPACED =
  '[\\p{Script=Han}\\p{Script=Hiragana}\\p{Script=Katakana}\\p{Script=Thai}\\p{Script=Lao}\\p{Script=Khmer}]\\p{M}*';
/** What is not seen and is no part of a word. */
const UNSEEN = `\\u034F\\u180E${NOT_SEEN}`;
const LETTERS = `(?:(?!${UNSPACED})[\\p{L}\\p{N}\\p{M}])(?:(?!${UNSPACED})[\\p{L}\\p{N}\\p{M}${UNSEEN}])*`;
const WORD = new RegExp(
  `${UNSPACED}|${LETTERS}(?:(?:[${APOSTROPHES}]|${GERSHAYIM})${LETTERS})*`,
  'gu',
);
/** Lines of no other letters than plain ones, and marks that are in no word of theirs. */
const OTHER_LETTERS = /[^\0-\x7f\n\xa0\u2013\u2014\u2018-\u201f\u2026«»]/;
/** What `WORD` finds in such a line, found at a fraction of the cost. */
const PLAIN_WORD = new RegExp(`[A-Za-z0-9]+(?:[${APOSTROPHES}][A-Za-z0-9]+)*`, 'g');
const PLAIN_LETTERS = /^[A-Za-z0-9]*$/;
const ANY_APOSTROPHE = new RegExp(`[${APOSTROPHES}"]`, 'gu');
const ANY_UNSEEN = new RegExp(`[${UNSEEN}]`, 'gu');
/** Every hyphen and the points that Catalan and others set within words; no dash that parts sentences. */
const HYPHEN = new RegExp(
  `^[${UNSEEN}]*[-\\u058A\\u05BE\\u2010-\\u2013\\u2212\\u2E17\\u30A0\\uFE58\\uFE63\\uFF0D\\u00B7\\u2027/_][${UNSEEN}]*$`,
  'u',
);

/** What parts thousands; an apostrophe stands within a word. */
const THOUSANDS = /^[,.\xa0\u2009\u202F\u066C]$/u;
const UP_TO_THREE = /^\d{1,3}$/;
const THREE = /^\d{3}$/;
const LETTER = /^\p{L}$/u;

/** How a word is one with the word before it, and what stands between them. */
function gluedBy(before: string, between: string, word: string): Token['glued'] {
  if (between.length === 0 || between.length > 3) return undefined;
  if (HYPHEN.test(between)) return 'hyphen';
  if (between === '.' && LETTER.test(before) && LETTER.test(word)) return 'initials';
  return THOUSANDS.test(between) && UP_TO_THREE.test(before) && THREE.test(word)
    ? 'figures'
    : undefined;
}

const foldWord = (word: string): string =>
  PLAIN_LETTERS.test(word)
    ? word.toLowerCase()
    : plainLetters(
        word
          .replace(ANY_UNSEEN, '')
          .replace(ANY_APOSTROPHE, "'")
          .normalize('NFKD')
          .replace(MARKLESS, '')
          .toLowerCase()
          .normalize('NFKC')
          .replace(ANY_APOSTROPHE, "'"),
      ).replace(/^'+|'+$/g, '');

/** The words of a text with their places in it. */
export function tokens(text: string): Token[] {
  const found: Token[] = [];
  for (let start = 0; start < text.length;) {
    const lineEnd = text.indexOf('\n', start);
    const end = lineEnd < 0 ? text.length : lineEnd + 1;
    tokensOfLine(found, text.slice(start, end), start);
    start = end;
  }
  return found;
}

/** Adds the words of a line that begins at an offset. No word and no compound goes over lines. */
function tokensOfLine(found: Token[], line: string, offset: number): void {
  const isPlain = !OTHER_LETTERS.test(line);
  let end = -1;
  for (const match of line.matchAll(isPlain ? PLAIN_WORD : WORD)) {
    const word = foldWord(match[0]);
    if (!word) continue;
    const start = match.index;
    const token: Token = { word, start: start + offset, end: start + match[0].length + offset };
    const before = end < 0 ? undefined : found.at(-1)?.word;
    const glued = before && gluedBy(before, line.slice(end, start), word);
    if (glued) token.glued = glued;
    end = start + match[0].length;
    const also = isPlain ? null : spelledInTwo(match[0]);
    if (also) token.also = also;
    found.push(token);
  }
}

/** The words of a text, folded. */
export const words = (text: string): string[] => tokens(text).map(({ word }) => word);

/** A folded word as the index holds it: letters and digits only. */
export const plain = (word: string): string =>
  PLAIN_LETTERS.test(word) ? word : word.replace(/[^\p{L}\p{N}]/gu, '');

const LONGEST_COMPOUND = 4;

/**
 * Where the run of words glued to one another, all in the same way, that begins at a word ends; the word alone where
 * none is.
 */
export function compoundEnd(list: readonly Token[], begin: number): number {
  const by = list[begin + 1]?.glued;
  let end = begin + 1;
  while (by && list[end]?.glued === by && end - begin < LONGEST_COMPOUND) end++;
  return end;
}

const ARABIC_ARTICLE = /^(?:[وف]?[بك]?ال|[وف]?لل)(?=\p{Script=Arabic}{2})/u;
const HEBREW_PREFIX = /^(?:[ושכמ]?[הבלכמש]|ו)(?=\p{Script=Hebrew}{3})/u;
const HEBREW = /\p{Script=Hebrew}/u;
const UMLAUT: Record<string, string> = { ä: 'ae', ö: 'oe', ü: 'ue', å: 'aa', ø: 'oe' };

/**
 * Other forms under which a word is found: without an Arabic article or a Hebrew prefix, and what stands after an
 * apostrophe ("Neill" of "O’Neill"). `word` is folded.
 */
export function formsOf(word: string): string[] {
  if (PLAIN_LETTERS.test(word)) return [];
  const forms = word.includes("'")
    ? word.split("'").filter((part) => part.length > 2 && !HEBREW.test(part))
    : [];
  const whole = plain(word);
  for (const prefix of [ARABIC_ARTICLE, HEBREW_PREFIX]) {
    const bare = whole.replace(prefix, '');
    if (bare !== whole) forms.push(bare);
  }
  return forms.map(plain);
}

const UMLAUTS = /[äöüåø\u0308\u030A]/iu;

/** "mueller" for "Müller"; null where a word has none of these letters. */
function spelledInTwo(printed: string): string | null {
  if (!UMLAUTS.test(printed)) return null;
  const lower = printed.normalize('NFC').toLowerCase();
  const spelt = lower.replace(/[äöüåø]/g, (letter) => UMLAUT[letter] ?? letter);
  return spelt === lower ? null : plain(foldWord(spelt));
}

/**
 * What the index holds of a text beside its words: other forms of a word, and compounds, initials and numbers
 * written in one ("alsayed" for "al-Sayed", "us" for "U.S.", "10000" for "10,000").
 */
export const otherForms = (text: string): string[] => formsIn(tokens(text));

/** The same of a text that is taken apart already. */
export function formsIn(list: readonly Token[]): string[] {
  const forms = new Set<string>();
  for (let i = 0; i < list.length; i++) {
    const { word, also } = at(list, i);
    for (const form of formsOf(word)) forms.add(form);
    if (also) forms.add(also);
    const by = list[i + 1]?.glued;
    if (!by) continue;
    const last = compoundEnd(list, i);
    const isOneNumber = by === 'figures';
    // A number is found whole.
    if (isOneNumber && list[i]?.glued === by) continue;
    for (let to = isOneNumber ? last : i + 2; to <= last; to++) {
      const joined = list.slice(i, to).map((token) => plain(token.word));
      if (isOneNumber || joined.some((part) => /\p{L}/u.test(part))) forms.add(joined.join(''));
    }
  }
  forms.delete('');
  return [...forms];
}

/** Parts the text of a page from the forms that are indexed with it; stands in no text. */
export const FORMS_AFTER = '⁂⁂⁂';

const BLANKS = /[^\S\uFEFF]+/;
/** One plain word, with nothing at its sides but ASCII marks and quotation marks. */
const AS_PRINTED =
  /^[\0-\x2f\x3a-\x40\x5b-\x60\x7b-\x7f\p{Pi}\p{Pf}]*[A-Za-z0-9]*[\0-\x2f\x3a-\x40\x5b-\x60\x7b-\x7f\p{Pi}\p{Pf}]*$/u;
/** Between words that an index of raw characters takes for one, as it parts them at ASCII marks only. */
const JOINING = /[^\u0000-\u007F\s\p{Pi}\p{Pf}]/u;

/**
 * Words of a text that an index of its raw characters, which parts words at blanks and ASCII marks, would
 * miss: see `otherForms`; and words that folding changes.
 */
export function foldedForms(text: string): string[] {
  const forms = new Set<string>();
  for (const piece of new Set(text.split(BLANKS))) {
    if (AS_PRINTED.test(piece)) continue;
    const list = tokens(piece);
    for (const form of formsIn(list)) forms.add(form);
    const joins = JOINING.test(piece);
    for (const { word, start, end } of list) {
      const bare = plain(word);
      if (joins || bare !== piece.slice(start, end).toLowerCase()) forms.add(bare);
    }
  }
  forms.delete('');
  return [...forms];
}

/** A text as the index holds it: one plain word per word of the text, in order. */
export const indexed = (text: string): string =>
  words(text)
    .map((word) => plain(word) || '0')
    .join(' ');

/** Where the phrase begins among the words, from `from` on; -1 if it does not occur. */
function phraseAt(list: readonly string[], phrase: readonly string[], from = 0): number {
  if (phrase.length === 0) return -1;
  for (let place = from; place + phrase.length <= list.length; place++) {
    if (phrase.every((word, i) => list[place + i] === word)) return place;
  }
  return -1;
}

/**
 * Exactly these words, in this order, beside one another. Case, accents, kinds of marks and punctuation do not
 * count.
 */
export const hasPhrase = (list: readonly string[], phrase: readonly string[]): boolean =>
  phraseAt(list, phrase) >= 0;

/** Numbers of all words that belong to an occurrence of one of the phrases. */
export function phraseWords(
  list: readonly string[],
  phrases: readonly (readonly string[])[],
): Set<number> {
  const hit = new Set<number>();
  for (const phrase of phrases) {
    for (let from = phraseAt(list, phrase); from >= 0; from = phraseAt(list, phrase, from + 1)) {
      for (let i = 0; i < phrase.length; i++) hit.add(from + i);
    }
  }
  return hit;
}

/** A piece of a text that is, or is not, a hit. */
export interface Piece {
  text: string;
  hit: boolean;
}

/**
 * Cuts `[from, to)` of a text into hits and the rest; neighbouring hits become one, with what stands between
 * them.
 */
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
  let cut = from;
  for (let i = 0; i < list.length; i++) {
    const { start, end } = at(list, i);
    if (!hits.has(i) || end <= from || start >= to) continue;
    while (hits.has(i + 1) && (list[i + 1]?.start ?? to) < to) i++;
    const begin = Math.max(cut, start);
    const last = Math.min(to, at(list, i).end);
    add(text.slice(cut, begin), false);
    add(text.slice(begin, last), true);
    cut = last;
  }
  add(text.slice(cut, to), false);
  return found;
}
