/**
 * Readers of captures, each beside the recogniser of its kind. A kind that has none is refused with
 * its advice. To add one, write a file here that exports a `CaptureReader` and add it to the list.
 */
import { constants, gunzipSync } from 'node:zlib';
import { decoded, decodedAs } from '../../../../text/decoding.ts';
import { sha256 } from '../../../../text/digest.ts';
import { recogniseCapture, type CaptureKind } from '../index.ts';
import { isWebPage } from '../markup.ts';
import {
  Damaged,
  LIMITS,
  type Asked,
  type CaptureReader,
  type Given,
  type Reading,
} from '../reader.ts';
import { readFactiva, readLexis, readProquest } from './databases.ts';
import { readDocx, readOdt } from './documents.ts';
import { readFeed, readJson, readJsonLines, readTable } from './exports.ts';
import { recoded, switched } from './encodings.ts';
import { readMail, readMailbox, readSavedPage } from './mail.ts';
import { readZip } from './packed.ts';
import { readPdf } from './pdf.ts';
import { readSegments, readSubtitles, readTurns } from './subtitles.ts';
import { named, textOf } from './taken.ts';
import { readWacz, readWarc } from './warc.ts';

/** By the id of the kind. */
const READERS: Readonly<Record<string, CaptureReader>> = {
  srt: readSubtitles,
  vtt: readSubtitles,
  segments: readSegments,
  turns: readTurns,
  csv: readTable,
  json: readJson,
  jsonl: readJsonLines,
  feed: readFeed,
  factiva: readFactiva,
  lexisnexis: readLexis,
  proquest: readProquest,
  eml: readMail,
  mbox: readMailbox,
  mht: readSavedPage,
  docx: readDocx,
  odt: readOdt,
  pdf: readPdf,
  warc: readWarc,
  wacz: readWacz,
  zip: readZip,
};

/** What stands for a whole capture that was wrapped in another encoding or packed by itself. */
const WRAPPED: Readonly<Record<string, (given: Given) => Given>> = {
  gzip: (given) => {
    const bytes = unpacked(given.bytes);
    return {
      ...given,
      name: given.name.replace(/\.(?:gz|gzip)$/i, ''),
      bytes,
      text: decoded(bytes),
    };
  },
  'utf-16': (given) => {
    const [first] = given.bytes;
    const text = inEncoding(given.bytes, first === 0xfe ? 'utf-16be' : 'utf-16le');
    return {
      ...given,
      bytes: new TextEncoder().encode(text),
      text,
      notes: [...given.notes, 'Its text was in UTF-16 and is taken in as UTF-8.'],
    };
  },
};

/** The beginning of what is packed, by which its kind is told. */
function beginning(bytes: Uint8Array): Uint8Array {
  try {
    return new Uint8Array(
      gunzipSync(bytes.subarray(0, 65_536), {
        finishFlush: constants.Z_SYNC_FLUSH,
        maxOutputLength: LIMITS.unpacked,
      }),
    );
  } catch {
    return new Uint8Array();
  }
}

function inEncoding(bytes: Uint8Array, encoding: string): string {
  const text = decodedAs(bytes, encoding);
  if (text === null) throw new Damaged(`and some of its bytes are no ${encoding.toUpperCase()}`);
  return text;
}

function unpacked(bytes: Uint8Array): Uint8Array {
  try {
    return new Uint8Array(gunzipSync(bytes, { maxOutputLength: LIMITS.unpacked }));
  } catch (error) {
    throw (error as NodeJS.ErrnoException).code === 'ERR_BUFFER_TOO_LARGE'
      ? new Damaged(
          `and unpacks to more than ${LIMITS.unpacked / 1e6} MB`,
          'Unpack it, and take in the parts that are wanted.',
        )
      : new Damaged('and is damaged: it cannot be unpacked');
  }
}

/** How often something may be wrapped within something wrapped. */
const WRAPPINGS = 3;

/** What reading a file gave, with the kind that it was; null where it is a text as it stands. */
export type ReadCapture = { kind: CaptureKind; reading: Reading | null } | null;

/**
 * Recognises a file by its bytes and reads it. `reading` is null for a kind that no reader knows. Never throws
 * for what is in the file. `isText`: a person says that it is text, whatever it looks like.
 */
export async function readCapture(
  { name, bytes }: { name: string; bytes: Uint8Array },
  asked: Asked,
  isText = false,
  isWithin = false,
): Promise<ReadCapture> {
  const open = async (inner: string, content: Uint8Array) =>
    (await readCapture({ name: inner, bytes: content }, asked, false, true))?.reading ?? null;
  const text = decoded(bytes);
  const own = recogniseCapture(bytes, isText ? null : text);
  const encoded = text === null ? recoded(bytes) : switched(bytes, text);
  const other = own ? null : encoded;
  const kind = own ?? (other && kindOfRecoded(other.text, isText));
  if (!kind) return null;
  const file = { kind: kind.id, name, sha256: sha256(bytes), bytes: bytes.byteLength };
  const whole = {
    bytes,
    extension: /\.([a-z0-9]{1,8})$/i.exec(name)?.[1]?.toLowerCase() ?? kind.id,
  };
  const given = { name, bytes, text, file, whole, notes: [], ...(!isWithin && { open }) };
  const inUtf8 = other && {
    ...{ text: other.text, bytes: new TextEncoder().encode(other.text), notes: [other.note] },
  };
  try {
    return await readAs(kind, { ...given, ...inUtf8 }, asked);
  } catch (error) {
    if (!(error instanceof Damaged)) throw error;
    return { kind, reading: { refused: error.message, remedy: error.remedy } };
  }
}

/** What a text was before it was taken in as UTF-8. */
const RECODED = (['html', 'txt'] as const).map((id): CaptureKind => ({
  id,
  name: id === 'html' ? 'a saved web page (HTML)' : 'a text',
  matches: () => false,
  isText: true,
  advice: '',
}));

function kindOfRecoded(text: string, isText: boolean): CaptureKind | null {
  const kind = isText ? null : recogniseCapture(new TextEncoder().encode(text), text);
  return kind ?? RECODED.find(({ id }) => (id === 'html') === isWebPage(text)) ?? null;
}

async function readAs(
  outer: CaptureKind,
  outside: Given,
  asked: Asked,
): Promise<NonNullable<ReadCapture>> {
  let kind: CaptureKind | null = outer;
  let given = outside;
  if (kind.id === 'gzip') {
    // Each record of a web archive is packed by itself, and unpacked when it is read.
    const inner = recogniseCapture(beginning(given.bytes), null);
    if (inner?.id === 'warc') kind = inner;
  }
  for (let times = 0; kind && WRAPPED[kind.id]; times++) {
    if (times === WRAPPINGS) throw new Damaged('packed within itself again and again');
    given = WRAPPED[kind.id]?.(given) ?? given;
    kind = recogniseCapture(given.bytes, given.text);
  }
  if (!kind || RECODED.includes(kind))
    return { kind: outer, reading: named(given, [textOf(given)]) };
  const reader = READERS[kind.id];
  const inner = { ...given, file: { ...given.file, kind: kind.id } };
  return { kind, reading: reader ? await reader(inner, asked) : null };
}
