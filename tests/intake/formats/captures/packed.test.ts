/** ZIP archives of pages, texts and captures. */
import { describe, expect, test } from 'vitest';
import { refusalOf, takenFrom, zipOf } from '../../../support/captures.ts';

const PAGE =
  '<!doctype html><html><head><title>Ferry stays</title></head><body><h1>Ferry stays</h1><p>“It sails at ten,” said Ida Berg.</p></body></html>';
const MAIL =
  'From: Ida Berg <ida@a.example>\nSubject: Ferry sold\nDate: Mon, 3 May 2021 08:00:00 +0000\n\nThe ferry was sold on Monday, the board said.\n';

describe('a ZIP archive', () => {
  test('each page, text and capture in it is taken, with its path and digest', async () => {
    const { texts, notes, left } = await takenFrom(
      'captures.zip',
      zipOf({
        'b/ferry.html': PAGE,
        'b/ferry_files/frame.html': PAGE,
        'b/ferry_files/style.css': 'p{}',
        '__MACOSX/._ferry.html': 'x',
        'a/late.txt': '\ufeffThe ferry was late.\n',
        'mail.eml': MAIL,
        'table.csv': 'title,text\nOne,The first text.\nTwo,The second text.\n',
        'notes.bin': new Uint8Array([0, 255, 1]),
      }),
    );
    expect(
      texts.map(({ stem, extension, text, capture, keep }) => [
        capture.part?.name,
        stem,
        extension,
        text.slice(0, 20),
        keep.bytes.length === capture.part?.bytes,
      ]),
    ).toEqual([
      ['a/late.txt', 'late', 'txt', '\ufeffThe ferry was late.'.slice(0, 20), true],
      ['b/ferry.html', 'ferry', 'html', '<!doctype html><html', true],
      ['mail.eml', 'mail', 'txt', 'Ferry sold\n\nThe ferr', true],
      ['table.csv, row 1', '', 'txt', 'One\n\nThe first text.', true],
      ['table.csv, row 2', '', 'txt', 'Two\n\nThe second text', true],
    ]);
    expect(texts.every(({ capture }) => capture.kind === 'zip')).toBe(true);
    expect(notes).toEqual(['Left out: 3 files that pages load (pictures, styles and the like).']);
    expect(left).toEqual([{ part: 'notes.bin', why: 'it is no text in UTF-8' }]);
  });
  test.each([
    ['nothing but pictures', zipOf({ 'a.png': 'x' }), /^and holds no text, page or capture/],
    [
      'an archive within it',
      zipOf({ 'a.zip': zipOf({ 'a.txt': 'Words.' }) }),
      /lies within another file/,
    ],
    ['a path that leads out of it', zipOf({ '../a.txt': 'Words.' }), /leads out of it/],
    ['a password', zipOf({ 'a.txt': 'Words.' }, { encrypted: true }), /encrypted/],
    ['a wrong sum', zipOf({ 'a.txt': 'Words.' }, { crc: 1 }), /damaged/],
    [
      'more than may be unpacked',
      zipOf({ 'a.txt': new Uint8Array(65_000_000) }),
      /unpacks to more than 64 MB/,
    ],
    [
      'more than it says',
      zipOf({ 'a.txt': new Uint8Array(70_000_000) }, { size: 10 }),
      /damaged|unpacks/,
    ],
  ])('is refused with %s', async (_, content, why) => {
    expect(await refusalOf('a.zip', content)).toMatch(why);
  });
});
