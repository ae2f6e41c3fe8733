/** Pictures of up to sixteen colours as PNG files. */
import { constants, crc32, deflateRawSync } from 'node:zlib';

const SIGNATURE = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);

/** Level 6 takes twice as long as level 4 for a fiftieth less. A piece ends at a whole byte; others follow. */
const DEFLATE = { level: 4, memLevel: 9, finishFlush: constants.Z_SYNC_FLUSH };

function chunk(type: string, data: Uint8Array): Buffer {
  const bytes = Buffer.alloc(data.length + 12);
  bytes.writeUInt32BE(data.length, 0);
  bytes.write(type, 4, 'latin1');
  bytes.set(data, 8);
  bytes.writeUInt32BE(crc32(bytes.subarray(4, data.length + 8)), data.length + 8);
  return bytes;
}

/** Rows deflated by themselves, as a piece of the pixels of a PNG: each row its filter (0: none), then two pixels a byte. */
export const deflated = (rows: Uint8Array): Uint8Array => deflateRawSync(rows, DEFLATE);

/** The largest prime below 2^16. */
const PRIME = 65521;

/** The check sum at the end of a PNG's pixels: Adler-32, as zlib has it. */
export class Adler {
  #sum = 1;
  #sums = 0;

  /** Adds two bytes. */
  pair(one: number, other: number): void {
    this.#sums += 2 * (this.#sum + one) + other;
    this.#sum += one + other;
  }

  /** Adds so many zeros. To be called at least once in some thousands of bytes. */
  zeros(count: number): void {
    this.#sum %= PRIME;
    this.#sums = (this.#sums + count * this.#sum) % PRIME;
  }

  get value(): number {
    return (this.#sums % PRIME) * 0x10000 + (this.#sum % PRIME);
  }
}

interface Indexed {
  width: number;
  height: number;
  /** Red, green and blue of each colour. */
  palette: Uint8Array;
  /** All rows, from the first: see `deflated`. */
  pieces: readonly Uint8Array[];
  /** Their check sum. */
  check: number;
}

export function pngOf({ width, height, palette, pieces, check }: Indexed): Uint8Array<ArrayBuffer> {
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  header.set([4, 3, 0, 0, 0], 8); // four bits a pixel, colours of a palette
  // zlib's header, the pieces, an empty last block, the check sum.
  const tail = Buffer.from([0x03, 0x00, 0, 0, 0, 0]);
  tail.writeUInt32BE(check, 2);
  return new Uint8Array(
    Buffer.concat([
      SIGNATURE,
      chunk('IHDR', header),
      chunk('PLTE', palette),
      chunk('IDAT', Buffer.concat([Buffer.from([0x78, 0x01]), ...pieces, tail])),
      chunk('IEND', new Uint8Array()),
    ]),
  );
}

/** Whether bytes are a whole PNG with nothing changed in it, by the check sums of its parts. */
export function isWholePng(bytes: Buffer): boolean {
  if (!bytes.subarray(0, SIGNATURE.length).equals(SIGNATURE)) return false;
  for (let at = SIGNATURE.length; at + 12 <= bytes.length;) {
    const end = at + 8 + bytes.readUInt32BE(at);
    if (end + 4 > bytes.length) return false;
    if (crc32(bytes.subarray(at + 4, end)) !== bytes.readUInt32BE(end)) return false;
    at = end + 4;
    if (at === bytes.length) return bytes.toString('latin1', end - 4, end) === 'IEND';
  }
  return false;
}
