/** What says in which language an article is, in the order in which it is believed. */
import { VFile } from 'vfile';
import { expect, test } from 'vitest';
import { built } from '../support/content.ts';

const SHORT = 'Ferry 12\n\nObi: 3.\n';
const ENGLISH =
  'Ferry to stay\n\n“We will keep the night ferry,” said Mara Obi, the mayor. It rained on the pier all day long.\n';
const GERMAN =
  'Die Fähre bleibt\n\n„Wir behalten die Fähre“, sagte Mara Obi am Montag. Es hat den ganzen Tag auf den Steg geregnet, und niemand ist gekommen.\n';
const site = (language: string) => ({
  site: new VFile({
    path: 'content/site.md',
    value: `---\nname: Test\naddress: https://archive.example/\ncurator: Nobody\nlanguage: ${language}\n---\n`,
  }),
});
const article = (...of: Parameters<typeof built>) => {
  const { articles, messages } = built(...of);
  const [{ language, languageBasis, claims } = { claims: [] }] = articles;
  return { language, languageBasis, claims: claims.length, messages: messages.join('\n') };
};

test('the site card says it for texts that are too short to tell', () => {
  expect(article({ a: SHORT }, {}, site('de'))).toMatchObject({
    language: 'de',
    languageBasis: 'default',
    claims: 0,
    messages: expect.stringMatching(/the language of the site/) as string,
  });
  expect(article({ a: SHORT })).toMatchObject({ language: 'en', languageBasis: 'default' });
});

test('the words of a text are believed before the site card', () => {
  expect(article({ a: ENGLISH }, {}, site('de'))).toMatchObject({
    language: 'en',
    languageBasis: 'detected',
    claims: 1,
  });
  expect(article({ a: GERMAN })).toMatchObject({
    language: 'de',
    languageBasis: 'detected',
    claims: 0,
  });
});

test('front matter is believed before the words, the card of the article before both', () => {
  const stated = `---\nlanguage: nl\n---\n\n${GERMAN}`;
  expect(article({ a: stated })).toMatchObject({ language: 'nl', languageBasis: 'stated' });
  const cards = { articles: { a: '---\nlanguage: lb\n---\n' } };
  expect(article({ a: stated }, cards)).toMatchObject({ language: 'lb', languageBasis: 'card' });
});
