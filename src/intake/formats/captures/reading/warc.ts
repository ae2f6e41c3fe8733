/**
 * Web archives: WARC, packed or not, and WACZ. Their pages are listed until somebody says which are
 * wanted. The one file that knows warcio, which frames the records; what a server sent is read in `http.ts`.
 */
import { createHash } from 'node:crypto';
import { WARCParser } from 'warcio';
import { decoded } from '../../../../text/decoding.ts';
import {
  Damaged,
  LIMITS,
  type Asked,
  type Given,
  type Reading,
  type TakenText,
} from '../reader.ts';
import { dayOf, webAddress } from '../stamps.ts';
import { recoded } from './encodings.ts';
import { bodyOf, httpAnswer } from './http.ts';
import { named, taken, within } from './taken.ts';
import { filesInZip } from './zip.ts';

/** A page of an archive. */
interface Page {
  address: string;
  /** As the record has it: `2021-05-03T10:15:00Z`. */
  date: string;
  /** `<urn:uuid:…>`. */
  id: string;
  body: Uint8Array;
  isHtml: boolean;
  isPdf: boolean;
  charset: string | null;
  /** The record as a web archive of its own. */
  record: Uint8Array;
}

interface Pages {
  pages: Page[];
  left: { part: string; why: string }[];
  /** Records that hold no page of their own. */
  others: string[];
}

/** Bytes that are unpacked at once, so that no piece grows beyond some megabytes. */
const PIECE = 16_384;

function* inPieces(bytes: Uint8Array): Generator<Uint8Array> {
  for (let at = 0; at < bytes.length; at += PIECE) yield bytes.subarray(at, at + PIECE);
}

const LARGE = `it holds more than ${LIMITS.unpacked / 1e6} MB`;

async function pagesIn(bytes: Uint8Array, into: Pages): Promise<void> {
  let records = 0;
  let together = 0;
  try {
    const parser = new WARCParser(inPieces(bytes), { keepHeadersCase: true, parseHttp: false });
    for await (const record of parser) {
      if (++records > LIMITS.entries)
        throw new Damaged(`and holds more than ${LIMITS.entries} records`);
      const { warcType, warcContentLength: length } = record;
      const part = `record ${field(record.warcHeaders.headers, 'WARC-Record-ID') ?? records}`;
      const block = await blockOf(record);
      if ((warcType !== 'response' && warcType !== 'resource') || length === 0) {
        into.others.push(part);
        continue;
      }
      if (block === null) {
        into.left.push({ part, why: LARGE });
        continue;
      }
      together += block.byteLength;
      if (together > LIMITS.together)
        throw new Damaged(`and unpacks to more than ${LIMITS.together / 1e6} MB`, WANTED);
      const head = `${record.warcHeaders.toString().trimEnd()}\r\n\r\n`;
      const found =
        block.byteLength < length
          ? 'it is cut off'
          : pageOf(record.warcHeaders.headers, { type: warcType, block, head });
      if (typeof found === 'string') into.left.push({ part, why: found });
      else if (found) into.pages.push(found);
      else into.others.push(part);
    }
  } catch (error) {
    if (error instanceof Damaged) throw error;
    throw new Damaged('and is damaged');
  }
  if (records === 0) throw new Damaged('and is damaged: it holds no record');
}

/**
 * All bytes of a record; null where they are too many. Each record is read to its end: warcio waits for ever
 * for the rest of one that says it is longer than the file.
 */
async function blockOf(record: AsyncIterable<Uint8Array>): Promise<Uint8Array | null> {
  let pieces: Uint8Array[] = [];
  let length = 0;
  for await (const piece of record) {
    length += piece.byteLength;
    if (length > LIMITS.unpacked) pieces = [];
    else pieces.push(piece);
  }
  return length > LIMITS.unpacked ? null : new Uint8Array(Buffer.concat(pieces));
}

const WANTED = 'Take the pages that are wanted out of it with a tool for web archives.';

type Fields = Iterable<[string, string]>;
const field = (fields: Fields, wanted: string): string | undefined => {
  for (const [name, value] of fields) if (name.toLowerCase() === wanted.toLowerCase()) return value;
  return undefined;
};

