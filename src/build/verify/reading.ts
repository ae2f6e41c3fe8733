/** Whether a text reads as its source does: the same characters in the same order, nothing left out but what is not read. */

export interface Departure {
  read: string;
  source: string;
}

const NOT_READ = /[\s\u00ad\u200b\u200c\u200d\u2060\ufeff]/;
const LETTER = /[\p{L}\p{N}]/u;
const QUOTATION_MARK = /["'“”„‟«»‹›‘’‚‛`…]/;
const LINK_TARGET = /\](?:\((?:[^()\\\n]|\\.|\([^()\n]*\))*\)|\[[^\][\n]*\])/y;
const NUMERAL = /\d{1,9}[.)](?=\s)/y;
const REFERENCE = /&(?:#(\d{1,7})|#x([0-9a-f]{1,6})|[a-z][a-z\d]{1,31});/iy;
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
  let target = -Infinity;
  const skip = (at: number): number => {
    if (quoted && QUOTATION_MARK.test(source[at]!)) return 1;
    if (!markdown) return 0;
    const link = loose === 0 ? matchAt(LINK_TARGET, source, at) : null;
    if (link) return link[0].length;
    if (source[at] === ']') target = at;
    if (at - target < loose) return 1;
    if (!LETTER.test(String.fromCodePoint(source.codePointAt(at)!))) return 1;
    const numeral =
      /(?:^|\n)[\s>]*$/.test(source.slice(Math.max(0, at - 40), at)) &&
      matchAt(NUMERAL, source, at);
    return numeral ? numeral[0].length : 0;
  };
  let i = 0;
  let j = 0;
  for (;;) {
    while (i < source.length && NOT_READ.test(source[i]!)) i++;
    while (j < read.length && NOT_READ.test(read[j]!)) j++;
    if (i >= source.length && j >= read.length) return null;
    const reference = markdown && source[i] === '&' ? matchAt(REFERENCE, source, i) : null;
    if (reference && !read.startsWith(reference[0], j)) {
      const [whole, decimal, hexadecimal] = reference;
      const code = decimal
        ? Number(decimal)
        : hexadecimal
          ? parseInt(hexadecimal, 16)
          : read.codePointAt(j);
      const stands = code !== undefined && code <= 0x10ffff ? String.fromCodePoint(code) : '';
      if (
        stands !== '' &&
        read.startsWith(stands, j) &&
        (decimal || hexadecimal || !/[a-z0-9]/i.test(stands))
      ) {
        i += whole.length;
        j += stands.length;
        continue;
      }
      if (decimal || hexadecimal ? NOT_READ.test(stands) : BLANK_REFERENCE.test(whole)) {
        i += whole.length;
        continue;
      }
    }
    if (i < source.length && j < read.length && source[i] === read[j]) {
      i++;
      j++;
      continue;
    }
    const width = i < source.length ? skip(i) : 0;
    if (width === 0) return { read: around(read, j), source: around(source, i) };
    i += width;
  }
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

function matchAt(pattern: RegExp, text: string, at: number): RegExpExecArray | null {
  pattern.lastIndex = at;
  return pattern.exec(text);
}

const around = (text: string, at: number) =>
  text
    .slice(Math.max(0, at - 20), at + 30)
    .replace(/\s+/g, ' ')
    .trim();
