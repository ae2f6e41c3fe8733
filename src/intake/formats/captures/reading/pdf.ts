/** The text layer of PDF files. The one file that knows unpdf, which brings PDF.js along; nothing of a PDF is run. */
import { inflateSync } from 'node:zlib';
import { getDocumentProxy } from 'unpdf';
import { Damaged, LIMITS, type Given, type Reading } from '../reader.ts';
import { dayOf, webAddress } from '../stamps.ts';
import { layOut, type LaidOut, type Piece } from './pdf-layout.ts';
import { named, taken, tidy } from './taken.ts';
import type { Fact, Facts } from '../facts.ts';

type PDFDocumentProxy = Awaited<ReturnType<typeof getDocumentProxy>>;

/** Letters of a whole file below which it holds pictures of text, and no text. */
const FEWEST_LETTERS = 40;
const SCAN =
  'Recognise its text first (OCR), for example with `ocrmypdf in.pdf out.pdf`, look it through, and take that in.';

/** Reads a PDF: its text in reading order, with a form feed at the end of each page. */
export async function readPdf(given: Given): Promise<Reading> {
  refuseBombs(given.bytes);
  const pdf = await opened(given.bytes);
  try {
    if (pdf.numPages > LIMITS.pages)
      throw new Damaged(
        `and has more than ${LIMITS.pages} pages`,
        'Take the pages that are wanted out of it.',
      );
    const pages: Piece[][] = [];
    let turned = 0;
    for (let number = 1; number <= pdf.numPages; number++) {
      const { pieces, rotated } = await piecesOf(pdf, number);
      pages.push(pieces);
      turned += rotated;
    }
    const { text, leftOut, browser } = layOut(pages);
    if ((text.match(/\p{L}/gu) ?? []).length < FEWEST_LETTERS)
      return {
        refused: 'and holds no text: its pages are pictures, as a scanner makes them',
        remedy: SCAN,
      };
    const empty = pages.flatMap((pieces, i) => (pieces.length === 0 ? [i + 1] : []));
    return named(given, [
      taken(given, {
        text,
        facts: factsOf(await informationOf(pdf), text, browser),
        notes: [
          `${pages.length} ${pages.length === 1 ? 'page' : 'pages'}.`,
          ...(leftOut.length > 0
            ? [
                `Left out as running heads, feet and page numbers: ${leftOut
                  .slice(0, 8)
                  .map((one) => `“${one}”`)
                  .join(', ')}.`,
              ]
            : []),
          ...(empty.length > 0 ? [`Without text: page ${empty.slice(0, 20).join(', ')}.`] : []),
          ...(turned > 0
            ? [`Left out: ${turned} pieces of text that do not run from left to right.`]
            : []),
        ],
      }),
    ]);
  } catch (error) {
    throw error instanceof Damaged ? error : new Damaged('and is damaged');
  } finally {
    await pdf.loadingTask.destroy();
  }
}

async function opened(bytes: Uint8Array): Promise<PDFDocumentProxy> {
  try {
    // PDF.js takes the bytes away from whoever hands them over.
    return await getDocumentProxy(new Uint8Array(bytes), {
      verbosity: 0,
      useWorkerFetch: false,
      disableFontFace: true,
      useSystemFonts: false,
      stopAtErrors: false,
    });
  } catch (error) {
    if ((error as Error).name === 'PasswordException')
      throw new Damaged(
        'and is encrypted',
        'Open it with its password, and save or print it into a PDF without one.',
      );
    throw new Damaged('and is damaged');
  }
}

const STREAM = Buffer.from('stream');

/** Looks whether a packed part of the file unpacks to more than any page of text needs, before it is unpacked. */
function refuseBombs(bytes: Uint8Array): void {
  const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  let unpacked = 0;
  for (let at = file.indexOf(STREAM); at >= 0; at = file.indexOf(STREAM, at + STREAM.length)) {
    const about = file.toString('latin1', Math.max(0, at - 600), at);
    const own = about.slice(about.lastIndexOf('endobj') + 1);
    if (!/\/Fl(?:ateDecode)?\b/.test(own) || /\/Subtype\s*\/Image\b/.test(own)) continue;
    let from = at + STREAM.length;
    if (file[from] === 13) from++;
    if (file[from] === 10) from++;
    unpacked += lengthUnpacked(
      file.subarray(from),
      (own.match(/\/Fl(?:ateDecode)?\b/g) ?? []).length,
    );
    if (unpacked > LIMITS.together) throw tooLarge();
  }
}

const ANEW = 'Print it into a new PDF, or take in its text as a `.txt` file.';
const tooLarge = () => new Damaged(`and unpacks to more than ${LIMITS.unpacked / 1e6} MB`, ANEW);

