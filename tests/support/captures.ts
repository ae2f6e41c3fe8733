/** Captures made in code: the least that a file of each kind holds. */
import { createHash } from 'node:crypto';
import { crc32, deflateRawSync } from 'node:zlib';
import { decoded } from '../../src/text/decoding.ts';
import type { Asked, Taken } from '../../src/intake/formats/captures/reader.ts';
import { readCapture } from '../../src/intake/formats/captures/reading/index.ts';

const bytesOf = (content: string | Uint8Array): Buffer =>
  typeof content === 'string' ? Buffer.from(content) : Buffer.from(content);

/** A ZIP archive. `claims` changes what it says of a file. */
export function zipOf(
  files: Readonly<Record<string, string | Uint8Array>>,
  claims: { size?: number; crc?: number; encrypted?: boolean; stored?: boolean } = {},
): Uint8Array {
  const locals: Buffer[] = [];
  const central: Buffer[] = [];
  let at = 0;
  for (const [name, content] of Object.entries(files)) {
    const data = bytesOf(content);
    const isStored = claims.stored || name === 'mimetype';
    const packed = isStored ? data : deflateRawSync(data);
    const fields = Buffer.alloc(26);
    fields.writeUInt16LE(20, 0);
    fields.writeUInt16LE((claims.encrypted ? 1 : 0) | 0x800, 2);
    fields.writeUInt16LE(isStored ? 0 : 8, 4);
    fields.writeUInt32LE(0x21 << 16, 6);
    fields.writeUInt32LE(claims.crc ?? crc32(data), 10);
    fields.writeUInt32LE(packed.length, 14);
    fields.writeUInt32LE(claims.size ?? data.length, 18);
    fields.writeUInt16LE(Buffer.byteLength(name), 22);
    const local = Buffer.concat([
      Buffer.from('PK\x03\x04', 'latin1'),
      fields,
      Buffer.from(name),
      packed,
    ]);
    const entry = Buffer.alloc(46);
    entry.write('PK\x01\x02', 'latin1');
    entry.writeUInt16LE(20, 4);
    fields.copy(entry, 6);
    entry.writeUInt32LE(at, 42);
    central.push(entry, Buffer.from(name));
    locals.push(local);
    at += local.length;
  }
  const list = Buffer.concat(central);
  const end = Buffer.alloc(22);
  end.write('PK\x05\x06', 'latin1');
  const count = Object.keys(files).length;
  end.writeUInt16LE(count, 8);
  end.writeUInt16LE(count, 10);
  end.writeUInt32LE(list.length, 12);
  end.writeUInt32LE(at, 16);
  return new Uint8Array(Buffer.concat([...locals, list, end]));
}

/** An answer of a web server. */
export const answerOf = (
  body: string | Uint8Array,
  header: readonly string[] = [],
  status = 200,
): Buffer =>
  Buffer.concat([
    Buffer.from(
      [`HTTP/1.1 ${status} OK`, 'Content-Type: text/html; charset=utf-8', ...header, '', ''].join(
        '\r\n',
      ),
    ),
    bytesOf(body),
  ]);

/** A record of a web archive; the digest of its block is stated unless `header` states another. */
export function warcRecord(
  address: string,
  block: Uint8Array,
  {
    type = 'response',
    date = '2021-05-03T10:15:00Z',
    header = [] as readonly string[],
    length = block.length,
  } = {},
): Buffer {
  const digest = createHash('sha256').update(block).digest('hex');
  const id = `<urn:uuid:${createHash('md5')
    .update(address + date)
    .digest('hex')}>`;
  const lines = [
    'WARC/1.1',
    `WARC-Type: ${type}`,
    `WARC-Target-URI: ${address}`,
    `WARC-Date: ${date}`,
    `WARC-Record-ID: ${id}`,
    'Content-Type: application/http; msgtype=response',
    ...(header.length > 0 ? header : [`WARC-Block-Digest: sha256:${digest}`]),
    `Content-Length: ${length}`,
  ];
  return Buffer.concat([
    Buffer.from(`${lines.join('\r\n')}\r\n\r\n`),
    block,
    Buffer.from('\r\n\r\n'),
  ]);
}

/** What is asked where nobody asks for anything. */
const NOTHING: Asked = { pages: [], allArticles: false, mapping: {} };

