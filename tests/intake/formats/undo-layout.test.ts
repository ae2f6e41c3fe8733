/** What stands between the words of a text, or took the place of its marks, is undone where the whole text is full of it. */
import { describe, expect, test } from 'vitest';
import { VFile } from 'vfile';
import { extractQuotes } from '../../../src/archive/extract.ts';
import { clean } from '../../../src/intake/clean.ts';
import { findUndoings, undo } from '../../../src/intake/formats/undo.ts';
import { read } from '../../../src/intake/read.ts';
import type { Undoing } from '../../../src/model/records.ts';

const PARAGRAPHS = [
  'The night ferry between the two towns will stay in service for another ten years, the office said.',
  '“We don’t sell it,” said Mara Obi — who chairs the board — on the pier. “It’s needed.”',
  'The council had planned to sell both of its boats in the spring, but nobody came to buy one of them.',
  'It has carried the commuters of the bay since the long bridge was closed for its repair last year.',
];

/** Lines of at most so many characters. */
const wrapped = (words: string, width: number): string[] =>
  words.split(' ').reduce<string[]>((lines, word) => {
    const line = lines.at(-1);
    if (line !== undefined && line.length + 1 + word.length <= width)
      lines.splice(-1, 1, `${line} ${word}`);
    else lines.push(word);
    return lines;
  }, []);
const inLines = PARAGRAPHS.map((words) => wrapped(words, 48).join('\n'));

function blocksOf(text: string): { undone: readonly Undoing[]; blocks: string[] } {
  const raw = read(new VFile({ path: 'a.txt', value: new TextEncoder().encode(text) }));
  if (!raw) throw new Error('not read');
  const cleaned = clean(raw);
  for (const { start, end } of cleaned.blocks)
    for (const part of cleaned.toSource({ start, end }))
      expect(raw.text.slice(part.start, part.end)).toBe(part.exact);
  return {
    undone: raw.undone,
    blocks: cleaned.blocks.map(({ start, end }) => cleaned.text.slice(start, end)),
  };
}
const prefixed = (text: string, prefix: (line: number) => string) =>
  text
    .split('\n')
    .map((line, i) => prefix(i + 1) + line)
    .join('\n');

describe('is undone', () => {
  test.each<[string, string, Undoing[]]>([
    ['`>` before each line', prefixed(inLines.join('\n\n'), () => '> '), ['line-prefixes']],
    ['`>>`', prefixed(inLines.join('\n\n'), () => '>> '), ['line-prefixes']],
    [
      '`>` before each paragraph',
      prefixed([...PARAGRAPHS, ...PARAGRAPHS].join('\n'), () => '>'),
      ['line-prefixes'],
    ],
    [
      'numbers of lines',
      prefixed(inLines.join('\n\n'), (line) => `${String(line).padStart(3)}  `),
      ['line-numbers'],
    ],
    [
      'numbers that begin again on each page',
      prefixed(inLines.join('\n\n'), (line) => `${((line - 1) % 10) + 1}\t`),
      ['line-numbers'],
    ],
    [
      'running heads and pages',
      inLines.map((words, i) => `${words}\n\nThe Bay Review\nPage ${i + 2}`).join('\n\n'),
      ['running-heads'],
    ],
    [
      'pages and running heads',
      inLines.map((words, i) => `${words}\n\n- ${i + 2} -\n\nThe Bay Review`).join('\n\n'),
      ['running-heads'],
    ],
    ['`?` for marks', PARAGRAPHS.join('\n\n').replace(/[“”’—]/g, '?'), ['lost-marks']],
    ['`\ufffd` for marks', PARAGRAPHS.join('\n\n').replace(/[“”’—]/g, '\ufffd'), ['lost-marks']],
  ])('%s', (_, text, undone) => {
    const found = blocksOf(text);
    expect(found.undone).toEqual(undone);
    const expected = text.startsWith('>The') ? [...PARAGRAPHS, ...PARAGRAPHS] : PARAGRAPHS;
    expect(found.blocks).toEqual(expected);
  });

  test('words that were cut at the ends of lines', () => {
    const narrow = PARAGRAPHS.flatMap((words) => wrapped(words, 30)).join('\n');
    const cut = narrow.replace(/\n(\p{Ll}{2})(?=\p{Ll}{3})/gu, ' $1-\n');
    const { undone, blocks } = blocksOf(cut);
    expect(undone).toEqual(['line-hyphens']);
    expect(blocks.join(' ')).toBe(PARAGRAPHS.join(' '));
  });

  test('a paragraph that a page break cut in two', () => {
    const [first = '', ...rest] = PARAGRAPHS;
    const cut = first.replace(' for another', '\n\n2\n\nfor another');
    const { blocks } = blocksOf([cut, ...rest].join('\n\n') + '\n\n3\n\nIt rains.');
    expect(blocks).toEqual([...PARAGRAPHS, 'It rains.']);
  });

  test('a stretch of the source gives the same by itself as in the whole', () => {
    const text = PARAGRAPHS.join('\n\n').replace(/[“”’—]/g, '?');
    const whole = undo(text, ['lost-marks']).text;
    const start = text.indexOf('?We don');
    expect(undo(text.slice(start, start + 18), ['lost-marks']).text).toBe(
      whole.slice(start, start + 18),
    );
  });
});

