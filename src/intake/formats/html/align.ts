/** The characters of a text that a parser read, each with its place in the source. Offsets are UTF-16. */
import { DecodingMode, HtmlEntityDecoder } from 'entities/decode';
import { at } from '../../../text/certain.ts';

let stands: number[] = [];
const references = new HtmlEntityDecoder((code) => {
  stands.push(code);
});

/** The character reference at an offset as a browser reads it in text: what it stands for and how long it is. */
function referenceAt(source: string, from: number, end: number): { text: string; width: number } {
  stands = [];
  references.startEntity(DecodingMode.Legacy);
  const read = references.write(source.slice(from, end), 1);
  const width = read >= 0 ? read : references.end();
  return { text: String.fromCodePoint(...stands), width };
}

/** How long a character reference is at most. */
const LONGEST_REFERENCE = 40;

/**
 * Takes the characters of a text to their places. Where the parser left out a blank before a reference, it says that
 * the text begins behind the reference.
 */
export function alignText(
  value: string,
  source: string,
  { start, end }: { start: number; end: number },
  take: (char: string, start: number, end: number) => void,
): void {
  const earlier = source.lastIndexOf('&', start);
  const places =
    alignedFrom(start, value, source, end) ??
    (start - earlier <= LONGEST_REFERENCE ? alignedFrom(earlier, value, source, end) : null);
  if (!places)
    throw new Error(
      `Text \`${value.slice(0, 80)}\` of a page does not align with its source at ${start}`,
    );
  for (let i = 0; i < value.length; i++)
    take(value.charAt(i), at(places, 2 * i), at(places, 2 * i + 1));
}

/**
 * For each character of a text where it begins and ends, one after the other: a character reference stands for its
 * characters, of a line break in two characters the tree has one, and some of the source is not in the tree at all
 * (`</>`). Null where the text does not stand there.
 */
function alignedFrom(start: number, value: string, source: string, end: number): number[] | null {
  const places: number[] = [];
  let place = start;
  let i = 0;
  while (i < value.length && place < end) {
    const char = source.charAt(place);
    const reference = char === '&' ? referenceAt(source, place, end) : null;
    if (reference && reference.text !== '' && value.startsWith(reference.text, i)) {
      for (let k = 0; k < reference.text.length; k++) places.push(place, place + reference.width);
      i += reference.text.length;
      place += reference.width;
      continue;
    }
    const isReturn = char === '\r' && value[i] === '\n';
    if (char === value[i] || isReturn) {
      const width = isReturn && source[place + 1] === '\n' ? 2 : 1;
      places.push(place, place + width);
      i++;
      place += width;
    } else place++;
  }
  return i < value.length ? null : places;
}
