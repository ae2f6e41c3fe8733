import { VFile } from 'vfile';
import { describe, expect, test } from 'vitest';
import { nearest, readCard } from '../../src/intake/cards/read.ts';
import { AnnotationCard, ArticleCard, SpeakerCard } from '../../src/intake/cards/schema.ts';

function messages(
  value: string,
  schema: typeof ArticleCard | typeof SpeakerCard | typeof AnnotationCard = ArticleCard,
): string[] {
  const file = new VFile({ path: 'content/articles/ferry.md', value });
  readCard(file, schema);
  return file.messages.map(String);
}

test('a card in order', () => {
  const file = new VFile({
    path: 'a.md',
    value:
      '---\nkind: report\npublished:\n  edtf: 2021-03\n  basis: inferred\n  note: it says so\n---\nA *note*.\n',
  });
  expect(readCard(file, ArticleCard)).toMatchObject({
    data: { kind: 'report', published: { edtf: '2021-03' } },
    body: 'A *note*.\n',
  });
  expect(file.messages).toEqual([]);
});

describe('what is wrong is said with its line, all at once', () => {
  test.each([
    [
      'an unknown key',
      '---\nkind: report\ntitel: Ferry\n---\n',
      /ferry\.md:3:1: Unexpected key `titel`, expected one of `title`/,
    ],
    [
      'an unknown key within an entry',
      '---\nclaims:\n  - words: a\n    spaeker: b\n    why: c\n---\n',
      /ferry\.md:4:5: Unexpected key `claims\.0\.spaeker`/,
    ],
    [
      'a day that is not in the calendar',
      '---\npublished:\n  edtf: 2024-02-30\n  basis: stated\n---\n',
      /ferry\.md:3:3: Unexpected date `published\.edtf: "2024-02-30"`/,
    ],
    [
      'an inferred date without its reason',
      '---\npublished:\n  edtf: 2024-02\n  basis: inferred\n---\n',
      /expected `note:` with the reason/,
    ],
    ['no YAML', '---\nkind: [report\n---\n', /Unexpected front matter, expected YAML/],
    ['a key twice', '---\nkind: report\nkind: opinion\n---\n', /ferry\.md:3:1: .*unique/],
    ['no front matter', 'Ferry', /ferry\.md:1:1: Unexpected card without front matter/],
    [
      'code for front matter',
      '---js\nmodule.exports = process.exit(3)\n---\n',
      /Unexpected front matter in `js`, expected YAML/,
    ],
    [
      'a tag that would make an object',
      '---\nkind: !!js/function "x"\n---\n',
      /Unexpected front matter, expected YAML/,
    ],
    ['an alias', '---\nkind: &a report\ntitle: *a\n---\n', /alias|Alias|no YAML/],
  ])('%s', (_, card, message) => expect(messages(card).join('\n')).toMatch(message));

  test('two problems are two messages', () =>
    expect(messages('---\ntitel: a\nkind: nothing\n---\n')).toHaveLength(2));
});

test.each([
  ['a choice', SpeakerCard, 'name: Ada Lindqvist', 'card without `kind`'],
  ['a text and a choice', SpeakerCard, 'sortName: Lindqvist', 'card without `name` and `kind`'],
  [
    'a choice in a list',
    ArticleCard,
    'byline:\n  - name: Ada Lindqvist',
    '`byline.0` without `role`',
  ],
  ['the words of a claim', ArticleCard, 'claims:\n  - why: so', '`claims.0` without `words`'],
  ['the basis of a date', ArticleCard, 'captured:\n  edtf: 2021-03', '`captured` without `basis`'],
  [
    'a kind beside a reason',
    AnnotationCard,
    'curator: Ada Lindqvist\nrelations:\n  - to: h4tm9w\n    why: both say so',
    '`relations.0` without `kind`',
  ],
])('what is missing is named: %s', (_, schema, card, words) => {
  const [message, ...more] = messages(`---\n${card}\n---\n`, schema);
  expect(more).toEqual([]);
  expect(message).toContain(`Unexpected ${words}, expected`);
});

test('what is of another kind is one problem, whatever its length', () =>
  expect(messages('---\ntitle: []\n---\n')).toEqual([
    expect.stringContaining('Unexpected `title: []`, expected words'),
  ]));

test('a choice of nothing is a value', () =>
  expect(messages('---\nname: Ada Lindqvist\nkind:\n---\n', SpeakerCard).join()).toContain(
    'Unexpected `kind: null`',
  ));

test('gray-matter does not remember between calls', () => {
  const bad = '---\nkind: [report\n---\n';
  expect(messages(bad)).toHaveLength(1);
  expect(messages(bad)).toHaveLength(1);
});

test.each([
  ['titel', 'title'],
  ['spaeker', 'speaker'],
  ['zzzzzz', null],
])('nearest key to %s', (word, expected) =>
  expect(nearest(word, ['title', 'speaker', 'kind'])).toBe(expected),
);

describe('a date in a card', () => {
  const card = (edtf: string) =>
    `---\nkind: report\ncaptured:\n  edtf: ${edtf}\n  basis: stated\n---\n`;

  test.each([
    '2018',
    '2018-21',
    '"201X"',
    '2018-05/..',
    '"{2016,2018..2020}"',
    '2018-12-24T23:30-05:00',
  ])('%s is taken', (edtf) => expect(messages(card(edtf))).toEqual([]));

  test.each([
    ['"20180512"', 'days, months and years without hyphens'],
    ['20180512', 'days, months and years without hyphens'],
    ['2023-02-29', 'a day or month that no calendar has'],
    ['Y170000002', 'a year of more than four digits'],
    ['1950S2', 'a year with significant digits'],
    ['"-0044"', 'a year before the year 0'],
    ['2018-21/2018-23', 'begins or ends with a season'],
    ['2018-05/2018-03', 'ends before it begins'],
  ])('%s is refused by name', (edtf, why) => {
    const [message, ...more] = messages(card(edtf));
    expect(more).toEqual([]);
    expect(message).toMatch(/^content\/articles\/ferry\.md:4:3: Unexpected date `captured\.edtf: /);
    expect(message).toContain(`which is ${why}`.replace(/which is (begins|ends)/, '$1'));
  });
});
