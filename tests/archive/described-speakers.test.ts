/** Whoever is only described is a speaker of one article: "the company" of another is another company. */
import { expect, test } from 'vitest';
import { built } from '../support/content.ts';

const article = (title: string, opening: string, claim: string) =>
  `${title}\n\nBy Nora Field\n\n12 May 2024\n\n${opening}\n\n${claim}\n`;
const STEEL =
  'The firm Strav has grown by a third in one year and has opened its first shop in the north of the country, in Osthem.';
const PILLS =
  'The drug maker Cavs has lost a long trial over one of its pills and has closed nine of its shops in the south since May.';

/** The speakers of two articles, each with one claim. */
const speakersOf = (one: string, other: string): string[] => {
  const { articles } = built({
    a: article('Strav grows', STEEL, one),
    b: article('Cavs loses', PILLS, other),
  });
  return articles.flatMap(({ claims }) => claims.flatMap(({ speaker }) => speaker?.id ?? 'nobody'));
};

test.each([
  ['The company said it would open four new offices.', 'The company said it would stop the sale.'],
  ['Four offices will open, the company said.', 'The company said it would stop the sale.'],
  ['“We will open four offices,” the Company said.', '“We will stop,” said the company.'],
  ['The Ministry said it would open four new offices.', 'The ministry said it would stop.'],
  ['The Prime Minister said the count was fair.', 'The Prime Minister said the dams would hold.'],
  ['“The count was fair,” the Prime Minister said.', 'The Prime Minister said it would stop.'],
  ['The Attorney General said the count was fair.', 'The Attorney General said it would stop.'],
  ['Its government said the count was fair.', 'Its government said it would stop.'],
])('%s | %s', (one, other) => {
  const [first, second, ...more] = speakersOf(one, other);
  expect(more).toEqual([]);
  expect(first).not.toBe('nobody');
  expect(second).not.toBe('nobody');
  expect(first).not.toBe(second);
});

test('a body that is named is one in all articles', () => {
  const [first, second] = speakersOf(
    'The Harbour Bank said it would open four new offices.',
    '“We will stop,” the Harbour Bank said.',
  );
  expect(first).toBe('harbour-bank');
  expect(second).toBe('harbour-bank');
});
