/** Who stands between a cue and the colon before the words says them, whatever the model prefers. */
import { expect, test } from 'vitest';
import { built } from '../../support/content.ts';

test.each([
  ['On May 5, 61 people died, said Ruth Dale: “It fell.”', 'Ruth Dale'],
  ['In Kent, 61 people died, said Ruth Dale: “It fell.”', 'Ruth Dale'],
  ['At Kent Hall, 12 people sang, said Ruth Dale: “It was late.”', 'Ruth Dale'],
  ['After Kent, two people left, said Ruth Dale: “It was late.”', 'Ruth Dale'],
  ['Ivo Tal, 61, died, said Ruth Dale: “It fell.”', 'Ruth Dale'],
  ['In August 1,200 homes burned, said Omar Tell: “It was hot.”', 'Omar Tell'],
  ['Ivo Tal told Ruth Dale: “It fell.”', 'Ivo Tal'],
])('%s', (text, name) => {
  const { articles } = built({ one: `A day in the town\n\n3 February 2020\n\n${text}\n` });
  const direct = articles[0]?.claims.filter(({ type }) => type === 'direct');
  expect(direct?.map(({ speaker }) => speaker?.name)).toEqual([name]);
});
