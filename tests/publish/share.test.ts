import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  HEIGHT,
  WIDTH,
  WORDS,
  fitted,
  pictureOfArticle,
  pictureOfClaim,
} from '../../src/publish/share/picture.ts';
import { drawing, png } from '../../src/publish/share/render.ts';
import { coverageOf } from '../../src/publish/share/coverage.ts';
import { hasPicture, shareFonts } from '../../src/site/data/share-fonts.ts';
import { siteFixture } from '../support/site-fixture.ts';

const [harbour] = siteFixture().articles;
const picture = pictureOfClaim(
  harbour!.claims[0]!,
  harbour!,
  'Verbatim',
  'https://verbatim.example/claims/b7h3kq/',
);

/** Where letters stand in a drawing made with text kept as text. */
const places = (svg: string) =>
  [
    ...svg.matchAll(
      /<text x="([\d.-]+)" y="([\d.-]+)" width="([\d.]+)" height="([\d.]+)"[^>]*>([^<]*)</g,
    ),
  ].map(([, x, y, width, , words]) => ({
    x: Number(x),
    y: Number(y),
    width: Number(width),
    words: words!,
  }));

describe('words in a picture', () => {
  test('short ones are large, longer ones smaller, and whole', () => {
    const short = fitted('Nothing has been decided.');
    const long = fitted('We will keep the night ferry. '.repeat(12).trim());
    expect(short.words).toBe('Nothing has been decided.');
    expect(long.words).toBe('We will keep the night ferry. '.repeat(12).trim());
    expect(long.size).toBeLessThan(short.size);
  });

  test('too many end with a whole sentence and an ellipsis', () => {
    const { words } = fitted('The board has met again, and it has not decided. '.repeat(40).trim());
    expect(words).toMatch(/^(?:The board has met again, and it has not decided\. )+…$/);
  });

  test('one sentence too long is not cut at all', () => {
    expect(fitted(`It is not true that ${'they met and '.repeat(90)}spoke.`).words).toBeNull();
  });

  test('what is shown is always a beginning of the words that ends with a sentence', () => {
    const sentence = fc
      .array(fc.constantFrom('we', 'keep', 'the', 'ferry', 'unconstitutionally', 'not'), {
        minLength: 1,
        maxLength: 30,
      })
      .map((w) => `We ${w.join(' ')}.`);
    fc.assert(
      fc.property(fc.array(sentence, { minLength: 1, maxLength: 25 }), (sentences) => {
        const whole = sentences.join(' ');
        const { words } = fitted(whole);
        if (words !== null && words !== whole) {
          expect(words.endsWith('. …')).toBe(true);
          expect(whole.startsWith(words.slice(0, -2))).toBe(true);
        }
      }),
    );
  });
});

describe('the picture', () => {
  test('names speaker, article and date beside the words', () => {
    expect(picture).toMatchObject({
      by: 'Mara Obi, chair of the harbour board',
      where: 'in Harbour Post, 14 March 2021',
    });
    const indirect = pictureOfClaim(
      harbour!.claims[1]!,
      harbour!,
      'Verbatim',
      'https://verbatim.example/',
    );
    expect(indirect).toMatchObject({
      by: 'Mara Obi, via Northpoint Wire, chair of the harbour board',
      where: 'indirect, in Harbour Post, 14 March 2021',
    });
    const open = pictureOfClaim(
      harbour!.claims[6]!,
      harbour!,
      'Verbatim',
      'https://verbatim.example/',
    );
    expect(open.by).toBe('Speaker open');
    expect(pictureOfArticle(harbour!, 'Verbatim', 'https://verbatim.example/').by).toBe(
      'Harbour Post, 14 March 2021',
    );
  });

  test.each([40, 90, 160, 300, 450, 600])('%i letters stay inside their place', async (length) => {
    const words = `${'The wide moon over Northpoint made many women wonder. '.repeat(12).slice(0, length).trim()}.`;
    const fit = fitted(words);
    const drawn = places(await drawing({ ...picture, ...fit }, shareFonts(), true));
    const own = drawn.filter((p) => p.y < WORDS.top + WORDS.height + 20);
    expect(own.length).toBeGreaterThan(0);
    for (const { x, y, width } of own) {
      expect(x + width).toBeLessThanOrEqual(WORDS.left + WORDS.width + 1);
      expect(y).toBeGreaterThan(WORDS.top);
      expect(y).toBeLessThanOrEqual(WORDS.top + WORDS.height);
    }
  });

  test('is a PNG of 1200 by 630, the same bytes each time', async () => {
    const [first, second] = [await png(picture, shareFonts()), await png(picture, shareFonts())];
    const view = new DataView(first.buffer, first.byteOffset);
    expect([...first.slice(1, 4)].map((n) => String.fromCharCode(n)).join('')).toBe('PNG');
    expect([view.getUint32(16), view.getUint32(20)]).toEqual([WIDTH, HEIGHT]);
    expect(Buffer.from(first).equals(Buffer.from(second))).toBe(true);
  });
});

describe('no picture shows boxes for letters', () => {
  test.each([
    ['Đorđe, Łódź, Nachtfähre, Reykjavík', true],
    ['Анна сказала: «Нет».', true],
    ['Ґанок, Їжак, Өмір', true],
    ['Η Άννα είπε', true],
    ['Việt Nam', true],
    ['5½ %, m², −5 °C, ₽, €, „nein“ … – —', true],
    ['سنبقي العبّارة', false],
    ['השר אמר', false],
    ['部長は言った', false],
    ['장관은 말했다', false],
    ['मंत्री ने कहा', false],
    ['ค่ะ', false],
    ['ქართული', false],
    ['We stay 😀', false],
    ['a\u0007b', false],
    ['a\u{E000}b', false],
  ])('%s: %s', (words, drawn) => {
    expect(hasPicture({ ...picture, words })).toBe(drawn);
    expect(hasPicture({ ...picture, by: words })).toBe(drawn);
    expect(hasPicture({ ...picture, site: words })).toBe(drawn);
  });

  test('what the fonts have is what the drawing shows as letters', async () => {
    const covered = new Set(
      shareFonts().flatMap(({ data }) => [...coverageOf(new Uint8Array(data as Buffer))]),
    );
    expect(covered.has(0x41) && covered.has(0x416) && covered.has(0x3b1)).toBe(true);
    expect(covered.has(0x627) || covered.has(0x4e00) || covered.has(0x1f600)).toBe(false);
    // a sign without a glyph is drawn as the same box as any other
    const box = async (words: string) =>
      (await drawing({ ...picture, words, size: 60 }, shareFonts())).length;
    expect(await box('中')).toBe(await box('文'));
    expect(await box('Ж')).not.toBe(await box('中'));
  });
});
