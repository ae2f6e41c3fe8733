/** Pages of long lists: what stands on one does not move when the list grows. */
import { describe, expect, test } from 'vitest';
import {
  beginningInWords,
  beginningsOf,
  groupsOf,
  groupsWithin,
} from '../../src/model/grouping.ts';
import {
  listPage,
  neighbouringPages,
  numberedPages,
  pagesOffered,
} from '../../src/model/paging.ts';

/** The newest first. */
const list = (length: number) => Array.from({ length }, (_, i) => length - i);

describe('numbered pages', () => {
  test('keep what they hold when newer items come, and hold every item once', () => {
    for (const [before, after] of [
      [101, 102],
      [200, 201],
      [250, 999],
    ] as const) {
      const full = Math.floor(before / 100);
      for (let number = 1; number <= full; number++)
        expect(listPage(list(after), number).items).toEqual(listPage(list(before), number).items);
      const all = numberedPages(after).flatMap(
        ({ params }) => listPage(list(after), Number(params.number)).items,
      );
      expect(all.sort((a, b) => b - a)).toEqual(list(after));
      expect(numberedPages(after).length).toBeGreaterThanOrEqual(numberedPages(before).length);
    }
  });

  test('are none where the list itself holds all; else it shows the newest', () => {
    expect(numberedPages(100)).toEqual([]);
    expect(listPage(list(100), null).items).toEqual(list(100));
    expect(listPage(list(134), null)).toMatchObject({ first: 35, last: 134, pages: 2, all: 134 });
    expect(listPage(list(134), null).items[0]).toBe(134);
    expect(listPage([], null)).toMatchObject({ items: [], pages: 1, all: 0 });
  });

  test('lead from each to the newer and the older one', () => {
    const hrefs = (number: number | null, pages: number) =>
      neighbouringPages('claims', { number, pages }, (path) => path).map(
        ({ rel, href }) => `${rel} ${href}`,
      );
    expect(hrefs(null, 1)).toEqual([]);
    expect(hrefs(null, 3)).toEqual(['next claims/page/2/']);
    expect(hrefs(3, 3)).toEqual(['prev claims/', 'next claims/page/2/']);
    expect(hrefs(2, 3)).toEqual(['prev claims/page/3/', 'next claims/page/1/']);
    expect(hrefs(1, 3)).toEqual(['prev claims/page/2/']);
  });

  test('offer the ends and what lies around', () => {
    expect(pagesOffered(10, 30)).toEqual([30, 29, 14, 13, 12, 11, 10, 9, 8, 7, 6, 2, 1]);
    expect(pagesOffered(null, 30)).toEqual([30, 29, 28, 27, 26, 2, 1]);
    expect(pagesOffered(null, 3)).toEqual([3, 2, 1]);
  });
});

describe('pages named by what they hold', () => {
  const days = {
    keys: (day: string) => [day.slice(0, 4), day.slice(0, 7), day.slice(0, 10)],
    weight: () => 1,
    most: 2,
  };
  const keys = (items: string[]) => groupsWithin(groupsOf(items, days)).map(({ key }) => key);

  test('divide what is too much for one, by the first finer key that does', () => {
    expect(keys(['2018-03-01', '2019-01-01'])).toEqual(['2018', '2019']);
    expect(keys(['2018-03-01', '2018-03-02', '2018-04-01'])).toEqual([
      '2018',
      '2018-03',
      '2018-04',
    ]);
    expect(keys(['2018-03-01 a', '2018-03-01 b', '2018-03-02'])).toEqual([
      '2018',
      '2018-03-01',
      '2018-03-02',
    ]);
    expect(keys(['2018-03-01 a', '2018-03-01 b', '2018-03-01 c'])).toEqual([
      '2018',
      '2018.1',
      '2018.2',
    ]);
  });

  test('stay when the list grows', () => {
    const items = ['2018-03-01', '2018-03-02', '2018-04-01', '2019-05-01'];
    for (let n = 1; n <= items.length; n++)
      for (const key of keys(items.slice(0, n))) expect(keys(items)).toContain(key);
  });

  test('tell names apart by their beginnings', () => {
    expect(beginningsOf('al-Tai, Farid').slice(0, 4)).toEqual(['a', 'al', 'al-', 'al-t']);
    expect(beginningsOf('Élu').slice(0, 5)).toEqual(['e', 'el', 'elu', 'elu-', 'elu--']);
    expect(beginningsOf('“”')[0]).toBe('-');
    expect(beginningsOf('Öz').every((key) => /^[a-z-]+$/.test(key))).toBe(true);
    expect(beginningsOf('نص')[0]).toBe('u1606');
    expect(beginningInWords('a', 'al-Tai')).toBe('A');
    expect(beginningInWords('al', 'Ålund')).toBe('Al');
    expect(beginningInWords('the-m.2', 'The mayor')).toBe('The m, part 2');
    expect(beginningInWords('u1606', 'نص')).toBe('ن');
    expect(beginningInWords('-', '“”')).toBe('#');
    const names = ['The', 'The mayor', 'The minister', 'Them'];
    const groups = groupsOf(names, { keys: beginningsOf, weight: () => 1, most: 1 });
    const leaves = groupsWithin(groups).filter(({ within }) => within.length === 0);
    expect(leaves.flatMap(({ items }) => items).sort()).toEqual(names);
    expect(leaves.every(({ items }) => items.length === 1)).toBe(true);
  });
});
