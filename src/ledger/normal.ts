/**
 * A text as it reads when only its typography is put aside: Unicode form, kind of quotation mark,
 * kind of dash, white space, line ends, invisible characters, Markdown remains. Two stretches with
 * the same normal form say the same in the same words.
 */
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
// Raised and lowered digits and letters are no other form of the plain ones: 10² is not 102.
const RAISED = /[\u00AA\u00B2\u00B3\u00B9\u00BA\u02B0-\u02B8\u2070-\u209C]/;

// A character with its combining marks, or a run of Hangul letters: the units that NFC may join.
const UNIT = /[\u1100-\u11FF]+\p{M}*|[\s\S]\p{M}*/gu;

export function normal(source: string): NormalText {
  const out: string[] = [];
  const from: number[] = [];
  const to: number[] = [];
  const put = (text: string, start: number, end: number) => {
    for (let i = 0; i < text.length; i++) {
      out.push(text[i]!);
      from.push(start);
      to.push(end);
    }
  };
  const links = linkRemains(source);
  let link = 0;
  // Whether nothing but white space stands since a dash.
  let parted = false;
  UNIT.lastIndex = 0;
  for (let match = UNIT.exec(source); match; match = UNIT.exec(source)) {
    const start = match.index;
    let unit = match[0];
    const end = start + unit.length;
    while (link < links.length && links[link]!.end <= start) link++;
    const first = unit[0]!;
    const isBlank = /\s/.test(first);
    const afterDash = parted;
    parted = DASH.test(first) || (parted && isBlank);
    if (link < links.length && links[link]!.start <= start) continue;
    unit = RAISED.test(unit) ? unit : unit.normalize('NFKC');
    const last = out.at(-1);
    if (INVISIBLE.test(first)) continue;
    if (isBlank) {
      if (last !== ' ' && out.length > 0 && !(last === '-' && afterDash)) put(' ', start, end);
    } else if (QUOTE.test(first)) {
      if (last !== '"') put('"', start, end);
    } else if (DASH.test(first)) {
      // " – ", "—" and "--" are one dash; the blanks beside it belong to the typography.
      // Not so before a number: "12 -4" is not "12-4".
      if (last === ' ' && !/\p{N}/u.test(source[end] ?? ''))
        for (const list of [out, from, to]) list.pop();
      if (out.at(-1) !== '-') put('-', start, end);
    } else if (
      (first === '*' &&
        !(/\p{N}/u.test(source[start - 1] ?? '') && /\p{N}/u.test(source[end] ?? ''))) ||
      (first === '\\' && /[!-/:-@[-`{-~]/.test(source[start + 1] ?? ''))
    )
      continue;
    else put(unit, start, end);
  }
  return { text: out.join(''), from: (i) => from[i]!, to: (i) => to[i]! };
}

/** Words without their outer marks and whatever is only typography. */
export const bare = (words: string) =>
  normal(words).text.replace(/^[^\p{L}\p{N}]+|[^\p{L}\p{N}]+$/gu, '');

/** The brackets and targets of `[words](target)`; the words stay. */
function linkRemains(source: string): { start: number; end: number }[] {
  const found: { start: number; end: number }[] = [];
  for (const match of source.matchAll(/\[([^[\]]{0,300})\]\([^()\s]{0,2000}\)/g)) {
    found.push({ start: match.index, end: match.index + 1 });
    found.push({ start: match.index + 1 + match[1]!.length, end: match.index + match[0].length });
  }
  return found;
}

const WORD = /[\p{L}\p{N}\p{M}]+/gu;
export interface Word {
  start: number;
  end: number;
  word: string;
}
/** The words of a normal text, with their offsets in it. */
export const wordsOf = (text: string): Word[] =>
  [...text.matchAll(WORD)].map((m) => ({ start: m.index, end: m.index + m[0].length, word: m[0] }));

/** Every place where `needle` stands in `text` and does not begin or end inside a word, or a number with its sign, currency and decimals. */
export function occurrences(text: string, needle: string): number[] {
  const found: number[] = [];
  if (needle === '') return found;
  const letter = /[\p{L}\p{N}\p{M}]/u;
  const headIsLetter = letter.test(needle[0]!);
  const tailIsLetter = letter.test(needle.at(-1)!);
  const [headIsNumber, tailIsNumber] = [/^\p{N}/u.test(needle), /\p{N}$/u.test(needle)];
  for (let at = text.indexOf(needle); at >= 0; at = text.indexOf(needle, at + 1)) {
    const end = at + needle.length;
    if (headIsLetter && at > 0 && letter.test(text[at - 1]!)) continue;
    if (tailIsLetter && end < text.length && letter.test(text[end]!)) continue;
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
