/** Front matter of sources: what is not as expected is said, with its place and a remedy, and never passes in silence. */
import { expect, test } from 'vitest';
import { VFile } from 'vfile';
import { readFrontMatter } from '../../src/intake/front-matter.ts';

function reading(front: string) {
  const file = new VFile({ path: 'ferry.md' });
  const text = `${front}The ferry runs.\n`;
  const result = readFrontMatter(text, file);
  return {
    data: result?.data,
    body: result && text.slice(result.bodyFrom),
    messages: file.messages.map((message) => `${String(message)} [${message.note}]`),
  };
}

test.each([
  ['a text', '---\ntitle: Ferry to stay\n---\n', { title: 'Ferry to stay' }],
  ['a title of figures', '---\ntitle: 12\n---\n', { title: '12' }],
  ['a year', '---\ndate: 2021\n---\n', { date: '2021' }],
  ['a date with a time of day', '---\ndate: 2021-05-03 10:00\n---\n', { date: '2021-05-03' }],
  ['nothing behind a key', '---\ntitle:\nauthor: Ann Lee\n---\n', { author: 'Ann Lee' }],
  ['several authors', '---\nauthor: [Ann Lee, Bob Ray]\n---\n', { author: ['Ann Lee', 'Bob Ray'] }],
  [
    'what programs that clip pages write',
    '---\nsource: "https://a.example/ferry"\nauthor:\n  - "[[Ann Lee]]"\npublished: 2021-05-03\n---\n',
    { url: 'https://a.example/ferry', author: ['Ann Lee'], date: '2021-05-03' },
  ],
  ['a source that is no address', '---\nsource: Harbour Post\n---\n', { source: 'Harbour Post' }],
  [
    'two days, of which one is called so',
    '---\npublished: 2021-05-03\ndate: 2021-05-04\n---\n',
    { published: '2021-05-03', date: '2021-05-04' },
  ],
  ['keys below a remark', '---\n# ours\ntitle: Ferry\n---\n', { title: 'Ferry' }],
  ['behind a mark of byte order', '\ufeff---\ntitle: Ferry\n---\n', { title: 'Ferry' }],
  ['YAML by its name', '---yaml\ntitle: Ferry\n---\n', { title: 'Ferry' }],
])('%s is taken', (_, front, data) => {
  expect(reading(front)).toEqual({ data, body: 'The ferry runs.\n', messages: [] });
});

test.each([
  [
    'a date that there is not',
    '---\ntitle: Ferry\ndate: 2021-13-45\n---\n',
    '3:1',
    '`"2021-13-45"` of `date`',
  ],
  [
    'an author that is no name',
    '---\nauthor: {a: b}\ntitle: Ferry\n---\n',
    '2:1',
    '`{"a":"b"}` of `author`',
  ],
  ['a title that is a list', '---\ntitle: [a, b]\n---\n', '2:1', '`["a","b"]` of `title`'],
  [
    'a list of other things',
    '---\nauthor: [1, {a: b}]\n---\n',
    '2:1',
    'expected a name, or a list of names',
  ],
])('%s is reported, and the rest is taken', (_, front, place, words) => {
  const { body, messages, data } = reading(front);
  expect(body).toBe('The ferry runs.\n');
  expect(messages).toHaveLength(1);
  expect(messages[0]).toContain(`ferry.md:${place}: `);
  expect(messages[0]).toContain(words);
  expect(messages[0]).toContain('Put it right in the source');
  expect(data?.title).toBe(front.includes('Ferry') ? 'Ferry' : undefined);
});

test.each([
  ['a list', '---\n- one\n- two\n---\n', '2:1', 'expected `key: value` lines', false],
  ['a single value', '---\nFerry\n---\n', '2:1', 'expected `key: value` lines', false],
  ['no closing line', '---\ntitle: Ferry\n', '1:1', 'no second `---`', false],
  ['code', '---js\n{ title: "Ferry" }\n---\n', '1:1', 'front matter in `js`', true],
  ['TOML', '---toml\ntitle = "Ferry"\n---\n', '1:1', 'front matter in `toml`', true],
  ['JSON', '--- json\n{"title": "Ferry"}\n---\n', '1:1', 'front matter in `json`', true],
])('%s is reported', (_, front, place, words, isCut) => {
  const { body, messages, data } = reading(front);
  expect(data).toBeNull();
  expect(body).toBe(isCut ? 'The ferry runs.\n' : `${front}The ferry runs.\n`);
  expect(messages).toHaveLength(1);
  expect(messages[0]).toContain(`ferry.md:${place}: `);
  expect(messages[0]).toContain(words);
});

test.each(['--- CAIRO\nA ferry.\n---\n', '---\n---\n', 'The ferry.\n\n---\n'])(
  'a rule above a text is no front matter: %j',
  (head) => {
    expect(reading(head)).toEqual({ data: null, body: `${head}The ferry runs.\n`, messages: [] });
  },
);

test.each([
  ['12 May 2018', '2018-05-12'],
  ['May 12, 2018', '2018-05-12'],
  ['May 2018', '2018-05'],
  ['"Saturday, 12 May 2018"', '2018-05-12'],
  ['12 May 2018 10:15 GMT', '2018-05-12'],
  ['12.5.2018', '2018-05-12'],
])('a date as it is printed: %s', (printed, edtf) => {
  const file = new VFile({ path: 'a.txt' });
  const found = readFrontMatter(`---\ntitle: A\ndate: ${printed}\n---\nText.\n`, file);
  expect([found?.data?.date, file.messages]).toEqual([edtf, []]);
});

test('a date as it is printed in the language that is named, or whose month is of one language alone', () => {
  const source = (language: string) =>
    `---\nlanguage: ${language}\ndate: 3 août 2018\n---\nText.\n`;
  const dateOf = (language: string) =>
    readFrontMatter(source(language), new VFile({ path: 'a.txt' }))?.data?.date;
  expect([dateOf('fr'), dateOf('en')]).toEqual(['2018-08-03', '2018-08-03']);
});