describe('stays', () => {
  test.each([
    ['questions', 'Will it stay? Who pays? “Not we,” she said. Is it so? he asked. It’s late.'],
    ['an address with a question', 'See https://a.example/?s=1&t=2 and https://b.example/c?m=3.'],
    ['some lines of a mail', `${PARAGRAPHS.join('\n\n')}\n\n> It stays.\n\n> It must.`],
    [
      'lines that begin with figures',
      '30 boats came.\n12 boats left.\n7 sank.\n40 stayed.\n3 burnt.',
    ],
    ['a list', `${PARAGRAPHS.join('\n\n')}\n\n1. One.\n2. Two.\n3. Three.\n4. Four.`],
    ['figures alone on lines', `${PARAGRAPHS.join('\n\n')}\n\n12\n\n40\n\n7`],
    ['words with hyphens', 'The night-\nferry stays, and the long-\nterm plan.'],
  ])('%s', (_, text) => {
    expect(findUndoings(text).undoings).toEqual([]);
  });
});

describe('a text broken at a width', () => {
  test.each([36, 48, 72])('of %i without blank lines has its paragraphs', (width) => {
    const paragraphs = [...PARAGRAPHS, ...PARAGRAPHS];
    const text = paragraphs.flatMap((words) => wrapped(words, width)).join('\n');
    // a last line that is full does not show that its paragraph ends
    expect(blocksOf(text).blocks.length).toBeGreaterThanOrEqual(paragraphs.length - 2);
  });

  test('keeps the lines of its head', () => {
    const head = ['Ferry to stay', 'By Ann Lee', '3 May 2021'];
    const text = [...head, ...PARAGRAPHS.flatMap((words) => wrapped(words, 60))].join('\n');
    expect(blocksOf(text).blocks.slice(0, 4)).toEqual([...head, PARAGRAPHS[0]]);
  });
});

test('claims of a loose text lead into the text as it was given', () => {
  const text = prefixed(inLines.join('\n\n'), () => '> ').replace(/[“”’—]/g, '?');
  const [quote] = extractQuotes(text).quotes.filter(({ type }) => type === 'direct');
  expect(text.slice(quote?.start, quote?.end)).toBe('We don?t sell it,');
  expect(quote?.speaker?.text).toBe('Mara Obi');
});

test('marks of direction are not read', () => {
  const text = PARAGRAPHS[1]?.replace(/[“”]/g, '\u200e$&\u200e') ?? '';
  expect(blocksOf(text).blocks).toEqual([PARAGRAPHS[1]]);
});
