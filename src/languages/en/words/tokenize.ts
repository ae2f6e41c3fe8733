/** Cuts a paragraph into words and marks of punctuation; each quotation counts as one of them. */
import type { Token } from '../../../engine/draft.ts';
import type { Stretch } from '../../../engine/marks.ts';
import {
  MARK_LETTERS,
  nameMarksOf,
  QUOTING_MARKS,
  withoutHead,
} from '../../../engine/name-marks.ts';
import { OTHER_ABBREVIATIONS, TITLE_ABBREVIATIONS } from '../lexicon/abbreviations.ts';
import { STARTERS } from '../lexicon/closed-class.ts';
import { DEGREE } from '../lexicon/titles.ts';
import { markReader } from '../marks.ts';
import { withNamesMarked } from '../name-words.ts';

/** A name with its article: al-Amin, el-Baradei, al-‘Abadi, d’Estaing. */
const ARTICLED = new RegExp(
  `^(?:al|el|as|ash|ad|an|ar|at|az|ul|d|l|o|bin|ibn|abu)[-’'‑][${MARK_LETTERS}${QUOTING_MARKS}]?\\p{Lu}`,
  'u',
);
const WORDY = /[\p{L}\p{N}]/u;
const LETTER = /\p{L}/u;

const codesOf = (characters: string): ReadonlySet<number> =>
  new Set([...characters].map((character) => character.charCodeAt(0)));
/** Marks beyond ASCII that are asked about most, and are in no word. */
const MARKS = codesOf('’“”–—‘');
const BLANKS = codesOf(' \n\t\r\u00a0');
/** Marks inside a word: d’Estaing, make-up, R&D, ann@acme, snake_case. */
const JOINERS = codesOf("'’-‑&@_");
/** Marks before a name or a subject: @acme, #ferry. */
const SIGILS = codesOf('@#');
const POINT = 46;
const COMMA = 44;
const SLASH = 47;
const COLON = 58;
const NINE = 57;