/** Reads a capture as `npm run add` does; its texts with their words. */
export async function readingOf(
  name: string,
  content: string | Uint8Array,
  asked: Partial<Asked> = {},
) {
  const found = await readCapture(
    { name, bytes: new Uint8Array(bytesOf(content)) },
    { ...NOTHING, ...asked },
  );
  return found?.reading ?? null;
}

/** As `readingOf`, of a capture that is taken. */
export async function takenFrom(
  ...args: Parameters<typeof readingOf>
): Promise<Omit<Taken, 'texts'> & { texts: (Taken['texts'][number] & { text: string })[] }> {
  const reading = await readingOf(...args);
  if (!reading || 'refused' in reading)
    throw new Error(`Expected texts, found ${JSON.stringify(reading)}`);
  return {
    ...reading,
    texts: reading.texts.map((text) => ({ ...text, text: decoded(text.bytes) ?? '(no UTF-8)' })),
  };
}

/** As `readingOf`, of a capture that is refused: why. */
export async function refusalOf(...args: Parameters<typeof readingOf>): Promise<string> {
  const reading = await readingOf(...args);
  if (!reading || !('refused' in reading)) throw new Error('Expected a capture that is refused');
  return [reading.refused, ...(reading.holds ?? [])].join('\n');
}

/** Words on a page of a PDF: where they begin, their size, and a turn in quarters. */
export interface Printed {
  words: string;
  x: number;
  y: number;
  size?: number;
  turned?: boolean;
}

const WINDOWS_1252: Readonly<Record<string, string>> = {
  '“': '\x93',
  '”': '\x94',
  '’': '\x92',
  '–': '\x96',
};

/** A PDF file in Helvetica. `more` are objects and entries of the trailer. */
export function pdfOf(
  pages: readonly (readonly Printed[])[],
  { info = '', trailer = '', pack = (content: Buffer): Buffer => content, filter = '' } = {},
): Uint8Array {
  const objects: Buffer[] = [];
  const object = (content: string | Buffer) => objects.push(bytesOf(content));
  const first = 5;
  const kids = pages.map((_, i) => `${first + 2 * i} 0 R`).join(' ');
  object('<< /Type /Catalog /Pages 2 0 R >>');
  object(`<< /Type /Pages /Kids [${kids}] /Count ${pages.length} >>`);
  object('<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>');
  object(`<< ${info} >>`);
  for (const [i, page] of pages.entries()) {
    const content = page
      .map(({ words, x, y, size = 10, turned }) => {
        const escaped = words
          .replace(/[\\()]/g, '\\$&')
          .replace(/[“”’–]/g, (mark) => WINDOWS_1252[mark] ?? mark);
        return `BT /F1 ${size} Tf ${turned ? '0 1 -1 0' : '1 0 0 1'} ${x} ${y} Tm (${escaped}) Tj ET`;
      })
      .join('\n');
    object(
      `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 600 800] /Resources << /Font << /F1 3 0 R >> >> /Contents ${first + 2 * i + 1} 0 R >>`,
    );
    const packed = pack(Buffer.from(content, 'latin1'));
    object(
      Buffer.concat([
        Buffer.from(`<< /Length ${packed.length} ${filter} >>\nstream\n`),
        packed,
        Buffer.from('\nendstream'),
      ]),
    );
  }
  const parts: Buffer[] = [Buffer.from('%PDF-1.4\n')];
  let at = 9;
  const places = objects.map((content, i) => {
    const place = at;
    const whole = Buffer.concat([
      Buffer.from(`${i + 1} 0 obj\n`),
      content,
      Buffer.from('\nendobj\n'),
    ]);
    parts.push(whole);
    at += whole.length;
    return place;
  });
  parts.push(
    Buffer.from(
      `xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${places.map((place) => `${String(place).padStart(10, '0')} 00000 n \n`).join('')}trailer\n<< /Size ${objects.length + 1} /Root 1 0 R /Info 4 0 R ${trailer} >>\nstartxref\n${at}\n%%EOF\n`,
    ),
  );
  return new Uint8Array(Buffer.concat(parts));
}

/** Lines of a column of a page, from the top down. */
export const column = (x: number, top: number, lines: readonly string[], size = 10): Printed[] =>
  lines.map((words, i) => ({ words, x, y: top - 1.2 * size * i, size }));
