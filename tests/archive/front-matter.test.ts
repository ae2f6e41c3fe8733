import { VFile } from 'vfile';
import { expect, test } from 'vitest';
import { draftArticle } from '../../src/archive/article.ts';

const nobody = { byId: new Map(), byName: new Map() };

function read(front: string) {
  const file = new VFile({
    path: 'content/sources/ferry.md',
    value: new TextEncoder().encode(
      `---\n${front}\n---\n\nThe night ferry between the two towns will stay in service for ten years, the harbour office wrote.\n`,
    ),
  });
  const draft = draftArticle('ferry', file, { index: nobody });
  return {
    title: draft?.meta.title,
    authors: draft?.meta.byline.map(({ name }) => name),
    outlet: draft?.meta.outlets[0],
    dek: draft?.meta.dek,
    published: draft?.published.edtf,
    messages: file.messages
      .filter(({ ruleId }) => ruleId === 'unused-front-matter')
      .map(({ line, reason }) => `${line}: ${reason}`),
  };
}

const ALL = 'title: Ferry stays\nauthor: Ann Lee\ndate: 2018-05-12\noutlet: Bay Echo';
const READ = {
  title: 'Ferry stays',
  authors: ['Ann Lee'],
  outlet: 'Bay Echo',
  published: '2018-05-12',
  messages: [] as string[],
};

test('keys of words are read', () => expect(read(ALL)).toMatchObject(READ));

test.each([
  ['date: 2018-05-12', 'date: 2018', { published: '2018' }],
  ['date: 2018-05-12', 'date: 12 May 2018', { published: '2018-05-12' }],
  ['date: 2018-05-12', 'date: 2018-05-12T10:00:00Z', {}],
  ['date: 2018-05-12', 'date: [2018]', { published: '2018' }],
  ['title: Ferry stays', 'title: 2018', { title: '2018' }],
  ['title: Ferry stays', 'title: 1.50', { title: '1.50' }],
  ['title: Ferry stays', 'title: 0x10', { title: '0x10' }],
  ['title: Ferry stays', 'title: true', { title: 'true' }],
  ['author: Ann Lee', 'author: [Ann Lee, Bo Berg]', { authors: ['Ann Lee', 'Bo Berg'] }],
  ['outlet: Bay Echo', 'outlet: 24', { outlet: '24' }],
  ['author: Ann Lee', 'author: null', { authors: [] }],
  ['author: Ann Lee', 'author:', { authors: [] }],
  ['author: Ann Lee', 'author: Ann Lee\nurl: 5', {}],
  ['author: Ann Lee', 'author: Ann Lee\nurl: {a: b}\ntags: [x]', {}],
])('%s, written %s, leaves the others', (from, to, other) => {
  const { published, ...rest } = read(ALL.replace(from, to));
  const expected: Record<string, unknown> = { ...READ, ...other };
  expect(published?.startsWith(String(expected.published))).toBe(true);
  delete expected.published;
  expect(rest).toMatchObject(expected);
});

test.each([
  ['date: 2018-05-12', 'date: 20180512', 4],
  ['date: 2018-05-12', 'date: soon', 4],
  ['date: 2018-05-12', 'date: [2018, 2019]', 4],
  ['author: Ann Lee', 'author: {name: Ann Lee}', 3],
  ['author: Ann Lee', 'author: [{name: Ann Lee}]', 3],
  ['outlet: Bay Echo', 'outlet: {name: Bay Echo}', 5],
  ['outlet: Bay Echo', 'outlet: Bay Echo\ndescription: [x, y]', 6],
  ['title: Ferry stays', 'title: {a: b}', 2],
])('%s, written %s, is one message', (from, to, line) => {
  const { messages, ...rest } = read(ALL.replace(from, to));
  expect(messages).toEqual([expect.stringMatching(new RegExp(`^${line}: Unexpected .*expected`))]);
  for (const key of ['title', 'authors', 'outlet'] as const)
    if (!from.startsWith(key.slice(0, 5))) expect(rest[key]).toEqual(READ[key]);
});
