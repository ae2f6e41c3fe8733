/**
 * A text as it reads when only its typography is put aside: Unicode form, kind of quotation mark,
 * kind of dash, white space, line ends, invisible characters, Markdown remains. Two stretches with
 * the same normal form say the same in the same words.
 */
import type { Span } from '../model/records.ts';

export interface NormalText {
  readonly text: string;
  /** Source offset at which the normal character begins, and at which it ends. */
  from(index: number): number;
  to(index: number): number;
}

const INVISIBLE = /[\u00AD\u200B-\u200F\u202A-\u202E\u2060-\u2064\u2066-\u2069\uFEFF\uFE0E\uFE0F]/;
const QUOTE =
  /["'`\u00AB\u00B4\u00BB\u02BC\u2018-\u201F\u2032\u2033\u2039\u203A\u300C-\u300F\uFF02\uFF07]/;
const DASH = /[-\u2010-\u2015\u2212\uFE58\uFE63\uFF0D]/;
// Raised, lowered and circled digits and letters are no other form of the plain ones: 10² is not 102.
const RAISED =
  /[\u00AA\u00B2\u00B3\u00B9\u00BA\u02B0-\u02B8\u2070-\u209C\u2460-\u24FF\u2776-\u2793]/;
// After a number they are feet or inches, minutes or seconds.
const PRIME = /[\u2032\u2033]/;

const BLANK = /\s/;
const NUMBER = /\p{N}/u;

/** A character with its combining marks, or a run of Hangul letters: the units that NFC may join. */
export const UNIT = /[\u1100-\u11FF]+\p{M}*|[\s\S]\p{M}*/gu;

/** What a unit of a text is to its normal form; a `sign` is one of Markdown, or an escape before one. */
type Kind = 'unseen' | 'blank' | 'quotation mark' | 'dash' | 'sign' | 'letter';

/** The kind of the unit of `source` that begins at `start` and ends at `end`. */
function kindOf(source: string, start: number, end: number): Kind {
  const first = source.charAt(start);
  if (INVISIBLE.test(first)) return 'unseen';
  if (BLANK.test(first)) return 'blank';
  if (PRIME.test(first) && NUMBER.test(source.charAt(start - 1))) return 'letter';
  if (QUOTE.test(first)) return 'quotation mark';
  if (DASH.test(first)) return 'dash';
  if (first === '\\') return /[!-/:-@[-`{-~]/.test(source.charAt(start + 1)) ? 'sign' : 'letter';
  const isTimes = NUMBER.test(source.charAt(start - 1)) && NUMBER.test(source.charAt(end));
  return first === '*' && !isTimes ? 'sign' : 'letter';
}

/** The normal form of a text. An index beyond its ends leads to those of the source. */
export function normal(source: string): NormalText {
  const out: string[] = [];
  const from: number[] = [];
  const to: number[] = [];
  const put = (text: string, start: number, end: number) => {
    for (let i = 0; i < text.length; i++) {
      out.push(text.charAt(i));
      from.push(start);
      to.push(end);
    }
  };
  const takeBack = () => {
    for (const list of [out, from, to]) list.pop();
  };
  const isInLink = linkRemains(source);
  // Whether nothing but white space stands since a dash.
  let parted = false;
  for (const { 0: unit, index: start } of source.matchAll(UNIT)) {
    const end = start + unit.length;
    const kind = kindOf(source, start, end);
    const afterDash = parted;
    parted = kind === 'dash' || (parted && BLANK.test(unit.charAt(0)));
    if (isInLink(start)) continue;
    const last = out.at(-1);
    if (last === ' ' && isTight(kind, source, { start, end })) takeBack();
    switch (kind) {
      case 'blank':
        if (last !== undefined && last !== ' ' && !(last === '-' && afterDash))
          put(' ', start, end);
        break;
      case 'quotation mark':
        if (last !== '"') put('"', start, end);
        break;
      case 'dash':
        // " – ", "—" and "--" are one dash; the blanks beside it belong to the typography.
        if (out.at(-1) !== '-') put('-', start, end);
        break;
      case 'letter':
        put(RAISED.test(unit) ? unit : unit.normalize('NFKC'), start, end);
        break;
      case 'unseen':
      case 'sign':
    }
  }
  return {
    text: out.join(''),
    from: (i) => from[i] ?? (i < 0 ? 0 : source.length),
    to: (i) => to[i] ?? (i < 0 ? 0 : source.length),
  };
}

/** Whether a blank before the unit belongs to the typography: "the end …" is "the end...", "12 -4" is not "12-4". */
function isTight(kind: Kind, source: string, { start, end }: Span): boolean {
  if (kind === 'dash') return !NUMBER.test(source.charAt(end));
  return source.charAt(start) === '…' || source.startsWith('...', start);
}

/** Words without their outer marks and whatever is only typography. */
export const bare = (words: string) =>
  normal(words).text.replace(/^[^\p{L}\p{N}]+|[^\p{L}\p{N}]+$/gu, '');

/**
 * Whether an offset lies in the brackets or the target of `[words](target)`, of which the words stay. It is asked
 * of offsets in their order.
 */
function linkRemains(source: string): (offset: number) => boolean {
  const remains: { start: number; end: number }[] = [];
  for (const match of source.matchAll(/\[([^[\]]{0,300})\]\([^()\s]{0,2000}\)/g)) {
    const [whole, words = ''] = match;
    const inside = match.index + 1;
    remains.push({ start: match.index, end: inside });
    remains.push({ start: inside + words.length, end: match.index + whole.length });
  }
  let next = 0;
  return (offset) => {
    while ((remains[next]?.end ?? Infinity) <= offset) next++;
    return (remains[next]?.start ?? Infinity) <= offset;
  };
}

// Initials are one word, however they are set: `J. K.`, `J.K.`, `JK`; `Ph.D.`, `PhD`.
const WORD =
  /(?<![\p{L}\p{N}])\p{Lu}\p{Ll}?(?:\.\p{Lu}(?![\p{L}\p{N}\p{M}])|\. \p{Lu}(?=\.))+|[\p{L}\p{N}\p{M}]+/gu;

/** A word with its place in a normal text. */
export interface Word {
  start: number;
  end: number;
  word: string;
}
/** The words of a normal text, with their offsets in it. */
export const wordsOf = (text: string): Word[] =>
  [...text.matchAll(WORD)].map(({ 0: printed, index }) => ({
    start: index,
    end: index + printed.length,
    word: printed.replace(/\. ?/g, ''),
  }));

/** Whether a word is one of initials with points between them. */
export const isInitials = ({ start, end, word }: Word): boolean => end - start > word.length;

/**
 * Every place where `needle` stands in `text` and does not begin or end inside a word, or a number with its
 * sign, currency and decimals.
 */
export function occurrences(text: string, needle: string): number[] {
  const found: number[] = [];
  if (needle === '') return found;
  const letter = /[\p{L}\p{N}\p{M}]/u;
  const headIsLetter = letter.test(needle.charAt(0));
  const tailIsLetter = letter.test(needle.charAt(needle.length - 1));
  const [headIsNumber, tailIsNumber] = [/^\p{N}/u.test(needle), /\p{N}$/u.test(needle)];
  for (let at = text.indexOf(needle); at >= 0; at = text.indexOf(needle, at + 1)) {
    const end = at + needle.length;
    if (headIsLetter && letter.test(text.charAt(at - 1))) continue;
    if (tailIsLetter && letter.test(text.charAt(end))) continue;
    if (
      headIsNumber &&
      /(?:\p{N}[.,:/]?|(?:^|[^\p{L}\p{N}])-|[\p{Sc}+])$/u.test(text.slice(Math.max(0, at - 2), at))
    )
      continue;
    if (tailIsNumber && /^(?:[.,:/]?\p{N}|[%°])/u.test(text.slice(end, end + 2))) continue;
    found.push(at);
  }
  return found;
}
