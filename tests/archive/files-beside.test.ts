/** Feeds and citations in files of their own: of whom several articles quote, and of what had them. */
import { expect, test } from 'vitest';
import { withFilesBeside } from '../../src/archive/files-beside.ts';
import type { AddressRecord } from '../../src/model/records.ts';
import { built } from '../support/content.ts';

const made = built({
  one: 'A day\n\n“We will keep the night ferry,” said Mara Obi, the mayor. “It is late,” said Ida Berg, a cook.',
  two: 'A night\n\n“Nobody will wait in the rain,” said Mara Obi, the mayor.',
});
const { articles } = made;
const speakers = made.speakers.map(({ feed: _, ...speaker }) => speaker);
const followed = (published: string[], addresses: AddressRecord[] = []) => {
  const found = withFilesBeside({ articles, speakers }, published, addresses);
  return [
    ...found.articles.flatMap(({ id, beside }) => (beside ? [id] : [])),
    ...found.speakers.flatMap(({ id, feed }) => (feed ? [id] : [])),
  ];
};

test('whoever is quoted in two articles has a feed, nobody else and no article', () => {
  expect(speakers.map(({ id }) => id).sort()).toEqual(['ida-berg', 'mara-obi']);
  expect(followed([])).toEqual(['mara-obi']);
  expect(followed(['articles/one/', 'speakers/ida-berg/', 'feed.xml'])).toEqual(['mara-obi']);
});

test('feeds that were published stay', () => {
  expect(followed(['articles/two/feed.xml', 'speakers/ida-berg/feed.xml'])).toEqual([
    'two',
    'ida-berg',
    'mara-obi',
  ]);
});

test('a feed beside a page that moved stands beside the one that it leads to', () => {
  const moved = { path: 'articles/once/', successor: 'articles/one/' } as AddressRecord;
  expect(followed(['articles/once/feed.xml'], [moved])).toEqual(['one', 'mara-obi']);
  expect(followed(['articles/once/'], [moved])).toEqual(['mara-obi']);
});
