/** Files of a site as bytes and hashes, one at a time. */
import { createHash } from 'node:crypto';
import { closeSync, openSync, readSync } from 'node:fs';
import { join } from 'node:path';
import { filesUnder } from '../putting-in-place/put-in-place.ts';

export const SUMS = 'SHA256SUMS';

const ONE = 2 ** 20;

/** Reads files into one place of memory: what was read is there until the next file is. */
export function fileReader(): (path: string) => Buffer {
  let place = Buffer.allocUnsafe(ONE);
  return (path) => {
    const file = openSync(path, 'r');
    try {
      for (let length = 0; ;) {
        if (length === place.length) {
          const larger = Buffer.allocUnsafe(2 * place.length);
          place.copy(larger);
          place = larger;
        }
        const read = readSync(file, place, length, place.length - length, null);
        if (read === 0) return place.subarray(0, length);
        length += read;
      }
    } finally {
      closeSync(file);
    }
  };
}

const chunk = Buffer.allocUnsafe(ONE);

/** The SHA-256 of a file of any length. */
export function sumOf(path: string): string {
  const file = openSync(path, 'r');
  try {
    const sum = createHash('sha256');
    for (let read; (read = readSync(file, chunk, 0, ONE, null)) > 0;)
      sum.update(chunk.subarray(0, read));
    return sum.digest('hex');
  } finally {
    closeSync(file);
  }
}

/** The file that `sha256sum -c` reads. */
export const sumsText = (sums: ReadonlyMap<string, string>): string =>
  [...sums].map(([name, sum]) => `${sum}  ${name}\n`).join('');

/** The whole file, made from a folder. */
export const sumsOf = (folder: string): string =>
  sumsText(
    new Map(
      filesUnder(folder)
        .filter((name) => name !== SUMS)
        .map((name) => [name, sumOf(join(folder, name))] as const),
    ),
  );
