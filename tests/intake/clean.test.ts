import fc from 'fast-check';
import { VFile } from 'vfile';
import { describe, expect, test } from 'vitest';
import { clean, type CleanText } from '../../src/intake/clean.ts';
import { placesIn, read } from '../../src/intake/read.ts';

function cleaned(
  text: string,
  path = 'a.txt',
): { raw: string; clean: CleanText; blocks: string[] } {
  const raw = read(new VFile({ path, value: new TextEncoder().encode(text) }))!;
  const result = clean(raw);
  return {
    raw: raw.text,
    clean: result,
    blocks: result.blocks.map(({ start, end }) => result.text.slice(start, end)),
  };
}

describe('plain text', () => {
  test.each([
    [
      'white space of any kind is one blank',
      'The\u00a0ferry  stays.\n\n  At\tnight.',
      ['The ferry stays.', 'At night.'],
    ],
    [
      'each line is a block',
      'By Tove Lind\nHarbour Post, 3 May 2021\n\nThe ferry stays.',
      ['By Tove Lind', 'Harbour Post, 3 May 2021', 'The ferry stays.'],
    ],
    [
      'what Markdown would take for marks stays',
      '* one\n\n1. two\n\n    four blanks\n\na < b & c *d',
      ['* one', '1. two', 'four blanks', 'a < b & c *d'],
    ],
    [
      'what joins letters, or keeps them apart, stays where they need it',
      'Noor wrote می\u200cخواهم and क्\u200dष, 👩\u200d👧 too; a\u200db\u200c \u200dc.',
      ['Noor wrote می\u200cخواهم and क्\u200dष, 👩\u200d👧 too; ab c.'],
    ],
    ['what cannot be seen goes', '\ufeffThe fer\u00adry\u200b stays.', ['The ferry stays.']],
    [
      'a paragraph cut by a page break is whole',
      'The council says that it wants to keep the ferry and\n\nthe pier for another ten years.',
      ['The council says that it wants to keep the ferry and the pier for another ten years.'],
    ],
    [
      'a lead-in before a quotation is no cut paragraph',
      'A driver who crosses every night told us on the pier, saying\n\n“I need it.”',
      ['A driver who crosses every night told us on the pier, saying', '“I need it.”'],
    ],
    [
      'a quotation goes on over the end of a line',
      'The pier was full.\n\n“The ferry will run\nall night,” said Mara Obi.\nNobody clapped.',
      ['The pier was full.', '“The ferry will run all night,” said Mara Obi.', 'Nobody clapped.'],
    ],
    [
      'a quotation in straight marks goes on over the end of a line',
      'Mara Obi said "The ferry will run\nall night" on the pier.\n\nThe pier was full.',
      ['Mara Obi said "The ferry will run all night" on the pier.', 'The pier was full.'],
    ],
    [
      'lines stay apart where no quotation is open, or the next begins one',
      'The “night ferry”\nruns again\n\n“The ferry will run\n“all night,” said Mara Obi.',
      ['The “night ferry”', 'runs again', '“The ferry will run', '“all night,” said Mara Obi.'],
    ],
    [
      'lines of a fixed width are one paragraph',
      Array.from(
        { length: 8 },
        () => 'The ferry has crossed the bay at night since the spring of the year',
      ).join('\n'),
      [
        Array.from(
          { length: 8 },
          () => 'The ferry has crossed the bay at night since the spring of the year',
        ).join(' '),
      ],
    ],
  ])('%s', (_, source, blocks) => {
    expect(cleaned(source).blocks).toEqual(blocks);
  });
});

test.each([
  ['without a gap', 'Drawing the tides\nTom Lee talks to Mara Obi\n'],
  ['below a gap', 'Drawing the tides\n\nTom Lee talks to Mara Obi\n'],
])('each turn of an interview is a block, and each line of its head: %s', (_, head) => {
  const turns = [1, 2, 3, 4, 5].flatMap((year) => [
    `Q: What do you make of the ferry in the year ${year}?`,
    `A: We keep it in the year ${year}, as we always did.`,
  ]);
  expect(cleaned(head + turns.join('\n')).blocks).toEqual([
    'Drawing the tides',
    'Tom Lee talks to Mara Obi',
    ...turns,
  ]);
});

