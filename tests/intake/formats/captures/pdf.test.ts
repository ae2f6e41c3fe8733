/** The text of PDF files: order, paragraphs, pages, what is left out and what is refused. */
import { deflateSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { column, pdfOf, refusalOf, takenFrom } from '../../../support/captures.ts';

const textOf = async (content: Uint8Array) =>
  (await takenFrom('paper.pdf', content)).texts[0]?.text;

const LEFT = [
  'The board of the harbour met on Monday',
  'and heard both sides. “We will keep the',
  'night ferry,” said Mara Obi, who chairs it.',
  'Nobody in the room had expected that.',
];
const RIGHT = [
  'The yard that made the engines closed in',
  'March. “It sails at ten,” said Ida Berg of',
  'the harbour office, and named no price for',
  'the boat that is to be sold in the summer.',
];

describe('the text of a PDF', () => {
  test('lines make paragraphs, a word broken at the end of a line is whole, a compound keeps its hyphen', async () => {
    const content = pdfOf([
      [
        { words: 'The night ferry stays', x: 50, y: 760, size: 20 },
        ...column(50, 720, [
          'The board met in the old cus-',
          'toms house near the night-boat, and the night-',
          'boat was late.',
        ]),
        ...column(50, 660, ['It met again on Friday.']),
      ],
    ]);
    expect(await textOf(content)).toBe(
      'The night ferry stays\n\nThe board met in the old customs house near the night-boat, and the night-boat was late.\n\nIt met again on Friday.\n\f',
    );
  });

  test('paragraphs of one line are paragraphs, and a title of two lines is one', async () => {
    const line = (words: string, y: number, size = 10) => ({ words, x: 50, y, size });
    const content = pdfOf([
      [
        line('The night ferry of the harbour', 760, 20),
        line('stays until the spring', 738, 20),
        line('By Ann Lee', 710),
        line('3 May 2021', 688),
        line('The board met on Monday in the old house and', 666),
        line('heard both sides.', 654),
        line('“It sails at ten,” said Ida Berg.', 632),
        line('Nobody had expected that of a board that met', 610),
        line('behind closed doors.', 598),
        line('It meets again on Friday.', 576),
      ],
    ]);
    expect((await textOf(content))?.split('\n\n')).toEqual([
      'The night ferry of the harbour stays until the spring',
      'By Ann Lee',
      '3 May 2021',
      'The board met on Monday in the old house and heard both sides.',
      '“It sails at ten,” said Ida Berg.',
      'Nobody had expected that of a board that met behind closed doors.',
      'It meets again on Friday.\n\f',
    ]);
  });

  test('what a browser prints around its pages is left out, and says where and when', async () => {
    const around = (i: number) => [
      { words: '5/3/21, 9:12 AM', x: 20, y: 780, size: 8 },
      { words: 'The night ferry stays - Harbour Post', x: 300, y: 780, size: 8 },
      { words: 'https://post.example/ferry?page=1', x: 20, y: 20, size: 8 },
      { words: `${i}/2`, x: 560, y: 20, size: 8 },
    ];
    const content = pdfOf(
      [
        [...column(50, 700, LEFT), ...around(1)],
        [...column(50, 700, RIGHT), ...around(2)],
      ],
      {
        info: '/CreationDate (D:20210503091200)',
      },
    );
    const { texts } = await takenFrom('paper.pdf', content);
    expect(texts[0]?.text).not.toMatch(/Harbour Post|9:12|post\.example|\/2/);
    expect(texts[0]?.facts).toMatchObject({
      captured: { value: '2021-05-03' },
      original: { value: 'https://post.example/ferry?page=1' },
    });
    expect(texts[0]?.facts.published).toBeUndefined();
  });

  test.each([0, 5])(
    'columns follow one another, with lines %i points apart in height',
    async (lower) => {
      const content = pdfOf([
        [
          {
            words: 'The night ferry of the harbour stays, after all that was said',
            x: 50,
            y: 760,
            size: 16,
          },
          ...column(50, 720, LEFT),
          ...column(320, 720 - lower, RIGHT),
          {
            words:
              'Harbour Post is printed by the harbour press in the old customs house, every week',
            x: 50,
            y: 600,
            size: 10,
          },
        ],
      ]);
      expect(await textOf(content)).toBe(
        [
          'The night ferry of the harbour stays, after all that was said',
          LEFT.join(' '),
          RIGHT.join(' '),
          'Harbour Post is printed by the harbour press in the old customs house, every week\n\f',
        ].join('\n\n'),
      );
    },
  );

  test('running heads and page numbers are left out and named; a sentence and a word go on over a page', async () => {
    const page = (number: number, lines: readonly string[]) => [
      { words: `Harbour Post, May 2021`, x: 50, y: 780 },
      ...column(50, 720, lines),
      { words: `${number}`, x: 300, y: 30 },
    ];
    const content = pdfOf([
      page(1, ['“We will keep the', 'night ferry,” said Mara Obi, who']),
      page(2, ['chairs the board, in the old cus-']),
      page(3, ['toms house. “It sails at ten,” she', 'said later.']),
    ]);
    const { texts } = await takenFrom('paper.pdf', content);
    expect(texts[0]?.text).toBe(
      '“We will keep the night ferry,” said Mara Obi, who\fchairs the board, in the old customs\fhouse. “It sails at ten,” she said later.\n\f',
    );
    expect(texts[0]?.notes).toEqual([
      '3 pages.',
      'Left out as running heads, feet and page numbers: “Harbour Post, May 2021”, “3”.',
    ]);
  });

  test('text that runs upwards is left out and said so; pages without text are named', async () => {
    const { texts } = await takenFrom(
      'paper.pdf',
      pdfOf([
        [
          ...column(50, 700, LEFT),
          { words: 'printed at the harbour', x: 20, y: 100, turned: true },
        ],
        [],
      ]),
    );
    expect(texts[0]?.text).toBe(`${LEFT.join(' ')}\n\f\f`);
    expect(texts[0]?.notes).toEqual([
      '2 pages.',
      'Without text: page 2.',
      'Left out: 1 pieces of text that do not run from left to right.',
    ]);
  });

  test('its entries are facts where the page prints them, and doubtful elsewhere', async () => {
    const pages = [
      [{ words: 'The night ferry stays', x: 50, y: 760, size: 20 }, ...column(50, 720, LEFT)],
    ];
    const facts = async (info: string) =>
      (await takenFrom('paper.pdf', pdfOf(pages, { info }))).texts[0]?.facts;
    expect(
      await facts(
        '/Title (The night ferry stays) /Author (printer7) /CreationDate (D:20210503101500Z)',
      ),
    ).toEqual({
      title: {
        value: 'The night ferry stays',
        by: 'the entry Title of the PDF, and printed in it',
      },
      authors: { value: ['printer7'], by: 'the entry Author of the PDF', isDoubtful: true },
      published: { value: '2021-05-03', by: 'the PDF was made on that day', isDoubtful: true },
    });
    expect((await facts('/Title (Microsoft Word - ferry7.doc)'))?.title?.isDoubtful).toBe(true);
  });
});

describe('refused', () => {
  const pages = [column(50, 720, LEFT)];
  test('a scan, with advice', async () => {
    expect(await refusalOf('scan.pdf', pdfOf([[], []]))).toMatch(
      /holds no text: its pages are pictures/,
    );
  });
  test('one that is encrypted', async () => {
    const key = `<${'00'.repeat(32)}>`;
    const trailer = `/ID [<00><00>] /Encrypt << /Filter /Standard /V 1 /R 2 /O ${key} /U ${key} /P -4 >>`;
    expect(await refusalOf('locked.pdf', pdfOf(pages, { trailer }))).toBe('and is encrypted');
  });
  test('one that is damaged or cut off', async () => {
    expect(await refusalOf('cut.pdf', pdfOf(pages).subarray(0, 120))).toBe('and is damaged');
  });
  test('one whose page goes on and on', async () => {
    const piece = (_: unknown, i: number) =>
      `BT /F1 9 Tf 1 0 0 1 ${(i * 37) % 500} ${i % 700} Tm (on) Tj ET`;
    const endless = Buffer.from(Array.from({ length: 110_000 }, piece).join('\n'));
    const content = pdfOf(pages, { pack: () => endless });
    expect(await refusalOf('endless.pdf', content)).toBe('and page 1 of it is no page of text');
  });
  test('one that unpacks to more than it could need, once or twice packed', async () => {
    const huge = Buffer.alloc(65_000_000, 32);
    const once = pdfOf(pages, { pack: () => deflateSync(huge), filter: '/Filter /FlateDecode' });
    const twice = pdfOf(pages, {
      pack: () => deflateSync(deflateSync(huge)),
      filter: '/Filter [/FlateDecode /FlateDecode]',
    });
    for (const content of [once, twice])
      expect(await refusalOf('bomb.pdf', content)).toBe('and unpacks to more than 64 MB');
    const plain = pdfOf(pages, {
      pack: (content) => deflateSync(content),
      filter: '/Filter /FlateDecode',
    });
    expect(await textOf(plain)).toBe(`${LEFT.join(' ')}\n\f`);
  });
});
