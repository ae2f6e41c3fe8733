import { describe, expect, test } from 'vitest';
import { printedDates } from '../../src/languages/en/printed-dates.ts';
import { edtfBounds, edtfOf, wordsForEdtf } from '../../src/model/dates.ts';

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
    ['the vote of 3 March 2018 be held', '2018-03-03'],
    ['May 3, 21 people', null],
    ['3 May 61', null],
    ['3 May ’18', null],
    ['on 3 May 2018 GMT', null],
    ['4 MAY 2021', '2021-05-04'],
    ['He sat on 5 May 2018', '2018-05-05'],
  ])('%s', (text, edtf) => expect(edtfOf(printedDates(text)[0]!)).toBe(edtf));

  test('what is not printed is not filled in', () => {
    const [date] = printedDates('said on 25 March that');
    expect(date).toMatchObject({ year: null, month: 3, day: 25 });
  });

  test.each(
    [
      ['Mr. May, 61', 'Noor May, 34', 'Theresa May, 2018', 'April, 29', 'June Park, 2014'],
      ['the Sun', 'mon', 'Wed. he', 'he sat', 'Friday Obi', 'Black Friday', 'the Sunday Times'],
      ['may 5 men', 'march 5 miles', '9/11', '24/7', '03/04/2015', '12 March Street', '2561 BE'],
      ['In May 61 people', 'in March 20 boats', 'In March 2,018 boats', '12 May boats'],
    ].flat(),
  )('%s holds no date', (text) => expect(printedDates(text)).toEqual([]));

  test.each(['last week', 'late last year', 'two years ago', 'earlier this year'])(
    '%s gives no date',
    (text) =>
      expect(printedDates(text).filter(({ year, month, day }) => year ?? month ?? day)).toEqual([]),
  );
});