const charsetIn = (type: string): string | null =>
  /charset\s*=\s*["']?([\w.:-]+)/i.exec(type)?.[1]?.toLowerCase() ?? null;
const HTML = /^(?:text\/html|application\/xhtml\+xml)\b/i;

/** The page that a record holds, null where it holds none, or why it cannot be had. */
function pageOf(
  fields: Fields,
  { type, block, head }: { type: string; block: Uint8Array; head: string },
): Page | string | null {
  const address = webAddress((field(fields, 'WARC-Target-URI') ?? '').replace(/^<|>$/g, ''));
  const answer = type === 'response' ? httpAnswer(block) : null;
  if (address === null || (type === 'response' && answer?.status !== 200)) return null;
  const stated = (answer ? answer.header.get('content-type') : field(fields, 'Content-Type')) ?? '';
  const isPdf = /^application\/(?:x-)?pdf\b/i.test(stated);
  if (!HTML.test(stated) && !/^text\/plain\b/i.test(stated) && !isPdf) return null;
  if (!isRight(fields, block, answer ? [answer.sent, answer.whole] : [block]))
    return 'its digest is not that of its bytes: it was altered or damaged';
  try {
    return {
      address,
      body: answer ? bodyOf(answer) : block,
      isHtml: HTML.test(stated),
      isPdf,
      date: field(fields, 'WARC-Date') ?? '',
      id: field(fields, 'WARC-Record-ID') ?? address,
      charset: charsetIn(stated),
      record: new Uint8Array(Buffer.concat([Buffer.from(head), block, Buffer.from('\r\n\r\n')])),
    };
  } catch (error) {
    if (error instanceof Damaged) return error.message;
    throw error;
  }
}

const BASE32 = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567';

function base32(bytes: Uint8Array): string {
  let [bits, held, digits] = [0, 0, ''];
  for (const byte of bytes) {
    held = (held << 8) | byte;
    bits += 8;
    for (; bits >= 5; bits -= 5) digits += BASE32[(held >>> (bits - 5)) & 31] ?? '';
    held &= (1 << bits) - 1;
  }
  return bits > 0 ? digits + (BASE32[(held << (5 - bits)) & 31] ?? '') : digits;
}

/** Whether the digests of a record are those of its bytes, or of a kind that is not known. */
function isRight(fields: Fields, block: Uint8Array, payloads: readonly Uint8Array[]): boolean {
  const check = (stated: string | undefined, contents: readonly Uint8Array[]): boolean => {
    const [, name = '', digest = ''] = /^(sha-?1|sha-?256):([A-Z0-9=]+)$/i.exec(stated ?? '') ?? [];
    if (name === '') return true;
    const algorithm = name.toLowerCase().replace('-', '');
    const wanted = digest.replace(/=+$/, '').toLowerCase();
    return contents.some((content) => {
      const sum = createHash(algorithm).update(content).digest();
      return sum.toString('hex') === wanted || base32(sum).toLowerCase() === wanted;
    });
  };
  return (
    check(field(fields, 'WARC-Block-Digest'), [block]) &&
    check(field(fields, 'WARC-Payload-Digest'), payloads)
  );
}

const ARTICLE =
  /<meta[^>]{1,200}og:type[^>]{1,100}article|"@type"\s*:\s*\[?\s*"[A-Za-z]{0,20}Article"|<article[\s>]/i;
const UNREAD = /<(script|style|noscript|template)\b[\s\S]*?<\/\1\s*>/gi;
const WITHIN_LINE =
  /<\/?(?:a|abbr|b|cite|em|font|i|mark|q|small|span|strong|sub|sup|time|u)\b[^<>]*>/gi;
const FEWEST_LETTERS = 800;

/** Whether a page says that it is an article, or holds as much running text as one: sentences, not titles of others. */
function isArticle({ body, charset, isHtml, isPdf }: Page): boolean {
  if (isPdf) return false;
  const text = decoded(body) ?? recoded(body, charset)?.text ?? '';
  if (!isHtml) return text.length >= FEWEST_LETTERS;
  const prose = text
    .replace(UNREAD, ' ')
    .replace(WITHIN_LINE, '')
    .split(/<[^<>]*>/)
    .map((line) => line.trim())
    .filter((line) => line.length >= 40 && /[.!?…。！？।؟]["”’»)\]]*$/.test(line))
    .reduce((sum, line) => sum + line.length, 0);
  return prose >= FEWEST_LETTERS || (prose >= FEWEST_LETTERS / 4 && ARTICLE.test(text));
}

const sameAddress = (one: string, other: string): boolean =>
  one.replace(/#.*$/, '').replace(/\/$/, '') === other.replace(/#.*$/, '').replace(/\/$/, '');

/** The newest capture of each address, in the order of the archive. */
function newest(pages: readonly Page[]): { pages: Page[]; older: number } {
  const byAddress = new Map<string, Page>();
  for (const page of pages) {
    const held = byAddress.get(page.address);
    if (!held || held.date < page.date) byAddress.set(page.address, page);
  }
  return { pages: [...byAddress.values()], older: pages.length - byAddress.size };
}

async function textOf(given: Given, page: Page): Promise<TakenText[] | string> {
  const { address, body, charset, date, id, isHtml, record } = page;
  const { pathname, hostname } = new URL(address);
  const [last = ''] = pathname
    .split('/')
    .filter((one) => /[a-z]{3}/i.test(one))
    .slice(-1);
  const day = dayOf(date);
  const read = decoded(body) === null ? recoded(body, charset) : null;
  const facts = {
    original: { value: address, by: `the target address of ${id}` },
    ...(day && { captured: { value: day, by: `the date of ${id}, ${date}` } }),
  };
  const stem = last.replace(/\.[a-z]{2,5}$/i, '') || hostname;
  if (page.isPdf) {
    const found = await within(given, {
      name: `record ${id}`,
      file: `${stem}.pdf`,
      bytes: body,
      facts,
    });
    return typeof found === 'string' ? found : found.map((text) => ({ ...text, stem }));
  }
  const text = taken(given, {
    text: read?.text ?? '',
    extension: isHtml ? 'html' : 'txt',
    stem,
    facts,
    notes: read === null ? [] : [read.note],
    part: { name: `record ${id}`, bytes: record, extension: 'warc' },
  });
  return [read === null ? { ...text, bytes: body } : text];
}

const HOW =
  'Say which pages are wanted: --page ADDRESS, as often as needed, or --all-articles for every page that is an article by its looks.';
const MOST_LISTED = 500;

async function chosen(
  given: Given,
  asked: Asked,
  { pages: all, left, others }: Pages,
): Promise<Reading> {
  if (all.length === 0)
    return {
      refused:
        left.length > 0
          ? `but none of its pages can be read: ${left[0]?.part} is not taken, since ${left[0]?.why}`
          : 'but holds no page',
      remedy: 'Capture the page once more.',
    };
  const { pages, older } = newest(all);
  const missing = asked.pages.filter(
    (wanted) => !pages.some((page) => sameAddress(page.address, wanted)),
  );
  const wanted = asked.pages.length > 0 || asked.allArticles;
  const picked = pages.filter(
    (page) =>
      (!wanted && pages.length === 1) ||
      asked.pages.some((one) => sameAddress(page.address, one)) ||
      (asked.allArticles && isArticle(page)),
  );
  if (picked.length === 0) {
    const none =
      asked.pages.length > 0
        ? `but does not hold ${asked.pages.join(', ')}`
        : 'but none of its pages looks like an article';
    return {
      refused: wanted ? none : `which holds ${pages.length} pages`,
      remedy: HOW,
      holds: [
        ...pages
          .slice(0, MOST_LISTED)
          .map(({ address, date }) => `${dayOf(date) ?? date} ${address}`),
        ...(pages.length > MOST_LISTED ? [`and ${pages.length - MOST_LISTED} more`] : []),
      ],
    };
  }
  const rest = pages.length - picked.length;
  const texts: TakenText[] = [];
  for (const page of picked) {
    const found = await textOf(given, page);
    if (typeof found === 'string') left.push({ part: `record ${page.id}`, why: found });
    else texts.push(...found);
  }
  return named(
    given,
    texts,
    [...left, ...missing.map((part) => ({ part, why: 'the web archive does not hold it' }))],
    [
      ...(rest > 0
        ? [
            `${rest} other ${rest === 1 ? 'page' : 'pages'} of it ${rest === 1 ? 'was' : 'were'} not asked for.`,
          ]
        : []),
      ...(older > 0
        ? [
            `Of addresses captured more than once the newest capture is taken; ${older} older left out.`,
          ]
        : []),
      ...(others.length > 0 ? [`${others.length} of its records hold no page.`] : []),
    ],
  );
}

const none = (): Pages => ({ pages: [], left: [], others: [] });

/** WARC. */
export async function readWarc(given: Given, asked: Asked): Promise<Reading> {
  const pages = none();
  await pagesIn(given.bytes, pages);
  return chosen(given, asked, pages);
}

/** WACZ: web archives in a ZIP archive that states their digests. */
export async function readWacz(given: Given, asked: Asked): Promise<Reading> {
  const files = await filesInZip(given.bytes, (name) =>
    /^archive\/[^/]+\.warc(?:\.gz)?$|^datapackage\.json$/.test(name),
  );
  const stated = digestsIn(files.get('datapackage.json'));
  const pages = none();
  for (const [name, bytes] of files) {
    if (name === 'datapackage.json') continue;
    const digest = stated.get(name);
    if (digest !== undefined && digest !== createHash('sha256').update(bytes).digest('hex'))
      throw new Damaged(`and is damaged: the digest of ${name} is another than it states`);
    await pagesIn(bytes, pages);
  }
  return chosen(given, asked, pages);
}

/** SHA-256 by path, as a WACZ states them of its files. */
function digestsIn(bytes: Uint8Array | undefined): Map<string, string> {
  try {
    const { resources = [] } = JSON.parse(new TextDecoder().decode(bytes)) as {
      resources?: { path?: string; hash?: string }[];
    };
    return new Map(
      resources.flatMap(({ path = '', hash = '' }) => {
        const [, digest] = /^sha256:([0-9a-f]{64})$/i.exec(hash) ?? [];
        return digest === undefined ? [] : [[path, digest.toLowerCase()] as const];
      }),
    );
  } catch {
    return new Map();
  }
}