test('a turn of an interview that is broken at a fixed width is one block', () => {
  const turn = (label: string) =>
    `${label}: The ferry has crossed the bay at night since the spring of\nthe year in which the old one went down, and it will go on doing`;
  const turns = ['Q', 'A', 'Q', 'A', 'Q', 'A'].map(turn);
  expect(cleaned(`Drawing the tides\n${turns.join('\n')}`).blocks).toEqual([
    'Drawing the tides',
    ...turns.map((one) => one.replace('\n', ' ')),
  ]);
});

test('lines of the head of a text that is broken at a width stay lines', () => {
  const wrapped = [
    'The council of the harbour met on Monday in the old customs house and',
    'heard both sides of the matter, and nobody in the room had expected that',
    'the vote would be as near as it was.',
  ].join('\n');
  const { blocks } = cleaned(
    `Ferry stays until the spring of next year\nTarn Valley Echo, 3 May 2021\nBy Ann Lee\n\n${wrapped}\n\n${wrapped}\n\n${wrapped}\n`,
  );
  expect(blocks.slice(0, 3)).toEqual([
    'Ferry stays until the spring of next year',
    'Tarn Valley Echo, 3 May 2021',
    'By Ann Lee',
  ]);
  expect(blocks).toHaveLength(6);
});

describe('remains of Markdown', () => {
  test.each([
    [
      'links, also inside square brackets',
      'See the [bay plan](#) [[Port Office](#)] and [the map](https://example.org/m).',
      ['See the bay plan [Port Office] and the map.'],
    ],
    [
      'bold and italics',
      'Talk to **Tove Lind** about *the* [ferry](#).',
      ['Talk to Tove Lind about the ferry.'],
    ],
    ['escapes', 'It cost US\\$ 30, see [this](#).', ['It cost US$ 30, see this.']],
    [
      'a lone asterisk and a numbered line stay',
      'See [this](#).\n\n*\n\n1. one\n\n    four blanks',
      ['See this.', '*', '1. one', 'four blanks'],
    ],
    [
      'angle brackets are not HTML',
      'See [this](#) and <b>that</b>.',
      ['See this and <b>that</b>.'],
    ],
  ])('%s', (_, source, blocks) => {
    expect(cleaned(source).blocks).toEqual(blocks);
  });

  test('a real link keeps its address, a dead one does not', () => {
    const { clean: text } = cleaned('See [the map](https://example.org/m) and [the plan](#).');
    expect(text.blocks[0]!.inlines.map(({ href }) => href)).toEqual([
      'https://example.org/m',
      null,
    ]);
  });
});

test('Markdown files are read with every construct, and nothing is lost', () => {
  const { blocks } = cleaned(
    '# Ferry\n\n> We stay.\n\n- one\n- two\n\n<div>kept</div>\n\n`code` &amp; more',
    'a.md',
  );
  expect(blocks).toEqual(['Ferry', 'We stay.', 'one', 'two', '<div>kept</div>', 'code & more']);
});

const piece = fc.constantFrom(
  'ferry',
  'the',
  'Pier',
  '“we',
  'stay”',
  '*',
  '_',
  '\\',
  '\\$',
  '[a](#)',
  '**b**',
  '&',
  '&amp;',
  '<i>',
  '  ',
  '\u00a0',
  '\n',
  '\n\n',
  '\r\n',
  '😀',
  'é',
  'e\u0301',
  '\t',
  '1.',
  '#',
  '>',
  '-',
  ',',
  '.',
  '\u200b',
);
const source = fc
  .array(piece, { minLength: 1, maxLength: 60 })
  .map((pieces) => `x ${pieces.join(' ')}`);

