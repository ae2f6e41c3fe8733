import { inflateSync } from 'node:zlib';
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
import { coverageOf } from '../../src/publish/share/coverage.ts';
import { openFaces, openStudio } from '../../src/publish/share/draw.ts';
import { SUBSETS } from '../../src/publish/share/fonts.ts';
import type { Line } from '../../src/publish/share/drawing.ts';
import { layOut } from '../../src/publish/share/layout.ts';
import { widthOf } from '../../src/publish/share/lines.ts';
import { isWholePng } from '../../src/publish/share/png.ts';
import { edgesOf, imageOf } from '../../src/publish/share/raster.ts';
import { isPictured, pictureRule } from '../../src/publish/share/which.ts';
import { isDrawable, loadFont } from '../../src/site/data/share-fonts.ts';
import { LANES } from '../../src/publish/share/lanes.ts';
import { pictureOfQuestion } from '../../src/publish/share/question.ts';
import type { DateFact } from '../../src/model/records.ts';
import { siteFixture } from '../support/site-fixture.ts';
import { createArchive } from '../../src/archive/query.ts';

const [harbour] = siteFixture().articles;
const picture = pictureOfClaim(
  harbour!.claims[0]!,
  harbour!,
  'Verbatim',
  'https://verbatim.example/claims/b7h3kq/',
);

const faces = openFaces(loadFont);
const draw = openStudio(loadFont);

/** The pixels of a drawn picture, as numbers of its palette, row by row. */
function pixelsOf(png: Uint8Array): Uint8Array {
  const bytes = Buffer.from(png);
  const data: Buffer[] = [];
  for (let at = 8; at < bytes.length; at += bytes.readUInt32BE(at) + 12)
    if (bytes.toString('latin1', at + 4, at + 8) === 'IDAT')
      data.push(bytes.subarray(at + 8, at + 8 + bytes.readUInt32BE(at)));
  const rows = inflateSync(Buffer.concat(data));
  const pixels = new Uint8Array(WIDTH * HEIGHT);
  for (let y = 0, at = 0; y < HEIGHT; y++) {
    expect(rows[y * (WIDTH / 2 + 1)]).toBe(0);
    for (let x = 0; x < WIDTH / 2; x++) {
      const pair = rows[y * (WIDTH / 2 + 1) + 1 + x]!;
      pixels[at++] = pair >> 4;
      pixels[at++] = pair & 15;
    }
  }
  expect(rows.length).toBe((WIDTH / 2 + 1) * HEIGHT);
  return pixels;
}

/** Whether anything is drawn in a rectangle. */
const isInked = (pixels: Uint8Array, left: number, top: number, right: number, bottom: number) =>
  Array.from({ length: bottom - top }, (_, i) =>
    pixels.subarray((top + i) * WIDTH + left, (top + i) * WIDTH + right),
  ).some((row) => row.some((pixel) => pixel !== 0));

const linesIn = (lines: readonly Line[], top: number, bottom: number) =>
  lines.filter(({ y }) => y > top && y <= bottom);

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

