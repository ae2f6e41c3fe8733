/** A paragraph as words, punctuation and quotations, and where its sentences end. */
import type { Span } from '../../model/records.ts';
import type { Clause, Token } from '../../engine/draft.ts';
import type { Stretch } from '../../engine/marks.ts';
import { MARK_LETTERS, nameMarksOf, QUOTING_MARKS, withoutHead } from '../../engine/name-marks.ts';
import { markNames } from './name-words.ts';
import { markReader } from './marks.ts';
import { STARTERS } from './lexicon/closed-class.ts';
import { TITLE_ABBREVIATIONS, OTHER_ABBREVIATIONS } from './lexicon/abbreviations.ts';

export type { Clause, Token } from '../../engine/draft.ts';

/** A name with its article: al-Amin, el-Baradei, al-‘Abadi, d’Estaing. */
const ARTICLED = new RegExp(
  `^(?:al|el|as|ash|ad|an|ar|at|az|ul|d|l|o|bin|ibn|abu)[-’'‑][${MARK_LETTERS}${QUOTING_MARKS}]?\\p{Lu}`,
  'u',
);
const WORDY = /[\p{L}\p{N}]/u;
const isWordChar = (code: number, text: string, i: number): boolean => {
  if (code < 128)
    return (code >= 97 && code <= 122) || (code >= 65 && code <= 90) || (code >= 48 && code <= 57);
  if (
    code === 0x2019 ||
    code === 0x201c ||
    code === 0x201d ||
    code === 0x2013 ||
    code === 0x2014 ||
    code === 0x2018
  )
    return false;
  if (code >= 0xd800 && code <= 0xdbff) return /\p{L}/u.test(text.slice(i, i + 2));
  if (code >= 0xdc00 && code <= 0xdfff) return i > 0 && /\p{L}/u.test(text.slice(i - 1, i + 1));
  return WORDY.test(text[i]!) || (code >= 0x300 && code <= 0x36f);
};
const isUpper = (c: string) => c !== c.toLowerCase() && c === c.toUpperCase();

