import { describe, expect, test } from 'vitest';
import { edtfBounds, edtfOf, printedDates, wordsForEdtf } from '../src/lib/dates.ts';

describe('EDTF', () => {
  test.each([
    ['2024-03-27', '2024-03-27', '2024-03-27'],
    ['2018-06', '2018-06-01', '2018-06-30'],
    ['2017-07-10/2017-12', '2017-07-10', '2017-12-31'],
    ['../2024-03-25', null, '2024-03-25'],
    ['2017/..', '2017-01-01', null],
    ['2018~', '2018-01-01', '2018-12-31'],
    ['201X', '2010-01-01', '2019-12-31'],
  ])('%s', (value, from, to) => expect(edtfBounds(value)).toEqual({ from, to }));

  test.each([
    '2023-02-29',
    '2024-02-30',
    '2024-13',
    '5/1/24',
    'yesterday',
    '',
    '2024-03-27'.repeat(9),
  ])('refuses %j', (value) => expect(edtfBounds(value)).toBeUndefined());

  test.each([
    ['2024-03-27', '27 March 2024'],
    ['2018-06', 'June 2018'],
    ['../2024-03-25', 'on or before 25 March 2024'],
    ['2017-07-10/2017-12', '10 July to December 2017'],
    ['2017-07/2018-01', 'July 2017 to January 2018'],
    ['2018~', 'about 2018'],
    ['2017/..', 'in or after 2017'],
  ])('%s reads %s', (value, words) => expect(wordsForEdtf(value)).toBe(words));
});

describe('dates as printed', () => {
  test.each([
    ['Wednesday, March 27, 2024', '2024-03-27'],
    ['Harbour Post, December 08, 2018', '2018-12-08'],
    ['8 December 2018', '2018-12-08'],
    ['on 25 March', null],
  ])('%s', (text, edtf) => expect(edtfOf(printedDates(text)[0]!)).toBe(edtf));

  test('what is not printed is not filled in', () => {
    const [date] = printedDates('said on 25 March that');
    expect(date).toMatchObject({ year: null, month: 3, day: 25 });
  });

  test.each(['last week', 'late last year', 'two years ago', 'earlier this year'])(
    '%s gives no date',
    (text) =>
      expect(printedDates(text).filter(({ year, month, day }) => year ?? month ?? day)).toEqual([]),
  );
});
