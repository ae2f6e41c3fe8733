/** Writes what the exporters give. Called by the build; nothing is kept in memory but names and hashes. */
import { createHash, hash } from 'node:crypto';
import { closeSync, openSync, writeFileSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import {
  exportAll,
  type ExportArchive,
  type ExportCount,
  type ExportOptions,
  type Output,
} from '../../publish/exports/index.ts';
import { inFolder } from '../putting-in-place/put-in-place.ts';

/**
 * Writes every export into a folder (the site's root on disk), or to whatever takes files. Gives the
 * number of files and bytes by exporter, in order.
 */
export const writeAll = (
  archive: ExportArchive,
  to: string | Output,
  options: ExportOptions,
): ExportCount[] => exportAll(archive, options, typeof to === 'string' ? intoFolder(to) : to);

/** Texts are encoded into bytes that are used again: making new ones takes longer than encoding. */
const SCRATCH = 1 << 22;
/** The longest that a UTF-16 code unit becomes in UTF-8. */
const MOST_BYTES = 3;

/** Files go into a folder, which is made, as are those within. */
function intoFolder(folder: string): Output {
  const scratch = Buffer.allocUnsafeSlow(SCRATCH);
  return {
    write(path, text) {
      const bytes = encoded(typeof text === 'string' ? [text] : text, scratch);
      inFolder(join(folder, path), (file) => writeFileSync(file, bytes));
      return { bytes: bytes.length, sha256: hash('sha256', bytes) };
    },
    open: (path) => growing(inFolder(join(folder, path), (file) => openSync(file, 'w'))),
  };
}

/** Pieces of text as UTF-8, within `scratch` if they fit. */
function encoded(pieces: readonly string[], scratch: Buffer): Buffer {
  const length = pieces.reduce((sum, piece) => sum + piece.length, 0);
  if (length * MOST_BYTES > scratch.length) return Buffer.from(pieces.join(''));
  let filled = 0;
  for (const piece of pieces) filled += scratch.write(piece, filled);
  return scratch.subarray(0, filled);
}

/** What a growing file gathers before it is written. */
const GATHERED = 1 << 19;

function growing(descriptor: number): ReturnType<Output['open']> {
  const gathered = Buffer.allocUnsafeSlow(GATHERED);
  const sum = createHash('sha256');
  let filled = 0;
  let length = 0;
  const put = (bytes: Uint8Array) => {
    sum.update(bytes);
    length += bytes.length;
    for (let at = 0; at < bytes.length;) at += writeSync(descriptor, bytes, at);
  };
  const flush = () => {
    put(gathered.subarray(0, filled));
    filled = 0;
  };
  return {
    append(text) {
      const most = text.length * MOST_BYTES;
      if (filled + most > GATHERED) flush();
      if (most > GATHERED) put(Buffer.from(text));
      else filled += gathered.write(text, filled);
    },
    close() {
      try {
        flush();
      } finally {
        closeSync(descriptor);
      }
      return { bytes: length, sha256: sum.digest('hex') };
    },
  };
}
