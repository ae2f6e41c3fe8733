import { sha256 } from '../text/digest.ts';
import type { VFile } from 'vfile';
import { decoded, placeOfBadByte, placesIn } from '../text/decoding.ts';
import { recogniseCapture } from './formats/captures/index.ts';
import { declaredEncoding, isSwitched } from './formats/html/encoding.ts';
import { formatNamed, formats } from './formats/index.ts';
import { findUndoings } from './formats/undo.ts';
import {
  beyondMeasure,
  complain,
  emptySource,
  leftGarbled,
  lineTooLong,
  notUtf8,
  nulInSource,
  otherFormat,
} from '../model/messages.ts';
import type { Undoing } from '../model/records.ts';
import type { Format } from './formats/format.ts';

/** A source as received, decoded; nothing is changed in it. */
export interface RawSource {
  path: string;
  text: string;
  sha256: string;
  bytes: number;
  format: Format;
  /** What is undone for reading, in this order. */
  undone: readonly Undoing[];
}

export { placesIn };

/** Longer lines are no prose, and would make a page nobody can open. */
const LONGEST_LINE = 2_000_000;

/**
 * Decodes a source. Null, with a message on the file, when it cannot be an article:
 * another kind of file, no text, not UTF-8, a NUL character, a line of more than two million characters.
 * `format` is what its card says that it is, though it looks like data or markup; `undoing` what
 * its card says is to be undone.
 */
export function read(
  file: VFile,
  format?: Format['name'],
  undoing?: readonly Undoing[],
): RawSource | null {
  const bytes = file.value as Uint8Array;
  const text = decoded(bytes);
  const capture = recogniseCapture(bytes, format ? null : text);
  if (capture && !capture.isSource) {
    complain(file, null, otherFormat(capture));
    return null;
  }
  if (text === null) {
    complain(file, placeOfBadByte(bytes), notUtf8(declaredEncoding(bytes)));
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
  const reading = readingOf(file.path, text, format, undoing, file);
  const encoding = reading.format.name === 'html' ? declaredEncoding(bytes) : null;
  if (isSwitched(text, encoding)) {
    complain(file, placesIn(text)(text.indexOf('\u001b')), notUtf8(encoding));
    return null;
  }
  const excess = reading.format.exceeds?.(text);
  if (excess) {
    complain(file, null, beyondMeasure(excess));
    return null;
  }
  const long = reading.format.name === 'html' ? null : longLine(text);
  if (long) {
    complain(file, { line: long.line, column: 1 }, lineTooLong(long.length, LONGEST_LINE));
    return null;
  }
  return {
    path: file.path,
    text,
    sha256: sha256(bytes),
    bytes: bytes.byteLength,
    ...reading,
  };
}

/**
 * How a text is read: its format, and what is undone first. What it holds signs of without speaking for it is
 * reported on `file`. A parser of Markdown reads character references itself, so that only doubled ones are undone.
 */
export function readingOf(
  path: string,
  text: string,
  name?: Format['name'],
  undoing?: readonly Undoing[],
  file?: VFile,
): Pick<RawSource, 'format' | 'undone'> {
  const format = name
    ? formatNamed(name)
    : (formats.find((candidate) => candidate.matches(path, text)) ?? formatNamed('plain-text'));
  if (undoing) return { format, undone: undoing };
  const parsed = (format.name === 'markdown' && path.endsWith('.md')) || format.name === 'html';
  const { undoings, open } =
    format.name === 'html'
      ? findUndoings(
          format
            .read(text, 0, path)
            .map(({ chars }) => chars)
            .join('\n\n'),
        )
      : findUndoings(text, parsed ? 'doubled-references' : 'references');
  if (open && file) complain(file, null, leftGarbled(open));
  if (!parsed) return { format, undone: undoings };
  // what a parser leaves of a reference was written with the reference of an ampersand
  const undone = undoings.map((one) => (one === 'references' ? 'doubled-references' : one));
  return { format, undone };
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