const isCapital = (word: string): boolean =>
  isUpper(word[0]!) ||
  isUpper(withoutHead(word)[0] ?? ' ') ||
  ARTICLED.test(word) ||
  /^[’'‘][ts](?:-|$)/.test(word);

/** Cuts `[start, end)` into tokens; each quotation of `stretches` becomes one. Linear. */
export function tokenize(
  text: string,
  start: number,
  end: number,
  stretches: readonly Stretch[],
): Token[] {
  const tokens: Token[] = [];
  const named = nameMarksOf(text, markReader);
  const isIn = (i: number): boolean => isWordChar(text.charCodeAt(i), text, i) || named.has(i);
  let s = 0;
  let i = start;
  while (s < stretches.length && stretches[s]!.outer.end <= start) s++;
  while (i < end) {
    const next = stretches[s];
    if (next && i >= next.outer.start) {
      const to = Math.max(i + 1, Math.min(end, next.outer.end));
      tokens.push({
        start: i,
        end: to,
        kind: 'quote',
        lower: '"',
        cap: false,
        quote: next,
        stops: /[.,!?]$/.test(
          text.slice(Math.max(next.inner.start, next.inner.end - 1), next.inner.end),
        ),
      });
      i = to;
      s++;
      continue;
    }
    const limit = next ? Math.min(end, next.outer.start) : end;
    const code = text.charCodeAt(i);
    if (code === 32 || code === 10 || code === 9 || code === 13 || code === 160) {
      i++;
      continue;
    }
    if (
      isIn(i) ||
      ((code === 64 || code === 35) &&
        i + 1 < limit &&
        isWordChar(text.charCodeAt(i + 1), text, i + 1))
    ) {
      let j = i + 1;
      while (j < limit) {
        const d = text.charCodeAt(j);
        if (isIn(j)) {
          j++;
          continue;
        }
        const following = j + 1 < limit && isIn(j + 1);
        // ' ’ - ‑ & @ _ inside a word; . inside U.S. and 2.5; , inside 1,000
        if (
          following &&
          (d === 39 || d === 0x2019 || d === 45 || d === 0x2011 || d === 38 || d === 64 || d === 95)
        ) {
          j += 2;
          continue;
        }
        if (d === 46) {
          const single = j - i === 1 || text.charCodeAt(j - 2) === 46;
          const letter = text.charCodeAt(j - 1) > 57;
          if (
            following &&
            ((single && letter) ||
              !letter ||
              (text.charCodeAt(j + 1) >= 97 && text.charCodeAt(j + 1) <= 122))
          ) {
            j += 2;
            continue;
          }
          const so = text.slice(i, j).toLowerCase();
          const initial = single && letter && isUpper(text[i]!) && so !== 'i';
          if (
            initial ||
            (so.length < 7 &&
              (TITLE_ABBREVIATIONS.has(so) || OTHER_ABBREVIATIONS.has(so)) &&
              isUpper(text[i]!)) ||
            /^(?:a\.m|p\.m|e\.g|i\.e|vs)$/.test(so)
          )
            j++;
          break;
        }
        if (
          d === 44 &&
          following &&
          text.charCodeAt(j - 1) <= 57 &&
          text.charCodeAt(j + 1) <= 57 &&
          text.charCodeAt(j + 1) >= 48
        ) {
          j += 2;
          continue;
        }
        break;
      }
      const word = text.slice(i, j);
      tokens.push({
        start: i,
        end: j,
        kind: 'word',
        lower: word.toLowerCase().replaceAll('’', "'"),
        cap: isCapital(word),
        quote: null,
      });
      i = j;
      continue;
    }
    let j = i + 1;
    // "..." and "--" are one token
    while (j < limit && text[j] === text[i] && (text[i] === '.' || text[i] === '-')) j++;
    const mark = text.slice(i, j);
    tokens.push({
      start: i,
      end: j,
      kind: 'punct',
      lower: mark === '--' || mark === '---' ? '—' : mark.startsWith('..') ? '…' : mark,
      cap: false,
      quote: null,
    });
    i = j;
  }
  markNames(text, tokens);
  return tokens;
}

/** Whether the words of a quotation end a sentence: the last character is a full stop, `?` or `!`. */
export const endsSentence = (text: string, s: Stretch) =>
  /[.!?…]['’”"»)\]]?$/.test(text.slice(Math.max(s.inner.start, s.inner.end - 3), s.inner.end));

/** Whether an abbreviation's point also ends the sentence: a word that begins sentences follows. */
function pointEnds(token: Token, next: Token | undefined): boolean {
  if (!token.lower.endsWith('.') || token.kind !== 'word') return false;
  if (!next) return true;
  const base = token.lower.slice(0, -1);
  if (TITLE_ABBREVIATIONS.has(base)) return false;
  if (next.kind === 'quote') return base.includes('.') || base.length > 1;
  if (!next.cap || next.kind !== 'word') return false;
  if (base.length === 1) return false;
  return STARTERS.has(next.lower);
}

/** Sentences of a token list, quotations unopened: `"A. B," he said. "C."` is two. */
export function clauses(text: string, tokens: readonly Token[]): Clause[] {
  const found: Clause[] = [];
  let from = 0;
  for (let k = 0; k < tokens.length; k++) {
    const token = tokens[k]!;
    const next = tokens[k + 1];
    let ends = false;
    if (
      token.kind === 'punct' &&
      (token.lower === '.' || token.lower === '!' || token.lower === '?' || token.lower === '…')
    ) {
      ends =
        !next ||
        next.kind === 'quote' ||
        next.cap ||
        (next.kind === 'word' && /^[\d@#]/.test(next.lower)) ||
        (next.kind === 'punct' && /[(\[“"‘—–•*]/.test(next.lower));
      if (token.lower === '…' && next && next.kind !== 'quote' && !next.cap) ends = false;
      while (
        ends &&
        tokens[k + 1]?.kind === 'punct' &&
        /[)\]”’"'.!?]/.test(tokens[k + 1]!.lower) &&
        tokens[k + 1]!.start === tokens[k]!.end
      )
        k++;
    } else if (token.kind === 'word') ends = pointEnds(token, next);
    else if (
      token.kind === 'quote' &&
      next &&
      (next.cap || next.kind === 'quote') &&
      endsSentence(text, token.quote!)
    )
      ends = true;
    if (ends) {
      found.push({ from, to: k + 1 });
      from = k + 1;
    }
  }
  if (from < tokens.length) found.push({ from, to: tokens.length });
  return found;
}

/** Sentences as read, those inside quotations told apart too. */
export function sentences(text: string, start: number, end: number): Span[] {
  const tokens = tokenize(text, start, end, []);
  const found: Span[] = [];
  let from = -1;
  for (let k = 0; k < tokens.length; k++) {
    const token = tokens[k]!;
    if (from < 0) from = token.start;
    const isEnd = token.kind === 'punct' && /^[.!?…]$/.test(token.lower);
    if (!isEnd && !pointEnds(token, tokens[k + 1])) continue;
    let last = k;
    while (
      last < k + 4 &&
      tokens[last + 1]?.kind === 'punct' &&
      tokens[last + 1]!.start === tokens[last]!.end &&
      /^[.!?…)\]”’"'»]$/.test(tokens[last + 1]!.lower)
    )
      last++;
    let ahead = last + 1;
    while (
      ahead < last + 4 &&
      tokens[ahead]?.kind === 'punct' &&
      /^["'“‘«([„]$/.test(tokens[ahead]!.lower)
    )
      ahead++;
    const next = tokens[ahead];
    if (
      !next ||
      (next.kind === 'word' &&
        (next.cap || /^[\d@#]/.test(next.lower)) &&
        next.start > tokens[last]!.end)
    ) {
      found.push({ start: from, end: tokens[last]!.end });
      from = -1;
      k = last;
    }
  }
  if (from >= 0) found.push({ start: from, end: tokens.at(-1)!.end });
  return found;
}