test('quoted words that are cut keep the mark that closes them', () => {
  const long = `“${'The ferry goes at night. '.repeat(60).trim()}”`;
  expect(fitted(long).words).toMatch(/^“The ferry.*\. …”$/);
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
      by: 'Mara Obi, chair of the harbour board, via Northpoint Wire',
      where: 'as reported by Harbour Post, 14 March 2021',
    });
    expect(indirect.words).not.toMatch(/^[“"]/);
    expect(picture.words).toMatch(/^[“"].*[”"]$/s);
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

  test.each([40, 90, 160, 300, 450, 600])('%i letters stay inside their place', (length) => {
    for (const some of [
      'The wide moon over Northpoint made many women wonder. ',
      'WE WARN MEMBERS. ',
    ]) {
      const words = `${some.repeat(40).slice(0, length).trim()}.`;
      const { lines } = layOut({ ...picture, words }, faces);
      const own = linesIn(lines, WORDS.top, WORDS.top + WORDS.height);
      expect(own.length).toBeGreaterThan(0);
      expect(lines.length - own.length).toBe(4);
      for (const { x, size, glyphs } of own) {
        const last = glyphs.at(-1)!;
        expect(
          x + widthOf(glyphs) * size - (glyphs.length > 1 ? last.advance * size : 0),
        ).toBeLessThan(WORDS.left + WORDS.width);
      }
    }
  });

  test('a line goes on after a space or a dash between letters, and never at a no-break space', () => {
    const beginnings = (words: string) =>
      linesIn(layOut({ ...picture, words }, faces).lines, WORDS.top, WORDS.top + WORDS.height).map(
        ({ glyphs }) => words.slice(glyphs[0]!.at).split(/[ \u00a0]/)[0],
      );
    expect(beginnings('Many wonderful moments make mammoth meetings')).toEqual(['Many', 'mammoth']);
    expect(beginnings('Many wonderful moments make\u00a0mammoth meetings')).toEqual([
      'Many',
      'make',
    ]);
    expect(beginnings('Many wonderful mammoth-memberships now')).toEqual(['Many', 'memberships']);
    // A word wider than the picture goes on in the next line.
    const one = 'm'.repeat(60);
    expect(beginnings(one).join('').length).toBeGreaterThan(60);
  });

  test('letters are kerned and joined, and come from the part of the face that has them', () => {
    const width = (text: string) => widthOf(faces.serif.set(text));
    expect(width('AV')).toBeLessThan(width('A') + width('V') - 0.02);
    expect(faces.serif.set('affiliate').length).toBeLessThan('affiliate'.length);
    expect(new Set(faces.serif.set('Łódź Ж').map(({ part }) => part)).size).toBe(3);
  });

  test('long names of speakers, outlets, archives and addresses are whole, above one another', () => {
    const long = {
      ...picture,
      by: 'A spokeswoman of the ministry of works and harbours, '.repeat(4).trim(),
      where: 'in The Northpoint Weekly Register of Shipping and Trade, '.repeat(3).trim(),
      site: 'The Archive of Quotations from the Regional Newspapers of Northpoint and its Islands',
      address: `verbatim.example/articles/${'long-name-'.repeat(9)}/`,
    };
    const { lines } = layOut(long, faces);
    const below = linesIn(lines, WORDS.top + WORDS.height, HEIGHT);
    const [site, address] = below.slice(-2);
    expect(site!.y).toBeLessThan(address!.y - address!.size);
    const rows = [...new Set(below.map(({ y }) => y))];
    for (const [i, y] of rows.entries()) if (i > 0) expect(y - rows[i - 1]!).toBeGreaterThan(14);
    for (const { x, size, glyphs } of below) {
      expect(x + widthOf(glyphs.slice(0, -1)) * size).toBeLessThan(WORDS.left + WORDS.width);
    }
    expect(below.flatMap(({ glyphs }) => glyphs).length).toBeGreaterThan(400);
    expect(isDrawable(long)).toBe(true);
    expect(isDrawable({ ...long, by: long.by.repeat(3) })).toBe(false);
  });

  test('is a PNG of 1200 by 630, the same bytes each time', () => {
    const [first, other, second] = [
      draw(picture),
      draw({ ...picture, words: 'No.' }),
      draw(picture),
    ];
    const view = new DataView(first.buffer, first.byteOffset);
    expect(isWholePng(Buffer.from(first))).toBe(true);
    expect([view.getUint32(16), view.getUint32(20)]).toEqual([WIDTH, HEIGHT]);
    expect(Buffer.from(first).equals(Buffer.from(second))).toBe(true);
    expect(Buffer.from(first).equals(Buffer.from(openStudio(loadFont)(picture)))).toBe(true);
    expect(Buffer.from(first).equals(Buffer.from(other))).toBe(false);
    expect(first.length).toBeLessThan(20_000);
  });

  test('shows the words, the rule of their type, and the lines below', () => {
    const pixels = pixelsOf(draw(picture));
    expect(isInked(pixels, WORDS.left, WORDS.top, 1112, 420)).toBe(true);
    expect(isInked(pixels, 88, 446, 1112, 520)).toBe(true);
    expect(isInked(pixels, 88, 560, 300, 600)).toBe(true);
    expect(isInked(pixels, 700, 560, 1112, 600)).toBe(true);
    expect(isInked(pixels, 0, 0, 50, HEIGHT) || isInked(pixels, 1113, 0, WIDTH, HEIGHT)).toBe(
      false,
    );
    expect(isInked(pixels, 52, 92, 57, 412)).toBe(true);
    expect(isInked(pixelsOf(draw({ ...picture, type: null })), 52, 92, 57, 412)).toBe(false);
  });

  test('a PNG that lost or changed something is not whole', () => {
    const bytes = Buffer.from(draw(picture));
    expect(isWholePng(bytes.subarray(0, -1))).toBe(false);
    expect(isWholePng(Buffer.concat([bytes, Buffer.from([0])]))).toBe(false);
    expect(isWholePng(Buffer.alloc(0))).toBe(false);
    const changed = Buffer.from(bytes);
    changed[300]! ^= 1;
    expect(isWholePng(changed)).toBe(false);
  });
});

