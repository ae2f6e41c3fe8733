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
