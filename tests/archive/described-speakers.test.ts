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
  ['“The count was fair,” said the Mayor.', '“It was not,” said the Mayor.'],
  ['“The count was fair,” the Governor said.', 'The governor said it would stop.'],
  ['Government said the count was fair.', 'Government said it would stop.'],
  ['Police said the count was fair.', 'Police said it would stop.'],
  ['Parliament said the count was fair.', 'The parliament said it would stop.'],
  ['Its government said the count was fair.', 'Its government said it would stop.'],
])('%s | %s', (one, other) => {
  const [first, second, ...more] = speakersOf(one, other);
  expect(more).toEqual([]);
  expect(first).not.toBe('nobody');
  expect(second).not.toBe('nobody');
  expect(first).not.toBe(second);
});

test.each([
  ['The Ministry of Health said it would pay.', 'The ministry of health said it would stop.'],
  ['The Harbour Authority said it would pay.', '“We will stop,” the harbour authority said.'],
  ['The harbour authority said it would pay.', 'The Harbour Authority said it would stop.'],
  ['The World Bank said it would pay.', '“We will stop,” the world bank said.'],
  ['The WORLD BANK said it would pay.', 'The World Bank said it would stop.'],
  ['The Red Cross said it would pay.', '“We will stop,” said the red cross.'],
  ['Police said it would rain.', 'The police said it would stop. According to the POLICE, it did.'],
  ['Government said it would pay.', 'The Government said it would stop.'],
  ['“We will pay,” said the Mayor.', '“We will stop,” said the mayor.'],
])('%s | %s: in one article one speaker', (one, other) => {
  const { articles } = built({ a: article('Strav grows', STEEL, `${one}\n\n${other}`) });
  const speakers = articles.flatMap(({ claims }) => claims.map(({ speaker }) => speaker?.id));
  expect(speakers.length).toBeGreaterThan(1);
  expect(new Set(speakers).size).toBe(1);
  expect(speakers[0]).toBeDefined();
});

test('a body that is named is one in all articles', () => {
  const [first, second] = speakersOf(
    'The Harbour Bank said it would open four new offices.',
    '“We will stop,” the Harbour Bank said.',
  );
  expect(first).toBe('harbour-bank');
  expect(second).toBe('harbour-bank');
});