describe('the image of an outline', () => {
  const square = (from: number, to: number) =>
    edgesOf([
      { type: 'M', values: [from, from] },
      { type: 'L', values: [to, from] },
      { type: 'L', values: [to, to] },
      { type: 'L', values: [from, to] },
      { type: 'Z', values: [] },
    ]);
  const grid = { most: 100, stride: 10 };

  test('has as much ink in a pixel as the outline covers of it', () => {
    const image = imageOf(square(0.5, 2.5), 1, 0, grid)!;
    expect([image.left, image.top, image.width, image.height]).toEqual([0, -3, 3, 3]);
    expect([...image.levels]).toEqual([25, 50, 25, 50, 100, 50, 25, 50, 25]);
    expect([...image.places]).toEqual([0, 1, 2, 10, 11, 12, 20, 21, 22]);
    expect([...imageOf(square(1, 2), 1, 0.25, grid)!.levels]).toEqual([75, 25]);
    expect(imageOf([], 1, 0, grid)).toBeNull();
  });

  test('the ink of any triangle is its area', () => {
    const corner = fc.tuple(
      fc.double({ min: 0, max: 9, noNaN: true }),
      fc.double({ min: 0, max: 9, noNaN: true }),
    );
    fc.assert(
      fc.property(
        corner,
        corner,
        corner,
        fc.double({ min: 0, max: 1, noNaN: true }),
        (a, b, c, shift) => {
          const edges = edgesOf([
            { type: 'M', values: a },
            { type: 'L', values: b },
            { type: 'L', values: c },
            { type: 'Z', values: [] },
          ]);
          const area = Math.abs((b[0] - a[0]) * (c[1] - a[1]) - (c[0] - a[0]) * (b[1] - a[1])) / 2;
          const image =
            edges.length > 0 ? imageOf(edges, 1, shift, { most: 250, stride: 100 }) : null;
          const ink = [...(image?.levels ?? [])].reduce((sum, level) => sum + level, 0) / 250;
          expect(Math.abs(ink - area)).toBeLessThan(0.3);
        },
      ),
    );
  });

  test('a circle of curves has the area of a circle', () => {
    const k = 0.5523 * 50;
    const circle = edgesOf([
      { type: 'M', values: [50, 0] },
      { type: 'C', values: [50 + k, 0, 100, 50 - k, 100, 50] },
      { type: 'C', values: [100, 50 + k, 50 + k, 100, 50, 100] },
      { type: 'Q', values: [0, 100, 0, 50] },
      { type: 'Q', values: [0, 0, 50, 0] },
    ]);
    const ink = imageOf(circle, 1, 0, { most: 250, stride: 200 })!.levels.reduce(
      (s, l) => s + l,
      0,
    );
    // Half of it is of parabolas, each five sixths of a square's quarter; edges cut off a hundredth.
    const area = (Math.PI * 2500) / 2 + (2500 * 5) / 3;
    expect(ink / 250).toBeLessThan(area);
    expect(ink / 250).toBeGreaterThan(area * 0.985);
  });
});

describe('which claims have a picture', () => {
  const fixture = siteFixture();
  const archive = createArchive(fixture);
  const pictured = (pictures: 'all' | 'chosen' | 'none') => {
    const ruled = { ...archive, site: { ...archive.site, pictures } };
    return archive.claims.filter((claim) => isPictured(claim, ruled)).map(({ id }) => id);
  };

  test('all in small archives, chosen ones in large ones, what the site card says in any', () => {
    const { pictures: _, ...site } = archive.site;
    expect(pictureRule(site, 1_000)).toBe('all');
    expect(pictureRule(site, 1_001)).toBe('chosen');
    expect(pictureRule({ ...site, pictures: 'none' }, 1)).toBe('none');
    expect(pictured('all')).toEqual(archive.claims.map(({ id }) => id));
    expect(pictured('none')).toEqual([]);
  });

  test('chosen are those that a person confirmed, corrected, added, put under a topic or noted', () => {
    const chosen = new Set(pictured('chosen'));
    const noted = new Set(fixture.annotations.map(({ claim }) => claim));
    for (const { id, review, topics } of archive.claims)
      expect(chosen.has(id)).toBe(review !== 'machine' || topics.length > 0 || noted.has(id));
    expect(chosen.size).toBeGreaterThan(0);
    expect(chosen.size).toBeLessThan(archive.claims.length);
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
    expect(isDrawable({ ...picture, words })).toBe(drawn);
    expect(isDrawable({ ...picture, by: words })).toBe(drawn);
    expect(isDrawable({ ...picture, site: words })).toBe(drawn);
  });

  test('both weights of a face have the same letters, in every part', () => {
    for (const face of ['Serif', 'Sans'] as const)
      for (const subset of SUBSETS)
        expect([...coverageOf(loadFont(face, 600, subset))].sort()).toEqual(
          [...coverageOf(loadFont(face, 400, subset))].sort(),
        );
  });

  test('what the fonts have is what the drawing shows as letters', () => {
    const covered = new Set(SUBSETS.flatMap((one) => [...coverageOf(loadFont('Serif', 400, one))]));
    expect(covered.has(0x41) && covered.has(0x416) && covered.has(0x3b1)).toBe(true);
    expect(covered.has(0x627) || covered.has(0x4e00) || covered.has(0x1f600)).toBe(false);
    // No glyph is that of a missing sign, which stands first in every font.
    for (const sign of covered)
      for (const { id } of faces.serif.set(String.fromCodePoint(sign)))
        expect(id).toBeGreaterThan(0);
  });

  test('an accent beside its letter is the letter with the accent', () => {
    expect(isDrawable({ ...picture, words: 'Cafe\u0301' })).toBe(true);
    expect(draw({ ...picture, words: 'Cafe\u0301' })).toEqual(draw({ ...picture, words: 'Café' }));
  });
});

