import { expect, test } from 'vitest';
import {
  isSurelyIn,
  mayBeIn,
  monthOf,
  monthsWithin,
  periodsOf,
  yearOf,
} from '../../src/model/article-dates.ts';

const day = { from: '2018-05-12', to: '2018-05-12' };
const summer = { from: '2017-07-01', to: '2017-08-31' };
const winter = { from: '2017-12-20', to: '2018-01-10' };
const before = { from: null, to: '2016-03-04' };
const after = { from: '2019-11-30', to: null };
const unknown = { from: null, to: null };

test('an article stands under its year, and under its month where that is certain', () => {
  const under = [day, summer, winter, before, after, unknown].map((date) => [
    yearOf(date),
    monthOf(date),
  ]);
  expect(under).toEqual([
    ['2018', '2018-05'],
    ['2017', null],
    ['2017', null],
    ['2016', null],
    ['2019', null],
    ['undated', null],
  ]);
});

test('a date may be of every period that it allows, and is surely of one only', () => {
  const months = ['2017-06', '2017-07', '2017-08', '2017-09'];
  expect(months.filter((month) => mayBeIn(summer, month))).toEqual(['2017-07', '2017-08']);
  expect(months.filter((month) => isSurelyIn(summer, month))).toEqual([]);
  expect(isSurelyIn(summer, '2017')).toBe(true);
  expect(['2016', '2017', '2018', '2019'].filter((year) => mayBeIn(winter, year))).toEqual([
    '2017',
    '2018',
  ]);
  expect(isSurelyIn(winter, '2017')).toBe(false);
});

test('an open date allows the period of its one end, and none for certain', () => {
  expect([mayBeIn(before, '2016'), isSurelyIn(before, '2016')]).toEqual([true, false]);
  expect(mayBeIn(before, '2015')).toBe(false);
  expect([mayBeIn(after, '2019-11'), mayBeIn(after, '2019-12')]).toEqual([true, false]);
  expect(mayBeIn(unknown, '2018')).toBe(false);
});

test('there is a period for each year and month under which articles stand, and none else', () => {
  expect(periodsOf([summer, day, unknown, winter, day])).toEqual([
    '2018-05',
    '2018',
    '2017',
    'undated',
  ]);
  expect(periodsOf([day, summer]).includes('undated')).toBe(false);
  expect(monthsWithin('2018', periodsOf([summer, day]))).toEqual(['2018-05']);
});

test('where no article has a date there are no pages of dates', () => {
  expect(periodsOf([unknown, unknown])).toEqual([]);
  expect(periodsOf([])).toEqual([]);
});
