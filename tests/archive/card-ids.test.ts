import { expect, test } from 'vitest';
import { VFile } from 'vfile';
import { contentOf, type built } from '../support/content.ts';
import { buildArchive } from '../../src/archive/whole.ts';

const TEXT =
  'Night ferry to stay\n\nMay 4, 2021\n\nThe night ferry will stay, the harbour office wrote.\n';
const OTHER =
  'Day ferry to go\n\nMay 5, 2021\n\nThe day ferry will go, Mara Obi wrote on Monday.\n';

const card = (...lines: string[]) => `---\n${lines.join('\n')}\n---\n`;

function errorsOf(cards: Parameters<typeof built>[1]): string[] {
  const content = contentOf({ ferry: TEXT, boats: OTHER }, cards);
  buildArchive(content);
  return Object.values(content.cards)
    .flat()
    .flatMap(({ file }) =>
      file.messages.filter(({ fatal }) => fatal).map((m) => `${file.path}:${m.line} ${m.reason}`),
    );
}

const speaker = (...lines: string[]) => card('name: A', 'kind: person', ...lines);
const speakerB = (...lines: string[]) => card('name: B', 'kind: person', ...lines);

test.each([
  [
    'two articles',
    { articles: { ferry: card('formerly: [old]'), boats: card('formerly: [old]') } },
    ['content/articles/boats.md:2', 'content/articles/ferry.md'],
  ],
  [
    'an article itself',
    { articles: { ferry: card('formerly: [ferry]') } },
    ['content/articles/ferry.md:2', 'own id'],
  ],
  [
    'a live article without a card',
    { articles: { ferry: card('formerly: [boats]') } },
    ['content/articles/ferry.md:2', 'content/sources/boats'],
  ],
  [
    'two articles each other',
    { articles: { ferry: card('formerly: [boats]'), boats: card('formerly: [ferry]') } },
    ['content/articles/ferry.md:2', 'content/articles/boats.md'],
  ],
  [
    'two speakers',
    { speakers: { a: speaker('formerly: [old]'), b: speakerB('formerly: [old]') } },
    ['content/speakers/b.md:4', 'content/speakers/a.md'],
  ],
  [
    'a live speaker',
    { speakers: { a: speaker(), b: speakerB('formerly: [a]') } },
    ['content/speakers/b.md:4', 'content/speakers/a.md'],
  ],
  [
    'two outlets each other',
    {
      outlets: { a: card('name: A', 'formerly: [b]'), b: card('name: B', 'formerly: [a]') },
    },
    ['content/outlets/a.md:3', 'content/outlets/b.md'],
  ],
  [
    'two places',
    {
      places: { a: card('name: A', 'formerly: [old]'), b: card('name: B', 'formerly: [old]') },
    },
    ['content/places/b.md:3', 'content/places/a.md'],
  ],
  [
    'a byline',
    {
      articles: {
        ferry: card('byline:', '  - name: Ann', '    role: author', '    speaker: nobody'),
      },
    },
    ['content/articles/ferry.md:5', 'nobody'],
  ],
  [
    'an outlet',
    { outlets: { a: card('name: A', 'speaker: nobody') } },
    ['content/outlets/a.md:3', 'nobody'],
  ],
  [
    'a role',
    { speakers: { a: speaker('roles:', '  - role: mayor', '    article: fery') } },
    ['content/speakers/a.md:6', 'fery'],
  ],
  [
    'an alias',
    { speakers: { a: speaker('aliases:', '  - name: the mayor', '    article: nothing') } },
    ['content/speakers/a.md:6', 'nothing'],
  ],
  [
    'two outlets of one name',
    { outlets: { a: card('name: Bay Echo'), b: card('name: Echo', 'aliases: [The Bay Echo]') } },
    ['content/outlets/b.md:3', 'content/outlets/a.md'],
  ],
  [
    'two places of one name',
    { places: { a: card('name: Bergen'), b: card('name: Bergen') } },
    ['content/places/b.md:2', 'content/places/a.md'],
  ],
])('%s: one message naming both', (_, cards, parts) => {
  const errors = errorsOf(cards);
  expect(errors).toHaveLength(1);
  for (const part of parts) expect(errors[0]).toContain(part);
});

test('a note that is not named after a claim is told what a note is named after', () =>
  expect(errorsOf({ annotations: { abcdef: card('curator: A') } })).toContainEqual(
    expect.stringMatching(/abcdef\.md.*the id of a claim/),
  ));

test('ids that are there, and former ones that are not, are fine', () =>
  expect(
    errorsOf({
      articles: {
        ferry: card(
          'formerly: [old]',
          'byline:',
          '  - name: Ann',
          '    role: author',
          '    speaker: mara-obi',
        ),
      },
      speakers: {
        a: speaker('formerly: [former]', 'roles:', '  - role: mayor', '    article: ferry'),
      },
    }),
  ).toEqual([]));

test.each([
  'https://a.example/zürich/',
  'https://a.example/my%20archive/',
  'https://a.example/ü b/',
  'https://a.example/?a=b',
  'https://a.example/#top',
])('the address %s is one error on its line', (address) => {
  const site = new VFile({
    path: 'content/site.md',
    value: card('name: Test', `address: ${address}`, 'curator: Nobody'),
  });
  buildArchive(contentOf({ ferry: TEXT }, {}, { site }));
  expect(site.messages.map(({ line, ruleId }) => [line, ruleId])).toEqual([[3, 'bad-value']]);
});

test.each(['https://a.example', 'https://a.example/my-archive/', 'http://localhost:4321/a/b'])(
  'the address %s is taken',
  (address) => {
    const site = new VFile({
      path: 'content/site.md',
      value: card('name: Test', `address: ${address}`, 'curator: Nobody'),
    });
    buildArchive(contentOf({ ferry: TEXT }, {}, { site }));
    expect(site.messages).toEqual([]);
  },
);
