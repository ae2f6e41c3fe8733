/** Marks of emphasis beside quotation marks and labels are read as marks, wherever they stand. */
import { describe, expect, test } from 'vitest';
import { VFile } from 'vfile';
import { draftArticle } from '../../../src/archive/article.ts';
import { extractQuotes } from '../../../src/archive/extract.ts';
import { clean } from '../../../src/intake/clean.ts';
import { read } from '../../../src/intake/read.ts';

const reading = (text: string, path = 'a.txt') => {
  const raw = read(new VFile({ path, value: new TextEncoder().encode(text) }));
  if (!raw) throw new Error('not read');
  return clean(raw).text;
};

describe('marks beside quotation marks', () => {
  test.each([
    ['between words', 'She said he**“won”**again.', 'She said he“won”again.'],
    ['in straight marks', 'She said he**"won"**again.', 'She said he"won"again.'],
    ['after a label', '**Mara Obi:**“It will run.”', 'Mara Obi:“It will run.”'],
    ['after a label without a mark', '**Mara Obi:**It will run.', 'Mara Obi:It will run.'],
    ['before a word', '**“It will run.”**Obi said so.', '“It will run.”Obi said so.'],
    ['in italics', '**a** **b** and it*“will run”*so', 'a b and it“will run”so'],
    ['in angles', 'Obi**«It runs»**then.', 'Obi«It runs»then.'],
    ['in brackets', '**x** **y** Obi**(the chair)**said', 'x y Obi(the chair)said'],
    ['after a full stop', '**x** **y** **It runs.**Obi said', 'x y It runs.Obi said'],
  ])('%s', (_, text, words) => {
    expect(reading(text)).toBe(words);
    expect(reading(text, 'a.md')).toBe(words);
  });

  test.each([
    ['a power', '2 ** 3 is eight, and 5**6 is more.'],
    ['a word that is not printed', '“What the f**k,” said Obi, “is **** that?”'],
    ['a note', 'It runs.* Obi said so.**\n\n* At night.\n\n** On Friday.'],
    ['one word in bold', 'It **will** run, said Obi.'],
  ])('%s stays', (_, text) => {
    expect(reading(text)).toBe(text);
  });

  test('the claim is found with its speaker', () => {
    const text =
      '**Mara Obi:**“It will run at night, as it always has.”\n\n**Ann Lee:**“Will it?”\n';
    const { quotes } = extractQuotes(text, { turns: true });
    expect(quotes.map(({ start, end, name }) => [text.slice(start, end), name])).toEqual([
      ['It will run at night, as it always has.', 'Mara Obi'],
      ['Will it?', 'Ann Lee'],
    ]);
    const said = extractQuotes('The mayor said that the ferry**“won”**again, and left.');
    expect(said.quotes.map(({ speaker }) => speaker?.text)).toContain('The mayor');
  });
});

describe('labels of turns', () => {
  const said = (...labels: string[]) => {
    const words = ['It will run again.', 'Will it run at night?', 'It will, at ten.', 'Who pays?'];
    const text = words.map((line, i) => `${labels[i] ?? ''}${line}`).join('\n\n');
    return extractQuotes(text, { turns: true }).quotes.map(({ name }) => name);
  };
  const ALI = ['ʿAli Hassan', 'Ann Lee', 'ʿAli Hassan', 'Ann Lee'];
  const MARA = ['Mara Obi', 'Ann Lee', 'Mara Obi', 'Ann Lee'];

  test('a name may begin with a letter without case', () => {
    expect(said('ʿAli Hassan: ', 'Ann Lee: ', 'ʿAli Hassan: ', 'Ann Lee: ')).toEqual(ALI);
    expect(said('ʿAli Hassan: ', 'Ann Lee: ', '‘Ali Hassan: ', 'Ann Lee: ')).toEqual(ALI);
  });
  test('words may stand right behind a bold label', () => {
    expect(said('**Mara Obi:**', '**Ann Lee:**', '**Mara Obi:**', '**Ann Lee:**')).toEqual(MARA);
  });
  test('a last name alone is the label in full, where it fits one', () => {
    expect(said('Mara Obi: ', 'Ann Lee: ', 'Obi: ', 'Lee: ')).toEqual(MARA);
    expect(said('Mara Obi: ', 'Ann Lee: ', 'Mara: ', 'Ann: ')).toEqual(MARA);
    expect(said('Mara Obi: ', 'Nina Obi: ', 'Obi: ', 'Nina Obi: ')[2]).not.toBe('Nina Obi');
  });
  test('labels that repeat by a last name alone make no conversation where a paragraph has none', () => {
    const text =
      'MARA OBI: It runs.\n\n(A film is shown.)\n\nANN LEE: Does it?\n\nOBI: It does.\n\nFollow us.\n';
    expect(extractQuotes(text).quotes.filter(({ type }) => type === 'answer')).toEqual([]);
  });
  test.each(['ʿAli Hassan', 'O‘Neill', 'Dr. Mara Obi', 'Mara Obi (chair)'])(
    '%s in bold',
    (label) => {
      expect(reading(`**${label}:**“It will run again.”`)).toBe(`${label}:“It will run again.”`);
    },
  );
});

describe('a table', () => {
  const text =
    '# Who says what\n\n| Who | What | Where |\n|:--|---|--:|\n' +
    '| Ole Berg | “We sell it, all of it,” Ann Lee said. | at \\| home |\n| Ada | | **port** |\n\nThat is all.';

  test('of a Markdown file is cells, each of them a block, without their borders', () => {
    const raw = read(new VFile({ path: 'a.md', value: new TextEncoder().encode(text) }))!;
    const { text: words, blocks } = clean(raw);
    expect(blocks.map(({ start, end }) => words.slice(start, end))).toEqual([
      ...['Who says what', 'Who', 'What', 'Where'],
      ...['Ole Berg', '“We sell it, all of it,” Ann Lee said.', 'at | home', 'Ada', 'port'],
      'That is all.',
    ]);
    for (const { source, start, end } of blocks.filter(({ end, start }) => end - start > 12))
      expect(text.slice(source.start, source.end)).toBe(words.slice(start, end));
  });

  test('no border of a cell is in the words of a claim, nor who stands in the cell beside', () => {
    const file = new VFile({ path: 'a.md', value: new TextEncoder().encode(text) });
    const draft = draftArticle('a', file, { index: { byId: new Map(), byName: new Map() } })!;
    expect(
      draft.found.claims.map(({ parts, mention }) =>
        [...parts, mention!].map(({ start, end }) => draft.clean.text.slice(start, end)),
      ),
    ).toEqual([['We sell it, all of it,', 'Ann Lee']]);
  });

  test('lines with strokes and none below their head stay as they are', () => {
    expect(reading('Ole | “We sell it,” he said', 'a.md')).toBe('Ole | “We sell it,” he said');
    expect(reading(text.slice(text.indexOf('|')))).toContain('| Ole Berg |');
  });
});