test.each(['a.txt', 'a.md'])('every stretch leads back to its source (%s)', (path) => {
  fc.assert(
    fc.property(source, fc.nat(), fc.nat(), (text, a, b) => {
      const { raw, clean: result } = cleaned(text, path);
      const start = a % result.text.length;
      const end = start + 1 + (b % (result.text.length - start));
      if (result.text.slice(start, end).includes('\n')) return;
      for (const part of result.toSource({ start, end })) {
        expect(raw.slice(part.start, part.end)).toBe(part.exact);
        expect(part.reading.start).toBeGreaterThanOrEqual(start);
      }
    }),
    { numRuns: 300 },
  );
});

test('no letter of a plain text is lost or added', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme', minLength: 1, maxLength: 200 }), (body) => {
      const text = `x ${body.replaceAll('\0', '')}`;
      const visible = (words: string) =>
        words.replace(/[\s\u00ad\u200b\u200c\u200d\u2060\ufeff]/gu, '');
      const { raw, clean: result } = cleaned(text);
      if (/\]\(|\*\*/.test(text)) return;
      expect(visible(result.text)).toBe(visible(raw));
    }),
  );
});

test('places go both ways', () => {
  const { raw, clean: text } = cleaned('The  [bay](#) ferry  stays.');
  const at = raw.indexOf('ferry');
  const span = text.toReading({ start: at, end: at + 5 })!;
  expect(text.text.slice(span.start, span.end)).toBe('ferry');
});

test('a text of very many lines is read', () => {
  const { clean: text, blocks } = cleaned('a\n'.repeat(130_000));
  expect(text.text).toHaveLength(2 * 130_000 - 1);
  expect(blocks).toHaveLength(1);
});

test('a paragraph cut by several page breaks is whole, and each piece leads back to its source', () => {
  const pieces = [
    'The council says that it wants to keep the [ferry](https://example.org/f) and',
    'the  pier for another ten years and',
    'not to sell the [boats](https://example.org/b).',
  ];
  const { raw, clean: text, blocks } = cleaned(pieces.join('\n\n'));
  expect(blocks).toEqual([
    'The council says that it wants to keep the ferry and the pier for another ten years and not to sell the boats.',
  ]);
  expect(text.blocks[0]!.inlines.map(({ start, end }) => text.text.slice(start, end))).toEqual([
    'ferry',
    'boats',
  ]);
  const parts = text.toSource({
    start: text.text.indexOf('keep'),
    end: text.text.indexOf(' the boats'),
  });
  expect(parts.map(({ exact }) => exact)).toEqual([
    'keep the [ferry](https://example.org/f) and',
    'the  pier for another ten years and',
    'not to sell',
  ]);
  for (const { start, end, exact } of parts) expect(raw.slice(start, end)).toBe(exact);
});

test('an offset is a line and a column, whatever ends the lines', () => {
  fc.assert(
    fc.property(fc.array(fc.constantFrom('ferry', 'é', '😀', '\n', '\r\n', '\r')), (pieces) => {
      const place = placesIn(pieces.join(''));
      let before = '';
      for (const piece of pieces) {
        // a carriage return before a line feed ends no line of its own
        if (!(before.endsWith('\r') && piece === '\n')) {
          const lines = before.split(/\r\n|\r|\n/);
          expect(place(before.length)).toEqual({
            line: lines.length,
            column: lines.at(-1)!.length + 1,
          });
        }
        before += piece;
      }
    }),
  );
});

test.each([
  ['quotations', 'a.md', `${'>'.repeat(9000)} the ferry stays.`],
  ['lists', 'a.md', `${'- '.repeat(9000)}the ferry stays.`],
  ['emphasis', 'a.txt', `See [the](#) ${'*ferry '.repeat(9000)}${'stays* '.repeat(9000)}`.trim()],
  ['links', 'a.md', `${'[ferry]('.repeat(200_000)}stays`],
  ['references', 'a.md', `${'[ferry][stays]'.repeat(20_000)}`],
  ['links in emphasis', 'a.md', `${'*[ferry](stays)*'.repeat(1500)}`],
  ['bold without an end', 'a.md', `${'***ferry'.repeat(2000)}`],
])('marks of %s beyond any nesting stay the characters they are', (_, path, source) =>
  expect(cleaned(source, path).blocks).toEqual([source]),
);
