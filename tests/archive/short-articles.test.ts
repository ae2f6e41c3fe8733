import { expect, test } from 'vitest';
import { VFile } from 'vfile';
import { draftArticle } from '../../src/archive/article.ts';

/** The claims of a text, each with its speaker. */
const claimsOf = (text: string) => {
  const file = new VFile({ path: 'content/sources/a.txt', value: new TextEncoder().encode(text) });
  const draft = draftArticle('a', file, { index: { byId: new Map(), byName: new Map() } });
  return draft?.claims.map((claim) => [claim.text, claim.speaker?.name]);
};
const CLAIM = [['It will run,', 'Mara Obi']];

test.each([
  ['below a head', 'Ferry to stay\n\nBy Ann Lee\n\n3 May 2021\n\n“It will run,” said Mara Obi.\n'],
  ['below a title', 'Ferry to stay\n\n“It will run,” said Mara Obi.\n'],
  [
    'line by line',
    'Ferry to stay\nBy Ann Lee\n3 May 2021\n“It will run,” said Mara Obi.\nIt sails at ten.\n',
  ],
  ['alone', '“It will run,” said Mara Obi.\n'],
  ['below front matter', '---\ntitle: Ferry to stay\n---\n\n“It will run,” said Mara Obi.\n'],
])('the claim of a short article is found: %s', (_, text) => {
  expect(claimsOf(text)).toEqual(CLAIM);
});

test('below a title in front matter the first sentence is a paragraph', () => {
  const text = '---\ntitle: Ferry to stay\n---\n\nIt will run at night.\n';
  const file = new VFile({ path: 'content/sources/a.md', value: new TextEncoder().encode(text) });
  const draft = draftArticle('a', file, { index: { byId: new Map(), byName: new Map() } });
  expect(draft?.meta.title).toBe('Ferry to stay');
  expect(draft?.meta.blocks.map(({ role }) => role)).toEqual(['paragraph']);
});

test('many marks alone are told in one message, with their number and the first places', () => {
  const lines = Array.from({ length: 200 }, (_, k) => `Ferry ${k + 100} sails” at ten.`);
  const text = `Ferry to stay\n\n${lines.join('\n\n')}\n`;
  const file = new VFile({ path: 'content/sources/a.txt', value: new TextEncoder().encode(text) });
  draftArticle('a', file, { index: { byId: new Map(), byName: new Map() } });
  const told = file.messages.filter(({ ruleId }) => ruleId === 'unbalanced-mark');
  expect(told.map(String)).toEqual([
    expect.stringContaining(
      'a.txt:3:16-3:17: Unexpected 200 quotation marks alone, at 3:16, 5:16, 7:16, 9:16, 11:16 and 195 more,',
    ),
  ]);
});
