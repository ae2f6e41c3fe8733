/** What a web server sent: its header, and its body as a browser would have it. */
import { brotliDecompressSync, gunzipSync, inflateRawSync, inflateSync } from 'node:zlib';
import { Damaged, LIMITS } from '../reader.ts';

export interface HttpAnswer {
  status: number;
  /** By name in small letters; of two of one name, the first. */
  header: ReadonlyMap<string, string>;
  /** As it was sent. */
  sent: Uint8Array;
  /** `sent` without what parts it into chunks. */
  whole: Uint8Array;
}

const MOST_HEADER = 262_144;

/** The place after the empty line that ends a header; -1 where there is none. */
function endOfHeader(bytes: Uint8Array): number {
  const most = Math.min(bytes.length, MOST_HEADER);
  for (let i = 0; i < most; i++) {
    if (bytes[i] !== 10) continue;
    if (bytes[i + 1] === 10) return i + 2;
    if (bytes[i + 1] === 13 && bytes[i + 2] === 10) return i + 3;
  }
  return -1;
}

/** An answer of a web server; null where the bytes are none. */
export function httpAnswer(bytes: Uint8Array): HttpAnswer | null {
  const end = endOfHeader(bytes);
  if (end < 0) return null;
  const [first = '', ...lines] = Buffer.from(bytes.subarray(0, end))
    .toString('latin1')
    .split(/\r?\n/);
  const [, status] = /^HTTP\/\d(?:\.\d)? (\d{3})/.exec(first) ?? [];
  if (status === undefined) return null;
  const header = new Map<string, string>();
  for (const line of lines) {
    const [, name = '', value = ''] = /^([!-9;-~]+):[ \t]*(.*?)[ \t]*$/.exec(line) ?? [];
    const key = name.toLowerCase();
    if (key !== '' && !header.has(key)) header.set(key, value);
  }
  const sent = bytes.subarray(end);
  const isChunked = /\bchunked\b/i.test(header.get('transfer-encoding') ?? '');
  return { status: Number(status), header, sent, whole: isChunked ? unchunked(sent) : sent };
}

/** The pieces of a body put together; a body that is not in pieces, whatever its header says, as it is. */
function unchunked(bytes: Uint8Array): Uint8Array {
  const pieces: Uint8Array[] = [];
  let at = 0;
  for (;;) {
    const line = Buffer.from(bytes.subarray(at, at + 80)).toString('latin1');
    const [head, size] = /^([0-9a-f]{1,8})(?:;[^\r\n]*)?\r?\n/i.exec(line) ?? [];
    if (head === undefined || size === undefined)
      return pieces.length === 0 ? bytes : joined(pieces);
    const length = Number.parseInt(size, 16);
    if (length === 0) return joined(pieces);
    const from = at + head.length;
    pieces.push(bytes.subarray(from, from + length));
    at = from + length;
    while (bytes[at] === 13 || bytes[at] === 10) at++;
  }
}

const joined = (pieces: readonly Uint8Array[]): Uint8Array => new Uint8Array(Buffer.concat(pieces));

const most = { maxOutputLength: LIMITS.unpacked };
const DECODERS: Readonly<Record<string, (bytes: Uint8Array) => Buffer>> = {
  gzip: (bytes) => gunzipSync(bytes, most),
  'x-gzip': (bytes) => gunzipSync(bytes, most),
  br: (bytes) => brotliDecompressSync(bytes, most),
  // Some servers send it without its frame.
  deflate: (bytes) => {
    try {
      return inflateSync(bytes, most);
    } catch {
      return inflateRawSync(bytes, most);
    }
  },
};

/** The body unpacked. Throws `Damaged` where it cannot be. Some archives store it unpacked and keep the header. */
export function bodyOf({ header, whole }: HttpAnswer): Uint8Array {
  const encodings = (header.get('content-encoding') ?? '')
    .toLowerCase()
    .split(',')
    .map((one) => one.trim())
    .filter((one) => one !== '' && one !== 'identity');
  let body = whole;
  for (const encoding of encodings.reverse()) {
    const decode = DECODERS[encoding];
    if (!decode) throw new Damaged(`its body is packed as \`${encoding}\`, which is not read`);
    if (encoding.includes('gzip') && !(body[0] === 0x1f && body[1] === 0x8b)) continue;
    try {
      body = new Uint8Array(decode(body));
    } catch (error) {
      const isLarge = (error as NodeJS.ErrnoException).code === 'ERR_BUFFER_TOO_LARGE';
      throw new Damaged(
        isLarge
          ? `its body unpacks to more than ${LIMITS.unpacked / 1e6} MB`
          : 'its body cannot be unpacked',
      );
    }
  }
  return body;
}
