/** Files in ZIP archives, within bounds whatever the archive says of itself. The one file that knows yauzl. */
import { crc32 } from 'node:zlib';
import { fromBufferPromise, type Entry, type ZipFile } from 'yauzl';
import { Damaged, LIMITS } from '../reader.ts';

const ENCRYPTED = 1;
const TOO_MUCH = 'Unpack it, and take in the parts that are wanted.';

/**
 * The files of an archive whose names are `wanted`, by name. Throws `Damaged` for an archive that is broken or
 * encrypted, holds too many files, or unpacks to too much; names that lead out of it are refused too.
 */
export async function filesInZip(
  bytes: Uint8Array,
  wanted: (name: string) => boolean,
): Promise<Map<string, Uint8Array>> {
  const files = new Map<string, Uint8Array>();
  let together = 0;
  const zip = await opened(bytes);
  if (zip.entryCount > LIMITS.entries)
    throw new Damaged(`and holds more than ${LIMITS.entries} files`, TOO_MUCH);
  try {
    for await (const entry of zip.eachEntry()) {
      if (!wanted(entry.fileName)) continue;
      const file = await contentOf(zip, entry, LIMITS.together - together);
      together += file.byteLength;
      files.set(entry.fileName, file);
    }
  } catch (error) {
    throw explained(error);
  }
  return files;
}

async function opened(bytes: Uint8Array): Promise<ZipFile> {
  try {
    return await fromBufferPromise(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength));
  } catch (error) {
    throw explained(error);
  }
}

async function contentOf(zip: ZipFile, entry: Entry, room: number): Promise<Uint8Array> {
  if ((entry.generalPurposeBitFlag & ENCRYPTED) !== 0)
    throw new Damaged('and is encrypted', 'Open it with its password, and save it without one.');
  const most = Math.min(LIMITS.unpacked, room);
  const tooLarge = new Damaged(`and unpacks to more than ${LIMITS.unpacked / 1e6} MB`, TOO_MUCH);
  if (entry.uncompressedSize > most) throw tooLarge;
  const stream = await zip.openReadStreamPromise(entry);
  const pieces: Buffer[] = [];
  let length = 0;
  for await (const piece of stream as AsyncIterable<Buffer>) {
    length += piece.byteLength;
    if (length > most) throw tooLarge;
    pieces.push(piece);
  }
  const content = Buffer.concat(pieces);
  if (crc32(content) !== entry.crc32) throw new Damaged(`and is damaged: ${entry.fileName} in it`);
  return new Uint8Array(content);
}

function explained(error: unknown): Error {
  if (error instanceof Damaged) return error;
  const { message } = error as Error;
  if (/relative path|absolute path|invalid characters in fileName/i.test(message))
    return new Damaged('and holds a file whose path leads out of it', TOO_MUCH);
  return new Damaged('and is damaged');
}