describe('the picture of a question', () => {
  const said = (from: string | null, to: string | null): DateFact => ({
    ...harbour!.published,
    from,
    to,
  });
  const topic = {
    ...{ id: 'night-ferry', question: 'Will the night ferry stay?', curator: 'Ann Lee' },
    ...{ note: null, answers: [], formerly: [] },
  };
  const of = (answers: { stance: string; date: DateFact }[]) =>
    pictureOfQuestion(topic, { answers, speakers: 2 }, 'Verbatim', 'https://verbatim.example/q/');

  test('has a lane a stance, with a square for a day and a bar for some day within an interval', () => {
    const one = of([
      { stance: 'it stays', date: said('2021-01-01', '2021-01-01') },
      { stance: 'it goes', date: said('2021-01-01', '2023-12-31') },
    ])!;
    expect(one).toMatchObject({ words: topic.question, by: '2 claims by 2 speakers' });
    expect(one.along).toMatchObject({ from: '2021', to: '2023' });
    const { rules, lines } = layOut(one, faces);
    const within = rules.filter(({ y }) => y > LANES.top && y < LANES.bottom);
    const [day, interval] = [
      within.find((r) => r.height === 14)!,
      within.find((r) => r.height === 6)!,
    ];
    expect(day.width).toBe(14);
    expect(interval.width).toBeGreaterThan(600);
    expect(day.y).toBeLessThan(interval.y);
    expect(linesIn(lines, LANES.top, LANES.bottom)).toHaveLength(4);
    expect(isInked(pixelsOf(draw(one)), day.x, day.y, day.x + 14, day.y + 14)).toBe(true);
  });

  test('is of two claims at least, of which one has a date', () => {
    expect(of([{ stance: 'it stays', date: said('2021-01-01', '2021-01-01') }])).toBeNull();
    expect(
      of(['it stays', 'it goes'].map((stance) => ({ stance, date: said(null, null) }))),
    ).toBeNull();
  });

  test('those that fewest words take are one lane, and every lane is within its place', () => {
    const stances = [
      'a',
      'b',
      'c',
      'd',
      'e',
      'f',
      'very long name of a stance that no lane has room for',
    ];
    const one = of(
      stances.flatMap((stance, i) => [
        { stance, date: said('2021-02-01', '2021-02-01') },
        ...(i > 2 ? [{ stance, date: said(null, `2022-0${i}-01`) }] : []),
      ]),
    )!;
    expect(one.along!.lanes.map(({ name }) => name)).toEqual([
      ...stances.slice(3),
      '3 other stances',
    ]);
    const { lines, rules } = layOut({ ...one, words: `${'Will it stay? '.repeat(7)}` }, faces);
    for (const { x, y, size, glyphs } of linesIn(lines, LANES.top, LANES.bottom)) {
      expect(x + widthOf(glyphs) * size).toBeLessThanOrEqual(WORDS.left + WORDS.width + 1);
      expect(y - size).toBeGreaterThan(LANES.top - size);
    }
    for (const { x, width } of rules.filter(({ y }) => y > LANES.top && y < LANES.bottom))
      expect(x + width).toBeLessThanOrEqual(WORDS.left + WORDS.width);
    expect(linesIn(lines, WORDS.top, LANES.top).length).toBeGreaterThan(1);
  });

  test('is none where a stance has letters that the face lacks', () => {
    const stance = 'لا';
    const one = of(
      [said('2021-01-01', null), said('2022-01-01', null)].map((date) => ({ stance, date })),
    )!;
    expect(isDrawable(one)).toBe(false);
  });
});