/** What is in no address. */
const ENDS_ADDRESS = /[\s“”"<>‘«»„]/;

const isDigit = (code: number): boolean => code >= 48 && code <= NINE;
const isSmall = (code: number): boolean => code >= 97 && code <= 122;

function isWordChar(text: string, i: number): boolean {
  const code = text.charCodeAt(i);
  if (code < 128) return isSmall(code) || (code >= 65 && code <= 90) || isDigit(code);
  if (MARKS.has(code)) return false;
  if (code >= 0xd800 && code <= 0xdbff) return LETTER.test(text.slice(i, i + 2));
  if (code >= 0xdc00 && code <= 0xdfff) return i > 0 && LETTER.test(text.slice(i - 1, i + 1));
  return WORDY.test(text.charAt(i)) || (code >= 0x300 && code <= 0x36f);
}

const isUpper = (c: string) => c !== c.toLowerCase() && c === c.toUpperCase();

/** Most words, which are asked about first: whatever is asked of a capital, they have none. */
const SMALL = /^[a-z]+$/;

const isCapital = (word: string): boolean =>
  isUpper(word.charAt(0)) ||
  isUpper(withoutHead(word)[0] ?? ' ') ||
  ARTICLED.test(word) ||
  /^[’'‘][ts](?:-|$)/.test(word);

/** Stretches of the latest text that were cut without a look at quotations: several readers ask for each paragraph. */
let latest = { text: '', cut: new Map<number, { end: number; tokens: readonly Token[] }>() };

/** Cuts `[start, end)` into tokens; each quotation of `stretches` becomes one. Linear. */
export function tokenize(
  text: string,
  start: number,
  end: number,
  stretches: readonly Stretch[],
): readonly Token[] {
  if (stretches.length > 0) return cut(text, start, end, stretches);
  if (latest.text !== text) latest = { text, cut: new Map() };
  const before = latest.cut.get(start);
  if (before?.end === end) return before.tokens;
  const tokens = cut(text, start, end, []);
  latest.cut.set(start, { end, tokens });
  return tokens;
}

function cut(
  text: string,
  start: number,
  end: number,
  stretches: readonly Stretch[],
): readonly Token[] {
  const tokens: Token[] = [];
  const named = nameMarksOf(text, markReader);
  const isInWord =
    named.size === 0
      ? (i: number): boolean => isWordChar(text, i)
      : (i: number): boolean => isWordChar(text, i) || named.has(i);
  let next = 0;
  while ((stretches[next]?.outer.end ?? Infinity) <= start) next++;
  for (let i = start; i < end;) {
    const quote = stretches[next];
    if (quote && i >= quote.outer.start) {
      const token = quoteToken(text, quote, i, end);
      tokens.push(token);
      i = token.end;
      next++;
      continue;
    }
    if (BLANKS.has(text.charCodeAt(i))) {
      i++;
      continue;
    }
    const limit = quote ? Math.min(end, quote.outer.start) : end;
    const begins =
      isInWord(i) ||
      isFraction(text, i) ||
      (SIGILS.has(text.charCodeAt(i)) && i + 1 < limit && isWordChar(text, i + 1));
    const token = begins
      ? wordToken(text, i, addressEnd(text, i, wordEnd(text, i, limit, isInWord), limit))
      : markToken(text, i, limit);
    tokens.push(token);
    i = token.end;
  }
  return withNamesMarked(text, tokens);
}

/** "a .45 pistol": a number that begins with its point. */
const isFraction = (text: string, i: number): boolean =>
  text.charCodeAt(i) === POINT &&
  isDigit(text.charCodeAt(i + 1)) &&
  BLANKS.has(text.charCodeAt(i - 1));

/** A quotation as one token, from `start` on; it ends within `[start, end)`. */
function quoteToken(text: string, quote: Stretch, start: number, end: number): Token {
  const { inner, outer } = quote;
  return {
    start,
    end: Math.max(start + 1, Math.min(end, outer.end)),
    kind: 'quote',
    lower: '"',
    cap: false,
    quote,
    stops: /[.,!?]$/.test(text.slice(Math.max(inner.start, inner.end - 1), inner.end)),
  };
}

function wordToken(text: string, start: number, end: number): Token {
  const word = text.slice(start, end);
  const isSmall = SMALL.test(word);
  return {
    start,
    end,
    kind: 'word',
    lower: isSmall ? word : word.toLowerCase().replaceAll('’', "'"),
    cap: !isSmall && isCapital(word),
    quote: null,
  };
}

/** Where a word that begins at `start` ends, once its end in letters is known: the path of an address belongs to it. */
function addressEnd(text: string, start: number, end: number, limit: number): number {
  const code = text.charCodeAt(end);
  if ((code !== SLASH && code !== COLON) || end >= limit) return end;
  if (!/^(?:[a-z]+:\/\/[^\s]|[\w-]+(?:\.[\w-]+)*\.[a-z]{2,}\/)/i.test(text.slice(start, end + 4)))
    return end;
  let to = end;
  while (to < limit && !ENDS_ADDRESS.test(text.charAt(to))) to++;
  while (to > end && /[.,;:!?)\]'’]/.test(text.charAt(to - 1))) to--;
  return to;
}

/** A mark of punctuation; "..." and "--" are one token. */
function markToken(text: string, start: number, limit: number): Token {
  const mark = text.charAt(start);
  let end = start + 1;
  if (mark === '.' || mark === '-') while (end < limit && text[end] === mark) end++;
  return {
    start,
    end,
    kind: 'punct',
    lower: formOfMark(text.slice(start, end)),
    cap: false,
    quote: null,
  };
}

function formOfMark(mark: string): string {
  if (mark === '--' || mark === '---') return '—';
  return mark.startsWith('..') ? '…' : mark;
}

/** Where the word that begins at `start` ends, its abbreviating point included. */
function wordEnd(
  text: string,
  start: number,
  limit: number,
  isInWord: (i: number) => boolean,
): number {
  const tag = Math.max(partyTagEnd(text, start), degreeEnd(text, start));
  if (tag > start && tag <= limit) return tag;
  let j = start + 1;
  while (j < limit) {
    if (isInWord(j)) {
      j++;
      continue;
    }
    const goesOn = j + 1 < limit && isInWord(j + 1) && joinsParts(text, start, j);
    if (!goesOn) return endsInPoint(text, start, j) ? j + 1 : j;
    j += 2;
  }
  return j;
}

const HYPHEN = 45;
/** The party and the state of who is elected, with its points: "R-W.Va.", "D-N.Y.", "R-Ky.". */
const PARTY_TAG = /^[DRIL]-(?:\p{Lu}\p{Ll}{0,5}\.){1,3}(?=[,)])/u;

/** Where such a tag ends that begins at `start`, or `start`. */
const partyTagEnd = (text: string, start: number): number =>
  text.charCodeAt(start + 1) === HYPHEN
    ? start + (PARTY_TAG.exec(text.slice(start, start + 24))?.[0].length ?? 0)
    : start;

/** How many letters a degree has before its first point. */
const BEFORE_POINT = [1, 2, 3, 4, 5];

/** Where a degree ends that begins at `start`, its points included, or `start`: "Ph.D.", "M.Sc.". */
function degreeEnd(text: string, start: number): number {
  const hasPoint = BEFORE_POINT.some((length) => text.charCodeAt(start + length) === POINT);
  if (!hasPoint || !isUpper(text.charAt(start))) return start;
  return start + (DEGREE.exec(text.slice(start, start + 12))?.[0].length ?? 0);
}

/** Whether the mark at `j` stands inside a word: ' - & between any, the point of U.S. and 2.5, the comma of 1,000. */
function joinsParts(text: string, start: number, j: number): boolean {
  const code = text.charCodeAt(j);
  if (JOINERS.has(code)) return true;
  const before = text.charCodeAt(j - 1);
  const after = text.charCodeAt(j + 1);
  if (code === COMMA) return before <= NINE && isDigit(after);
  if (code !== POINT) return false;
  // "nearly 1000.The road": a blank is missing where a sentence ends.
  if (before <= NINE) return after < 65 || after > 90;
  return isSmall(after) || isInitial(text, start, j);
}

/** Whether one character alone stands before the point at `j`: the `S` of U.S. */
const isInitial = (text: string, start: number, j: number): boolean =>
  j - start === 1 || text.charCodeAt(j - 2) === POINT;

const BANG = 33;
/** Names that an exclamation mark is part of: "E! News", "Yahoo! said". */
const SHOUTED = /^(?:E! \p{L}|(?:Yahoo|Jeopardy|OK)! (?:\p{Ll}|News|Sports?|Finance|Mag))/u;

/** Whether the point at `j` belongs to an abbreviation: "J.", "Dr.", "a.m." */
function endsInPoint(text: string, start: number, j: number): boolean {
  if (text.charCodeAt(j) === BANG) return SHOUTED.test(text.slice(start, j + 12));
  if (text.charCodeAt(j) !== POINT) return false;
  const word = text.slice(start, j).toLowerCase();
  if (/^(?:a\.m|p\.m|e\.g|i\.e|vs)$/.test(word)) return true;
  if (!isUpper(text.charAt(start))) return false;
  const isLetter = text.charCodeAt(j - 1) > NINE;
  if (isInitial(text, start, j) && isLetter) return word !== 'i' || isInitialI(text, start, j);
  return word.length < 7 && (TITLE_ABBREVIATIONS.has(word) || OTHER_ABBREVIATIONS.has(word));
}

/** "I. Charles": an initial where a name follows, and no "and" before it: "you and I. Charles left". */
function isInitialI(text: string, start: number, point: number): boolean {
  const name = /^ (\p{Lu}[\p{L}’'-]+)/u.exec(text.slice(point + 1, point + 40))?.[1];
  if (name === undefined || STARTERS.has(name.toLowerCase())) return false;
  return !/\b(?:and|or|nor|but|than|as|not|am|do|did|can|will)\s$/i.test(
    text.slice(Math.max(0, start - 6), start),
  );
}
