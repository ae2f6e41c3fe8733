/** Whether a text reads as its source does: the same characters in the same order, nothing left out but what is not read. */
import { UNSEEN } from '../../text/unseen.ts';

export interface Departure {
  read: string;
  source: string;
}

const NOT_READ = new RegExp(`[\\s${UNSEEN}]`);
const LETTER = /[\p{L}\p{N}]/u;
const QUOTATION_MARK = /["'“”„‟«»‹›‘’‚‛`…]/;
/** Says what a pattern matches of a text at an offset and nowhere else. */
function matcher(pattern: RegExp): (text: string, at: number) => RegExpExecArray | null {
  const here = new RegExp(pattern, `${pattern.flags}y`);
  return (text, at) => {
    here.lastIndex = at;
    return here.exec(text);
  };
}

const linkTargetAt = matcher(/\](?:\((?:[^()\\\n]|\\.|\([^()\n]*\))*\)|\[[^\][\n]*\])/);
const numeralAt = matcher(/\d{1,9}[.)](?=\s)/);
const referenceAt = matcher(/&(?:#(\d{1,7})|#x([0-9a-f]{1,6})|[a-z][a-z\d]{1,31});/i);
/** References to what is not compared. */
const BLANK_REFERENCE =
  /^&(?:nbsp|ensp|emsp|emsp13|emsp14|numsp|puncsp|thinsp|ThinSpace|hairsp|VeryThinSpace|MediumSpace|NonBreakingSpace|ZeroWidthSpace|Negative\w+Space|NoBreak|shy|zwj|zwnj|Tab|NewLine);$/;
const FRONT_MATTER = /^\uFEFF?---[^\S\n]*\r?\n[\s\S]*?\n---[^\S\n]*(?:\r?\n|$)/;

/**
 * Where the two part for the first time; null where they do not. White space is never compared.
 * `markdown`: marks that are no letters or digits may be missing from what is read, and so may the
 * target of a link. `quoted`: quotation marks may be missing.
 */
export function departure(
  source: string,
  read: string,
  { markdown = false, quoted = false }: Options = {},
): Departure | null {
  const found = compared(source, read, { markdown, quoted }, 0);
  if (!found || !markdown) return found;
  // Links within links, and titles with brackets: where a target ends is for the parser to say, so what follows it closely may be part of it.
  return compared(source, read, { markdown, quoted }, LONGEST_TARGET) ? found : null;
}

interface Options {
  markdown?: boolean;
  quoted?: boolean;
}

const LONGEST_TARGET = 400;

function compared(
  source: string,
  read: string,
  { markdown, quoted }: Options,
  loose: number,
): Departure | null {
  const notRead = markdown ? markdownNotRead(source, loose) : () => 0;
  let i = 0;
  let j = 0;
  for (;;) {
    i = nextCompared(source, i);
    j = nextCompared(read, j);
    if (i >= source.length && j >= read.length) return null;
    const reference = markdown ? referenceRead(source, i, read, j) : null;
    if (reference) {
      i += reference.source;
      j += reference.read;
      continue;
    }
    if (i < source.length && j < read.length && source[i] === read[j]) {
      i++;
      j++;
      continue;
    }
    let width = 0;
    if (i < source.length) width = quoted && QUOTATION_MARK.test(source.charAt(i)) ? 1 : notRead(i);
    if (width === 0) return { read: around(read, j), source: around(source, i) };
    i += width;
  }
}

/** The offset, from one on, of the next character that is compared. */
function nextCompared(text: string, from: number): number {
  let at = from;
  for (; at < text.length; at++) {
    const code = text.charCodeAt(at);
    const isPlain = code > 0x20 && code < 0x7f;
    if (isPlain || !NOT_READ.test(text.charAt(at))) break;
  }
  return at;
}

/**
 * How many characters of Markdown at an offset may be missing from what is read. So much may follow
 * a bracket as `loose` says. Offsets are asked for from the first to the last.
 */
function markdownNotRead(source: string, loose: number): (at: number) => number {
  let target = -Infinity;
  return (at) => {
    const link = loose === 0 ? linkTargetAt(source, at) : null;
    if (link) return link[0].length;
    if (source[at] === ']') target = at;
    if (at - target < loose) return 1;
    if (!LETTER.test(String.fromCodePoint(source.codePointAt(at) ?? 0))) return 1;
    const opensLine = /(?:^|\n)[\s>]*$/.test(source.slice(Math.max(0, at - 40), at));
    return opensLine ? (numeralAt(source, at)?.[0].length ?? 0) : 0;
  };
}

/**
 * A character reference at an offset of the source that is read as its character, or as nothing
 * where that is not compared: how much it is of either text. Null where it is read as it is written.
 */
function referenceRead(
  source: string,
  i: number,
  read: string,
  j: number,
): { source: number; read: number } | null {
  const reference = source[i] === '&' ? referenceAt(source, i) : null;
  if (!reference || read.startsWith(reference[0], j)) return null;
  const [whole, decimal, hexadecimal] = reference;
  const number = numberOf(decimal, hexadecimal);
  // What a name stands for is taken from what is read, if that may have a name.
  const code = number ?? read.codePointAt(j);
  const meant = code === undefined ? '' : characterOf(code);
  const possible = number !== null || !/[a-z0-9]/i.test(meant);
  if (meant !== '' && possible && read.startsWith(meant, j))
    return { source: whole.length, read: meant.length };
  const blank = number === null ? BLANK_REFERENCE.test(whole) : NOT_READ.test(meant);
  return blank ? { source: whole.length, read: 0 } : null;
}

/** The character that a number stands for in Markdown: controls, halves of characters and what is none are replaced. */
const characterOf = (code: number): string =>
  code > 0x10ffff ||
  /[\0-\x08\v\x0e-\x1f\x7f-\x9f\p{Cs}]|\p{Noncharacter_Code_Point}/u.test(
    String.fromCodePoint(code),
  )
    ? '\uFFFD'
    : String.fromCodePoint(code);

/** The number of a numeric reference; null for one by name. */
function numberOf(decimal: string | undefined, hexadecimal: string | undefined): number | null {
  if (decimal) return Number(decimal);
  return hexadecimal ? parseInt(hexadecimal, 16) : null;
}

/** The same for a whole article, whose source may begin with front matter. */
export function articleDeparture(
  source: string,
  read: string,
  markdown: boolean,
): Departure | null {
  const found = departure(source, read, { markdown });
  const front = found && FRONT_MATTER.exec(source);
  return front ? departure(source.slice(front[0].length), read, { markdown }) : found;
}

const around = (text: string, at: number) =>
  text
    .slice(Math.max(0, at - 20), at + 30)
    .replace(/\s+/g, ' ')
    .trim();
