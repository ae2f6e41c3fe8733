/** Captures that are not in UTF-8: read in the encoding that they state or that their bytes tell, and kept as they were. */
import { gzipSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { readCapture } from '../../../../src/intake/formats/captures/reading/index.ts';

const asked = { pages: [], allArticles: false, mapping: {} };
const readingOf = async (name: string, bytes: Uint8Array) => {
  const capture = await readCapture({ name, bytes: new Uint8Array(bytes) }, asked);
  const reading = capture?.reading;
  return reading && 'texts' in reading
    ? {
        kind: capture.kind.id,
        notes: reading.notes,
        texts: reading.texts.map(({ bytes: own, extension }) => ({
          extension,
          text: new TextDecoder().decode(own),
        })),
      }
    : null;
};
/** Bytes of a text in which each letter has one byte: those of windows-1252, and of others by their numbers. */
const WINDOWS = new Map([...'€‚ƒ„…†‡ˆ‰Š‹Œ‘’“”•–—˜™š›œ'].map((sign) => [sign, sign] as const));
const NUMBERS: Record<string, number> = {
  '€': 0x80,
  '„': 0x84,
  '…': 0x85,
  '‘': 0x91,
  '’': 0x92,
  '“': 0x93,
  '”': 0x94,
  '–': 0x96,
  '—': 0x97,
};
const windows = (text: string) =>
  Uint8Array.from(
    [...text].map((sign) => (WINDOWS.has(sign) ? (NUMBERS[sign] ?? 63) : sign.charCodeAt(0))),
  );
const cyrillic = (text: string) =>
  Uint8Array.from(
    [...text].map((sign) => {
      const code = sign.charCodeAt(0);
      return code >= 0x410 && code <= 0x44f ? code - 0x410 + 0xc0 : code;
    }),
  );

const WORDS = '“We’ll keep the ferry,” said Zoë Obi – “for now.”';
const page = (head: string, words = WORDS) =>
  `<!doctype html><html><head>${head}<title>A</title></head><body><p>${words}</p></body></html>`;

describe('a page', () => {
  test.each([
    ['says so', '<meta http-equiv="Content-Type" content="text/html; charset=iso-8859-1">'],
    ['says nothing', ''],
    ['calls it UTF-8', '<meta charset="utf-8">'],
  ])('in Windows-1252 that %s', async (_, head) => {
    const read = await readingOf('ferry.htm', windows(page(head)));
    expect(read?.texts).toEqual([{ extension: 'html', text: page(head) }]);
    expect(read?.notes).toEqual(['Its text was in windows-1252 and is taken in as UTF-8.']);
    expect(read?.kind).toBe('html');
  });

  test('in the encoding that it states', async () => {
    const source = page('<meta charset="windows-1251">', 'Паром остаётся'.replace('ё', 'е'));
    const read = await readingOf('a.html', cyrillic(source));
    expect(read?.texts[0]?.text).toBe(source);
  });

  test('that switches between sets of letters', async () => {
    const source = page('<meta charset="iso-2022-jp">', '\u001b$B$3$s\u001b(B');
    const read = await readingOf('a.html', Buffer.from(source));
    expect(read?.texts[0]?.text).toContain('<p>こん</p>');
  });

  test('in UTF-8 but for a damaged byte', async () => {
    const bytes = Buffer.from(page('<meta charset="utf-8">', `${WORDS.repeat(40)}#`));
    bytes[bytes.indexOf('#')] = 0xe9;
    const read = await readingOf('a.html', bytes);
    expect(read?.texts[0]?.text).toContain('”\ufffd<');
    expect(read?.notes).toEqual(['One place in it is not UTF-8 and is read as `\ufffd`.']);
  });

  test('that was packed is a page', async () => {
    const read = await readingOf('a.html.gz', gzipSync(page('')));
    expect(read?.texts).toEqual([{ extension: 'html', text: page('') }]);
  });
});

test('a table of a program for Windows', async () => {
  const read = await readingOf('a.csv', windows(`title;text\r\nThe ferry stays;${WORDS}\r\n`));
  expect(read?.kind).toBe('csv');
  expect(read?.texts[0]?.text).toContain(WORDS);
});

test.each([
  ['of another alphabet', cyrillic('Паром остается, говорит совет.')],
  [
    'with signs within its words',
    Uint8Array.from(Buffer.from('Nie zamkniemy mostu, powiedzia\xb3a pani burmistrz.', 'latin1')),
  ],
  ['with control characters', Uint8Array.of(0x93, 0x61, 0x01, 0x94)],
])('a text that may be in any encoding is left to a person: one %s', async (_, bytes) => {
  expect(await readingOf('a.txt', bytes)).toBeNull();
});
