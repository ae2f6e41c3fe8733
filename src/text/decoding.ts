/** Bytes to text, and the way from an offset to its line. */
import { countBefore } from './bisect.ts';
import { at } from './certain.ts';
import { lastAsked } from './last-asked.ts';

/** Line and column, both from 1, of any offset of a text. */
export function placesIn(text: string): (offset: number) => { line: number; column: number } {
  const starts = [0];
  for (const { 0: end, index } of text.matchAll(/\r\n|\r|\n/g)) starts.push(index + end.length);
  return (offset) => {
    const line = countBefore(starts.length, (k) => at(starts, k) <= offset);
    return { line, column: offset - at(starts, line - 1) + 1 };
  };
}

/** The text of bytes in UTF-8, a byte order mark included; null where they are not UTF-8. */
export const decoded = lastAsked((bytes: Uint8Array): string | null => {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    return null;
  }
});

/** The text of bytes in an encoding by its name; null where they are not in it, or no such encoding is known. */
export function decodedAs(bytes: Uint8Array, encoding: string): string | null {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch {
    return null;
  }
}

/** Line and column, both from 1, of the first byte that is not UTF-8. */
export function placeOfBadByte(bytes: Uint8Array): { line: number; column: number } {
  const good = (length: number): string | null => {
    try {
      // A character that is cut off at the end is no fault of the bytes before it.
      return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(
        bytes.subarray(0, length),
        { stream: true },
      );
    } catch {
      return null;
    }
  };
  const fine = countBefore(bytes.length + 1, (length) => good(length) !== null) - 1;
  const before = good(fine) ?? '';
  return placesIn(before)(before.length);
}
