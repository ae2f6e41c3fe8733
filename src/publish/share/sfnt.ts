/** The tables of a font file: what a WOFF holds packed and an OpenType file as it stands. */
import { inflateSync } from 'node:zlib';

interface Table {
  tag: string;
  bytes: Uint8Array;
  checksum: number;
}

const viewOf = (bytes: Uint8Array) =>
  new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);

const tagAt = (view: DataView, at: number) =>
  String.fromCharCode(...[0, 1, 2, 3].map((i) => view.getUint8(at + i)));

/** The tables of a WOFF or OpenType file, those of one tag alone where a tag is given. */
function tablesOf(file: Uint8Array, only?: string): Table[] {
  const view = viewOf(file);
  const isWoff = tagAt(view, 0) === 'wOFF';
  const [first, size] = isWoff ? [44, 20] : [12, 16];
  return Array.from({ length: view.getUint16(isWoff ? 12 : 4) }, (_, i) => first + i * size)
    .filter((at) => only === undefined || tagAt(view, at) === only)
    .map((at) => {
      const offset = view.getUint32(at + (isWoff ? 4 : 8));
      const stored = view.getUint32(at + (isWoff ? 8 : 12));
      const whole = isWoff ? view.getUint32(at + 12) : stored;
      const raw = file.subarray(offset, offset + stored);
      return {
        tag: tagAt(view, at),
        bytes: stored < whole ? new Uint8Array(inflateSync(raw)) : raw,
        checksum: view.getUint32(at + (isWoff ? 16 : 4)),
      };
    });
}

/** One table of a WOFF or OpenType file; null if it has none of that tag. */
export function tableOf(file: Uint8Array, tag: string): DataView | null {
  const [table] = tablesOf(file, tag);
  return table ? viewOf(table.bytes) : null;
}

/** A WOFF file as the OpenType file that it holds; another file as it stands. */
export function sfntOf(file: Uint8Array): Uint8Array {
  const view = viewOf(file);
  if (tagAt(view, 0) !== 'wOFF') return file;
  const tables = tablesOf(file);
  const padded = (length: number) => (length + 3) & ~3;
  const head = 12 + tables.length * 16;
  const out = new Uint8Array(
    tables.reduce((length, { bytes }) => length + padded(bytes.length), head),
  );
  const target = viewOf(out);
  target.setUint32(0, view.getUint32(4)); // the flavour
  target.setUint16(4, tables.length);
  const steps = Math.floor(Math.log2(tables.length));
  target.setUint16(6, 16 * 2 ** steps);
  target.setUint16(8, steps);
  target.setUint16(10, 16 * tables.length - 16 * 2 ** steps);
  let offset = head;
  for (const [i, { tag, bytes, checksum }] of tables.entries()) {
    const entry = 12 + i * 16;
    for (let c = 0; c < 4; c++) target.setUint8(entry + c, tag.charCodeAt(c));
    target.setUint32(entry + 4, checksum);
    target.setUint32(entry + 8, offset);
    target.setUint32(entry + 12, bytes.length);
    out.set(bytes, offset);
    offset += padded(bytes.length);
  }
  return out;
}
