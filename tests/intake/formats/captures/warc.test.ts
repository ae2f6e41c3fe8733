/** Pages out of web archives: asked for by address, checked by digest, unpacked. */
import { createHash } from 'node:crypto';
import { brotliCompressSync, deflateRawSync, gzipSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import {
  answerOf,
  column,
  pdfOf,
  refusalOf,
  takenFrom,
  warcRecord,
  zipOf,
} from '../../../support/captures.ts';

const page = (title: string, words = 'We keep the ferry. ') =>
  `<!doctype html><html><head><title>${title}</title></head><body><p>${words.repeat(60)}</p></body></html>`;
const FERRY = 'https://harbour.example/news/night-ferry-stays.html';
const HOME = 'https://harbour.example/';
const ferry = warcRecord(FERRY, answerOf(page('Ferry')));
const home = warcRecord(HOME, answerOf('<!doctype html><title>Home</title><p>News</p>'));
const request = warcRecord(FERRY, Buffer.from('GET / HTTP/1.1\r\n\r\n'), { type: 'request' });

describe('WARC', () => {
  test('its one page is taken, with its address and the day of its capture', async () => {
    const { texts, notes } = await takenFrom('crawl.warc', Buffer.concat([request, ferry]));
    expect(texts).toHaveLength(1);
    const [{ text, stem, extension, facts, capture, keep } = texts[0]!] = texts;
    expect([text, stem, extension]).toEqual([page('Ferry'), 'night-ferry-stays', 'html']);
    expect([facts.original?.value, facts.captured?.value]).toEqual([FERRY, '2021-05-03']);
    expect(facts.captured?.by).toMatch(/^the date of <urn:uuid:[0-9a-f]+>, 2021-05-03T10:15:00Z$/);
    expect(capture.kind).toBe('warc');
    expect(Buffer.from(keep.bytes).equals(ferry)).toBe(true);
    expect(capture.part?.sha256).toBe(createHash('sha256').update(ferry).digest('hex'));
    expect(notes).toEqual(['1 of its records hold no page.']);
  });

  test('of several pages those are taken that are asked for', async () => {
    const crawl = Buffer.concat([home, ferry]);
    expect(await refusalOf('crawl.warc', crawl)).toBe(
      `which holds 2 pages\n2021-05-03 ${HOME}\n2021-05-03 ${FERRY}`,
    );
    const stems = async (asked: object) =>
      (await takenFrom('crawl.warc', crawl, asked)).texts.map(({ stem }) => stem);
    expect(await stems({ pages: [HOME] })).toEqual(['harbour.example']);
    expect(await stems({ allArticles: true })).toEqual(['night-ferry-stays']);
    const { left } = await takenFrom('crawl.warc', crawl, { pages: [HOME, `${HOME}x`] });
    expect(left).toEqual([{ part: `${HOME}x`, why: 'the web archive does not hold it' }]);
    expect(await refusalOf('crawl.warc', crawl, { pages: [`${HOME}x`] })).toMatch(
      /^but does not hold/,
    );
  });

  test('a page without paragraphs is an article by its sentences; a PDF file is taken by its address', async () => {
    const old = `<html><body><table><td><font size=2>${'“We keep the <b>night</b> ferry for all who need it,” said the mayor.<br><br>'.repeat(20)}</td></table>`;
    const list = `<html><body>${'<div><a href="/a">A title of an article which is longer than forty letters</a></div>'.repeat(40)}`;
    const pdf = Buffer.from(
      pdfOf([column(72, 700, Array<string>(12).fill('The board keeps the ferry.'))]),
    );
    const crawl = Buffer.concat([
      warcRecord(`${HOME}old.html`, answerOf(old)),
      warcRecord(`${HOME}list.html`, answerOf(list)),
      warcRecord(
        `${HOME}report.pdf`,
        Buffer.concat([
          Buffer.from('HTTP/1.1 200 OK\r\nContent-Type: application/pdf\r\n\r\n'),
          pdf,
        ]),
      ),
    ]);
    const all = await takenFrom('crawl.warc', crawl, { allArticles: true });
    expect(all.texts.map(({ stem }) => stem)).toEqual(['old']);
    const { texts } = await takenFrom('crawl.warc', crawl, { pages: [`${HOME}report.pdf`] });
    expect(texts[0]?.text).toContain('The board keeps the ferry.');
    expect(texts[0]?.text).not.toContain('%PDF');
    expect([texts[0]?.capture.kind, texts[0]?.stem, texts[0]?.facts.original?.value]).toEqual([
      'warc',
      'report',
      `${HOME}report.pdf`,
    ]);
  });

  test('the newest capture of an address is taken', async () => {
    const later = warcRecord(FERRY, answerOf(page('Later')), { date: '2022-01-02T00:00:00Z' });
    const { texts, notes } = await takenFrom('crawl.warc', Buffer.concat([later, ferry]));
    expect(texts.map(({ facts }) => facts.captured?.value)).toEqual(['2022-01-02']);
    expect(notes[0]).toMatch(/newest capture is taken; 1 older left out/);
  });

  test.each([
    ['gzip', gzipSync],
    ['br', brotliCompressSync],
    ['deflate', deflateRawSync],
  ] as const)('a body that is packed as %s is unpacked', async (encoding, pack) => {
    const block = answerOf(pack(Buffer.from(page('Ferry'))), [`Content-Encoding: ${encoding}`]);
    const { texts } = await takenFrom('crawl.warc', warcRecord(FERRY, block));
    expect(texts[0]?.text).toBe(page('Ferry'));
  });

  test('a body in pieces is put together, whichever way its digest was made', async () => {
    const whole = Buffer.from(page('Ferry'));
    const pieces = Buffer.concat([
      Buffer.from(`10;x=1\r\n`),
      whole.subarray(0, 16),
      Buffer.from(`\r\n${(whole.length - 16).toString(16)}\r\n`),
      whole.subarray(16),
      Buffer.from('\r\n0\r\n\r\n'),
    ]);
    const block = answerOf(pieces, ['Transfer-Encoding: chunked']);
    for (const payload of [whole, pieces]) {
      const digest = createHash('sha1').update(payload).digest('hex');
      const record = warcRecord(FERRY, block, { header: [`WARC-Payload-Digest: sha1:${digest}`] });
      expect((await takenFrom('crawl.warc', record)).texts[0]?.text).toBe(page('Ferry'));
    }
  });

  test('records may be packed one by one', async () => {
    const packed = Buffer.concat([home, ferry].map((record) => gzipSync(record)));
    const { texts } = await takenFrom('crawl.warc.gz', packed, { pages: [FERRY] });
    expect([texts[0]?.text, texts[0]?.capture.kind]).toEqual([page('Ferry'), 'warc']);
  });

  test('a page in another encoding is taken in as UTF-8, and said so', async () => {
    const block = Buffer.from(
      'HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=windows-1252\r\n\r\n<html><p>Caf\xe9</html>',
      'latin1',
    );
    const { texts } = await takenFrom('crawl.warc', warcRecord(FERRY, block));
    expect(texts[0]?.text).toBe('<html><p>Café</html>');
    expect(texts[0]?.notes).toEqual(['Its text was in windows-1252 and is taken in as UTF-8.']);
  });

  test('SHA-1 in base 32 is checked, and an altered page is not taken', async () => {
    // Python's base64.b32encode of its SHA-1 gives the other one.
    const right = 'CH2YZ3FADKYLUAFRG27HT6KZHCQ6DYJM';
    const block = Buffer.from('HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\nx');
    const sum = createHash('sha1').update('x').digest('hex');
    expect(sum).toBe('11f6ad8ec52a2984abaafd7c3b516503785c2072');
    const base32 = 'CH3K3DWFFIUYJK5K7V6DWULFAN4FYIDS';
    const record = (digest: string) =>
      warcRecord(FERRY, block, { header: [`WARC-Payload-Digest: sha1:${digest}`] });
    expect((await takenFrom('crawl.warc', record(base32))).texts).toHaveLength(1);
    expect(await refusalOf('crawl.warc', record(right))).toMatch(/altered or damaged/);
  });

  test('what is cut off, empty or lies about its length is refused, and the others are taken', async () => {
    expect(await refusalOf('crawl.warc', ferry.subarray(0, 600))).toMatch(/it is cut off/);
    const lying = warcRecord(HOME, answerOf('x'), { length: 5_000_000_000 });
    const { texts, left } = await takenFrom('crawl.warc', Buffer.concat([ferry, lying]));
    expect([texts.length, left.map(({ why }) => why)]).toEqual([1, ['it is cut off']]);
    const bomb = answerOf(gzipSync(Buffer.alloc(65_000_000)), ['Content-Encoding: gzip']);
    expect(await refusalOf('crawl.warc', warcRecord(HOME, bomb))).toMatch(
      /unpacks to more than 64 MB/,
    );
  });
});

describe('WACZ', () => {
  const archive = gzipSync(ferry);
  const hash = `sha256:${createHash('sha256').update(archive).digest('hex')}`;
  const wacz = (stated: string, claims = {}) =>
    zipOf(
      {
        'datapackage.json': JSON.stringify({
          resources: [{ path: 'archive/data.warc.gz', hash: stated }],
        }),
        'archive/data.warc.gz': archive,
        'pages/pages.jsonl': '{}\n',
      },
      claims,
    );

  test('its pages are taken', async () => {
    const { texts } = await takenFrom('crawl.wacz', wacz(hash));
    expect([texts[0]?.text, texts[0]?.capture.kind]).toEqual([page('Ferry'), 'wacz']);
  });

  test.each([
    ['another digest', wacz(`sha256:${'0'.repeat(64)}`), 'the digest of archive/data.warc.gz'],
    ['another sum', wacz(hash, { crc: 1 }), 'is damaged'],
    ['a false size', wacz(hash, { size: 10 }), 'is damaged'],
    ['a password', wacz(hash, { encrypted: true }), 'encrypted'],
    ['a size beyond all bounds', wacz(hash, { size: 4_000_000_000 }), 'more than 64 MB'],
    ['no end', wacz(hash).subarray(0, -30), 'is damaged'],
    [
      'a path that leads out of it',
      zipOf({ '../archive/data.warc.gz': archive, 'archive/data.warc.gz': archive }),
      'leads out of it',
    ],
  ])('%s is refused', async (_, content, why) => {
    expect(await refusalOf('crawl.wacz', content)).toContain(why);
  });
});
