import { VFile } from 'vfile';
import { describe, expect, test } from 'vitest';
import { nearest, readCard } from '../src/lib/cards/read.ts';
import { ArticleCard, SpeakerCard } from '../src/lib/cards/schema.ts';

function messages(
  value: string,
  schema: typeof ArticleCard | typeof SpeakerCard = ArticleCard,
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
    ['no YAML', '---\nkind: [report\n---\n', /Unexpected front matter that is no YAML/],
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
      /Unexpected front matter that is no YAML/,
    ],
    ['an alias', '---\nkind: &a report\ntitle: *a\n---\n', /alias|Alias|no YAML/],
  ])('%s', (_, card, message) => expect(messages(card).join('\n')).toMatch(message));

  test('two problems are two messages', () =>
    expect(messages('---\ntitel: a\nkind: nothing\n---\n')).toHaveLength(2));
});

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
