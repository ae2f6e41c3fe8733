/**
 * From UTF-16 offsets to Unicode code points, the unit of the public data files.
 * The W3C Web Annotation model and Python count code points; JavaScript counts UTF-16 units.
 */
import { countBefore } from './bisect.ts';
import { at } from './certain.ts';

export interface CodePoints {
  /** Code-point offset of a UTF-16 offset. */
  at(utf16: number): number;
  /** UTF-16 offset of a code-point offset. */
  utf16(codePoint: number): number;
  readonly length: number;
}

/** Index of one text. Time and memory grow with the number of astral characters only. */
export function codePoints(text: string): CodePoints {
  const astral: number[] = []; // UTF-16 offsets of high surrogates
  for (let i = 0; i < text.length; i++) {
    const unit = text.charCodeAt(i);
    if (unit >= 0xd800 && unit < 0xdc00 && i + 1 < text.length) {
      astral.push(i);
      i++;
    }
  }
  const before = (offset: number, placeOf: (k: number) => number) =>
    countBefore(astral.length, (k) => placeOf(k) < offset);
  return {
    at: (utf16) => utf16 - before(utf16, (k) => at(astral, k)),
    utf16: (codePoint) => codePoint + before(codePoint, (k) => at(astral, k) - k),
    length: text.length - astral.length,
  };
}

/**
 * Where UTF-16 offsets of a text stand in its UTF-8 bytes. The text is walked once, as far as the last of the
 * `offsets`; only those may be asked for. None of them may stand within a
 * surrogate pair.
 */
export function bytesBefore(text: string, offsets: readonly number[]): (offset: number) => number {
  const places = new Map<number, number>();
  let bytes = 0;
  let from = 0;
  for (const offset of [...new Set(offsets)].sort((a, b) => a - b)) {
    bytes += bytesOf(text, from, offset);
    from = offset;
    places.set(offset, bytes);
  }
  return (offset) => {
    const place = places.get(offset);
    if (place === undefined) throw new RangeError(`Offset ${offset} was not asked for`);
    return place;
  };
}

/** Length of a stretch of text in UTF-8; both its ends stand between characters. */
function bytesOf(text: string, start: number, end: number): number {
  let bytes = 0;
  for (let i = start; i < end; i++) {
    const unit = text.charCodeAt(i);
    // a character of four bytes is two units
    if (unit >= 0xd800 && unit < 0xe000) bytes += 2;
    else if (unit < 0x80) bytes += 1;
    else bytes += unit < 0x800 ? 2 : 3;
  }
  return bytes;
}
