/** Characters of markup that are looked at without a parser. */

/** Thrown where only a parser can say what is meant. */
export class Unsure extends Error {}

const NAMED: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
};
const REFERENCE = /&(?:#(\d{1,7});|#x([\da-f]{1,6});|(amp|lt|gt|quot|apos);|[#a-z\d])/gi;
const TO_DECODE = /[&\r\0\x80-\xff]/;

/**
 * An attribute's value or a text as it is meant: of one that has a character for each byte of its
 * UTF-8, the text with its references undone and its line breaks as a parser of HTML reads them.
 */
export function decoded(written: string): string {
  if (!TO_DECODE.test(written)) return written;
  if (written.includes('\0')) throw new Unsure();
  return withoutReferences(Buffer.from(written, 'latin1').toString('utf8').replace(/\r\n?/g, '\n'));
}

/** A text whose references by number, and those five by name that every markup has, are undone. */
const withoutReferences = (text: string): string =>
  text.replace(REFERENCE, (whole, decimal?: string, hexadecimal?: string, name?: string) => {
    const named = name && NAMED[name];
    if (named) return named;
    const code = decimal ? Number(decimal) : parseInt(hexadecimal ?? '', 16);
    if (!isOrdinary(code)) throw new Unsure(whole);
    return String.fromCodePoint(code);
  });

const isOrdinary = (code: number) =>
  (code >= 0x20 && code < 0x7f) ||
  (code >= 0xa0 && code < 0xd800) ||
  (code >= 0xe000 && code <= 0x10ffff && (code & 0xfffe) !== 0xfffe);
