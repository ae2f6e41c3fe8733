import { expect, test } from 'vitest';
import { openAndFolded } from '../../src/site/reading/topic-words.ts';

test('of many answers of one stance the first stand open, and none is lost', () => {
  const rows = Array.from({ length: 90 }, (_, n) => ({ n, stance: n % 3 === 0 ? 'no' : 'yes' }));
  const [yes, no] = openAndFolded(['yes', 'no'], [...rows, { n: 90, stance: 'other' }]);
  expect(yes).toMatchObject({ stance: 'yes', claims: 60 });
  expect(yes!.open).toHaveLength(20);
  expect([...yes!.open, ...yes!.rest]).toEqual(rows.filter(({ stance }) => stance === 'yes'));
  expect([...no!.open, ...no!.rest]).toHaveLength(30);
});

test('a few more than that are not worth a fold', () => {
  const rows = Array.from({ length: 25 }, () => ({ stance: 'yes' }));
  expect(openAndFolded(['yes'], rows)[0]).toMatchObject({ claims: 25, rest: [] });
});
