import { createHash } from 'node:crypto';
import type { VFile } from 'vfile';
import { decoded, placeOfBadByte, placesIn } from '../decoding.ts';
import { formatNamed, formats, type Format } from '../formats/index.ts';
import { complain, emptySource, lineTooLong, nulInSource, notUtf8 } from '../messages.ts';

/** A source as received, decoded; nothing is changed in it. */
export interface RawSource {
  path: string;
  text: string;
  sha256: string;
  bytes: number;
  format: Format;
}

export { placesIn };

/** Longer lines are no prose, and would make a page nobody can open. */
export const LONGEST_LINE = 2_000_000;

/**
 * Decodes a source. Null, with a message on the file, when it cannot be an article:
 * no text, not UTF-8, a NUL character, a line of more than two million characters.
 */
export function read(file: VFile, format?: Format['name']): RawSource | null {
  const bytes = file.value as Uint8Array;
  const text = decoded(bytes);
  if (text === null) {
    complain(file, placeOfBadByte(bytes), notUtf8());
    return null;
  }
  if (!/[\p{L}\p{N}]/u.test(text)) {
    complain(file, null, emptySource());
    return null;
  }
  const nul = text.indexOf('\0');
  if (nul >= 0) {
    complain(file, placesIn(text)(nul), nulInSource());
    return null;
  }
  const long = longLine(text);
  if (long) {
    complain(file, { line: long.line, column: 1 }, lineTooLong(long.length, LONGEST_LINE));
    return null;
  }
  return {
    path: file.path,
    text,
    sha256: createHash('sha256').update(bytes).digest('hex'),
    bytes: bytes.byteLength,
    format: format
      ? formatNamed(format)
      : formats.find((candidate) => candidate.matches(file.path, text))!,
  };
}

function longLine(text: string): { line: number; length: number } | null {
  let line = 1;
  let start = 0;
  for (let i = 0; i <= text.length; i++) {
    if (i < text.length && text.charCodeAt(i) !== 10) continue;
    if (i - start > LONGEST_LINE) return { line, length: i - start };
    line++;
    start = i + 1;
  }
  return null;
}