/** Bytes that a stream packed so many times unpacks to; nought for one that is no such stream. */
function lengthUnpacked(stream: Uint8Array, times: number): number {
  let content: Uint8Array = stream;
  let length = 0;
  try {
    for (let time = 0; time < times; time++) {
      content = inflateSync(content, { maxOutputLength: LIMITS.unpacked });
      length += content.byteLength;
    }
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ERR_BUFFER_TOO_LARGE') throw tooLarge();
  }
  return length;
}

/** Pieces of text of one page at most. */
const MOST_PIECES = 100_000;
/** A page that draws drawings within drawings shows nothing for hours: no page of text takes so long. */
const LONGEST = 60_000;

type Page = Awaited<ReturnType<PDFDocumentProxy['getPage']>>;
type Items = Awaited<ReturnType<Page['getTextContent']>>['items'];

/** Pieces of text as they are drawn, given up where they do not come to an end. */
async function itemsOf(page: Page, number: number): Promise<Items> {
  const stream = page.streamTextContent().getReader() as ReadableStreamDefaultReader<{
    items: Items;
  }>;
  const items: Items = [];
  let ends: NodeJS.Timeout | undefined;
  const late = new Promise<'late'>((resolve) => {
    ends = setTimeout(() => resolve('late'), LONGEST);
  });
  try {
    for (;;) {
      const read = await Promise.race([stream.read(), late]);
      if (read !== 'late' && read.done) return items;
      if (read !== 'late') for (const item of read.value.items) items.push(item);
      if (read === 'late' || items.length > MOST_PIECES) {
        const why = new Damaged(`and page ${number} of it is no page of text`, ANEW);
        await Promise.race([stream.cancel(why), late]);
        throw why;
      }
    }
  } finally {
    clearTimeout(ends);
  }
}

async function piecesOf(
  pdf: PDFDocumentProxy,
  number: number,
): Promise<{ pieces: Piece[]; rotated: number }> {
  const page = await pdf.getPage(number);
  const items = await itemsOf(page, number);
  let rotated = 0;
  const pieces = items.flatMap((item): Piece[] => {
    if (!('str' in item) || item.str === '') return [];
    const [a = 0, b = 0, c = 0, d = 0, x = 0, y = 0] = item.transform as number[];
    const height = Math.hypot(c, d) || item.height || 10;
    if (Math.abs(b) > 0.2 * Math.abs(a) || a <= 0) {
      if (item.str.trim() !== '') rotated++;
      return [];
    }
    return [{ text: item.str, x, y, width: item.width, height }];
  });
  page.cleanup();
  return { pieces: pieces.filter(({ text }, i) => text.trim() !== '' || i > 0), rotated };
}

type Information = Readonly<Record<string, string>>;

async function informationOf(pdf: PDFDocumentProxy): Promise<Information> {
  const { info } = await pdf.getMetadata();
  return Object.fromEntries(
    Object.entries(info as Record<string, unknown>).flatMap(([key, value]) =>
      typeof value === 'string' && value.trim() !== '' ? [[key, tidy(value)] as const] : [],
    ),
  );
}

const folded = (words: string): string =>
  words
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();

/** What its entries say; programs write them, so that only what the first page prints too is taken for stated. */
function factsOf(
  { Title, Author, CreationDate }: Information,
  text: string,
  browser: LaidOut['browser'],
): Facts {
  const printed = folded(text.slice(0, Math.max(3000, text.indexOf('\f'))));
  const fact = <T>(value: T, entry: string, words: string): Fact<T> => {
    const isPrinted = printed.includes(folded(words));
    const by = `the entry ${entry} of the PDF${isPrinted ? ', and printed in it' : ''}`;
    return isPrinted ? { value, by } : { value, by, isDoubtful: true };
  };
  const names = Author?.split(/\s*[;&]\s*|\s+and\s+/).filter((name) => /\p{L}/u.test(name)) ?? [];
  const [, stamp = ''] = /^D:(\d{8})/.exec(CreationDate ?? '') ?? [];
  const day = dayOf(stamp);
  const address = webAddress(browser?.address ?? '');
  return {
    ...(Title && Title.length <= 300 && { title: fact(Title, 'Title', Title) }),
    ...(names.length > 0 && { authors: fact(names, 'Author', names.join(' ')) }),
    ...(browser &&
      day && { captured: { value: day, by: 'a browser printed the PDF on that day' } }),
    ...(browser &&
      address && { original: { value: address, by: 'printed by a browser on its pages' } }),
    ...(!browser &&
      day && {
        published: { value: day, by: 'the PDF was made on that day', isDoubtful: true },
      }),
  };
}
