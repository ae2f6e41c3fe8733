/**
 * Marks that are letters of a name: ʿAli, ‘Abd al-Karim, Sa‘d, O‘Neill, ’Ndrangheta. The same characters open and
 * close quotations, so each is told by the letters beside it and by what the other marks of its line leave over.
 */
import { lastAsked } from '../text/last-asked.ts';
import type { MarkReader } from './marks/reader.ts';

/** Letters by Unicode's own reckoning that stand for such a mark. */
export const MARK_LETTERS = 'ʹʻʼʽʾʿˈˊ';
/** Marks that also quote. */
export const QUOTING_MARKS = "'‘’‛`´′";

const LETTER = /\p{L}/u;
const UPPER = /\p{Lu}/u;
const CANDIDATE = new RegExp(
  `(?<=\\p{L})[‘‛\`´′](?=\\p{L})|(?<=\\p{L})‘(?!\\p{L})|(?<![\\p{L}\\p{N}])['‘’‛\`´](?=\\p{Lu}|[ts][ -]\\p{Lu})`,
  'u',
);

/** Where marks stand in a text that belong to a name. The last text asked for is remembered. */
export const nameMarksOf = lastAsked((text: string, language: MarkReader): ReadonlySet<number> => {
  const marks = new Set<number>();
  let start = 0;
  for (const line of text.split('\n')) {
    if (CANDIDATE.test(line)) for (const at of marksOfLine(line, language)) marks.add(start + at);
    start += line.length + 1;
  }
  return marks;
});

/** What a mark may be, from its neighbours alone. */
type Role = 'name' | 'open' | 'maybe' | 'close' | null;

function roleOf(line: string, i: number, language: MarkReader): Role {
  const mark = line.charAt(i);
  const before = line[i - 1] ?? ' ';
  const after = line[i + 1] ?? ' ';
  if (LETTER.test(before)) return roleAfterLetter(line, i, language);
  if (/[-\u2011]/.test(before) && UPPER.test(after))
    return beginsName(line, i, language) &&
      !/^\p{L}+[’'‘`](?!\p{L})/u.test(line.slice(i + 1, i + 40))
      ? 'name'
      : 'open';
  if (/[^\s“"(«[{„—–/:*>]/.test(before)) return isRight(mark) ? 'close' : null;
  if (/\s/.test(after) || line[i + 1] === mark || before === mark) return null;
  return roleBeforeWord(line, i, language);
}

/** Marks that close a quotation, and are apostrophes as well. */
const isRight = (mark: string): boolean => mark === "'" || mark === '’';

const beginsName = (line: string, i: number, language: MarkReader): boolean =>
  language.beginsName(line.slice(Math.max(0, i - 8), i));

function roleAfterLetter(line: string, i: number, language: MarkReader): Role {
  const mark = line.charAt(i);
  const after = line[i + 1] ?? ' ';
  if (LETTER.test(after)) {
    if (isRight(mark)) return null;
    // "Sa‘d"; "said‘We will" lacks a blank
    return !UPPER.test(after) || beginsName(line, i, language) ? 'name' : 'open';
  }
  if (mark === '‘')
    return /\p{Lu}[\p{L}\p{M}-]*$/u.test(line.slice(Math.max(0, i - 30), i)) ? 'name' : null;
  // "the boys’ toys" is a plural
  const isPlural = line[i - 1] === 's' && /^ \p{L}/u.test(line.slice(i + 1, i + 3));
  return isRight(mark) && !isPlural ? 'close' : null;
}

/** The role of a mark that stands before a word, after a blank or an opening mark. */
function roleBeforeWord(line: string, i: number, language: MarkReader): Role {
  const mark = line.charAt(i);
  // "’t Hooft", "’s-Gravenhage"
  if (/^(?:t |s-)\p{Lu}/u.test(line.slice(i + 1, i + 4)) && mark !== '`') return 'name';
  const word = /^[\p{L}\p{M}]+(?:[’'‘`][\p{L}\p{M}]+)*/u.exec(line.slice(i + 1, i + 40))?.[0] ?? '';
  if (!UPPER.test(word[0] ?? ' ') || word.length < 2 || language.beginsQuotation(word))
    return 'open';
  // The Arabic ʿ stands before a vowel; ’ opens no quotation where ‘ does.
  return /^[AEIOUĀĒĪŌŪÂÊÎÔÛ]/.test(word) || mark === '’' ? 'maybe' : 'open';
}

/** Pairs the marks of a line; what may be a name's and closes nowhere is a name's. */
function marksOfLine(line: string, language: MarkReader): number[] {
  const named: number[] = [];
  let depth = 0;
  let waiting: number[] = [];
  for (let i = 0; i < line.length; i++) {
    if (!QUOTING_MARKS.includes(line.charAt(i))) continue;
    switch (roleOf(line, i, language)) {
      case 'name':
        named.push(i);
        break;
      case 'open':
        depth++;
        break;
      case 'maybe':
        waiting.push(i);
        break;
      case 'close':
        if (depth > 0) depth--;
        else if (waiting.length > 0) {
          for (const at of waiting.slice(1)) named.push(at);
          waiting = [];
        }
        break;
      case null:
    }
  }
  return [...named, ...waiting];
}

const HEAD = new RegExp(`^[${MARK_LETTERS}${QUOTING_MARKS}]+`, 'u');
/** A word without the marks at its head: `ʿAli` gives `Ali`. */
export const withoutHead = (word: string): string => word.replace(HEAD, '');

const ANY_MARK = new RegExp(`[${MARK_LETTERS}${QUOTING_MARKS}]`, 'u');

/**
 * The text with ordinary letters for the marks of names, as long as before: `‘Ali` gives `Hali`, `Sa‘d` gives `Sahd`.
 * For readers that know letters only.
 */
export function spelledOut(text: string, language: MarkReader): string {
  const marks = nameMarksOf(text, language);
  if (marks.size === 0 && !new RegExp(`[${MARK_LETTERS}]`, 'u').test(text)) return text;
  const letters = text.split('');
  for (const [i, c] of letters.entries()) {
    if (!marks.has(i) && !MARK_LETTERS.includes(c)) continue;
    if (!ANY_MARK.test(c)) continue;
    const next = letters[i + 1];
    const heads = !LETTER.test(text[i - 1] ?? ' ');
    if (heads && next !== undefined && UPPER.test(next)) {
      letters[i] = 'H';
      if (next.toLowerCase().length === 1) letters[i + 1] = next.toLowerCase();
    } else letters[i] = 'h';
  }
  return letters.join('');
}
