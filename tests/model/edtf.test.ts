import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { edtfBounds } from '../../src/model/dates.ts';
import { readDate } from '../../src/model/edtf/index.ts';
import { isRefused } from '../../src/model/edtf/read.ts';
import { dateInCitation, edtfInWords } from '../../src/model/edtf/words.ts';

/** The examples of the specification, <https://www.loc.gov/standards/datetime/>, level by level. */
type Row = [value: string, from: string | null, to: string | null, words: string, cited: string];

const LEVEL_0: Row[] = [
  ['1985-04-12', '1985-04-12', '1985-04-12', '12 April 1985', 'April 12, 1985'],
  ['1985-04', '1985-04-01', '1985-04-30', 'April 1985', 'April 1985'],
  ['1985', '1985-01-01', '1985-12-31', '1985', '1985'],
  ['1985-04-12T23:20:30', '1985-04-12', '1985-04-12', '12 April 1985', 'April 12, 1985'],
  ['1985-04-12T23:20:30Z', '1985-04-12', '1985-04-12', '12 April 1985', 'April 12, 1985'],
  ['1985-04-12T23:20:30-04', '1985-04-12', '1985-04-12', '12 April 1985', 'April 12, 1985'],
  ['1985-04-12T23:20:30+04:30', '1985-04-12', '1985-04-12', '12 April 1985', 'April 12, 1985'],
  ['1964/2008', '1964-01-01', '2008-12-31', '1964 to 2008', '1964–2008'],
  [
    '2004-06/2006-08',
    '2004-06-01',
    '2006-08-31',
    'June 2004 to August 2006',
    'June 2004–August 2006',
  ],
  [
    '2004-02-01/2005-02-08',
    '2004-02-01',
    '2005-02-08',
    '1 February 2004 to 8 February 2005',
    'February 1, 2004–February 8, 2005',
  ],
  [
    '2004-02-01/2005-02',
    '2004-02-01',
    '2005-02-28',
    '1 February 2004 to February 2005',
    'February 1, 2004–February 2005',
  ],
  [
    '2004-02-01/2005',
    '2004-02-01',
    '2005-12-31',
    '1 February 2004 to 2005',
    'February 1, 2004–2005',
  ],
  ['2005/2006-02', '2005-01-01', '2006-02-28', '2005 to February 2006', '2005–February 2006'],
];

const LEVEL_1: Row[] = [
  ['2001-21', '2001-01-01', '2001-12-31', 'spring 2001', 'spring 2001'],
  ['2001-22', '2001-01-01', '2001-12-31', 'summer 2001', 'summer 2001'],
  ['2001-23', '2001-01-01', '2001-12-31', 'autumn 2001', 'autumn 2001'],
  ['2001-24', '2001-01-01', '2001-12-31', 'winter 2001', 'winter 2001'],
  ['1984?', '1984-01-01', '1984-12-31', 'perhaps 1984', '1984?'],
  ['2004-06~', '2004-06-01', '2004-06-30', 'about June 2004', 'ca. June 2004'],
  ['2004-06-11%', '2004-06-11', '2004-06-11', 'perhaps about 11 June 2004', 'ca. June 11, 2004?'],
  ['201X', '2010-01-01', '2019-12-31', '2010s', '2010s'],
  ['20XX', '2000-01-01', '2099-12-31', 'between 2000 and 2099', 'between 2000 and 2099'],
  ['2004-XX', '2004-01-01', '2004-12-31', '2004', '2004'],
  ['1985-04-XX', '1985-04-01', '1985-04-30', 'April 1985', 'April 1985'],
  ['1985-XX-XX', '1985-01-01', '1985-12-31', '1985', '1985'],
  ['1985-04-12/..', '1985-04-12', null, 'on or after 12 April 1985', 'April 12, 1985, or later'],
  ['1985-04/..', '1985-04-01', null, 'in or after April 1985', 'April 1985 or later'],
  ['1985/..', '1985-01-01', null, 'in or after 1985', '1985 or later'],
  ['../1985-04-12', null, '1985-04-12', 'on or before 12 April 1985', 'April 12, 1985, or earlier'],
  ['../1985-04', null, '1985-04-30', 'in or before April 1985', 'April 1985 or earlier'],
  ['../1985', null, '1985-12-31', 'in or before 1985', '1985 or earlier'],
  ['1985-04-12/', '1985-04-12', null, 'on or after 12 April 1985', 'April 12, 1985, or later'],
  ['1985-04/', '1985-04-01', null, 'in or after April 1985', 'April 1985 or later'],
  ['1985/', '1985-01-01', null, 'in or after 1985', '1985 or later'],
  ['/1985-04-12', null, '1985-04-12', 'on or before 12 April 1985', 'April 12, 1985, or earlier'],
  ['/1985-04', null, '1985-04-30', 'in or before April 1985', 'April 1985 or earlier'],
  ['/1985', null, '1985-12-31', 'in or before 1985', '1985 or earlier'],
  ['1984~/2004-06', '1984-01-01', '2004-06-30', 'about 1984 to June 2004', 'ca. 1984–June 2004'],
  [
    '1984?/2004%',
    '1984-01-01',
    '2004-12-31',
    'perhaps 1984 to perhaps about 2004',
    '1984?–ca. 2004?',
  ],
];

const LEVEL_2: Row[] = [
  ['2001-25', '2001-01-01', '2001-12-31', 'spring 2001 (northern hemisphere)', 'spring 2001'],
  ['2001-28', '2001-01-01', '2001-12-31', 'winter 2001 (northern hemisphere)', 'winter 2001'],
  ['2001-29', '2001-01-01', '2001-12-31', 'spring 2001 (southern hemisphere)', 'spring 2001'],
  ['2001-32', '2001-01-01', '2001-12-31', 'winter 2001 (southern hemisphere)', 'winter 2001'],
  ['2001-33', '2001-01-01', '2001-03-31', 'first quarter of 2001', 'first quarter of 2001'],
  ['2001-34', '2001-04-01', '2001-06-30', 'second quarter of 2001', 'second quarter of 2001'],
  ['2001-36', '2001-10-01', '2001-12-31', 'fourth quarter of 2001', 'fourth quarter of 2001'],
  ['2001-37', '2001-01-01', '2001-04-30', 'first third of 2001', 'first third of 2001'],
  ['2001-39', '2001-09-01', '2001-12-31', 'third third of 2001', 'third third of 2001'],
  ['2001-40', '2001-01-01', '2001-06-30', 'first half of 2001', 'first half of 2001'],
  ['2001-41', '2001-07-01', '2001-12-31', 'second half of 2001', 'second half of 2001'],
  [
    '[1667,1668,1670..1672]',
    '1667-01-01',
    '1672-12-31',
    '1667, 1668 or 1670 to 1672',
    '1667, 1668 or 1670–1672',
  ],
  [
    '[..1760-12-03]',
    null,
    '1760-12-03',
    'on or before 3 December 1760',
    'December 3, 1760, or earlier',
  ],
  ['[1760-12..]', '1760-12-01', null, 'in or after December 1760', 'December 1760 or later'],
  [
    '[1760-01,1760-02,1760-12..]',
    '1760-01-01',
    null,
    'January 1760, February 1760 or in or after December 1760',
    'January 1760, February 1760 or December 1760 or later',
  ],
  ['[1667,1760-12]', '1667-01-01', '1760-12-31', '1667 or December 1760', '1667 or December 1760'],
  ['[..1984]', null, '1984-12-31', 'in or before 1984', '1984 or earlier'],
  [
    '{1667,1668,1670..1672}',
    '1667-01-01',
    '1672-12-31',
    '1667, 1668 and 1670 to 1672',
    '1667, 1668 and 1670–1672',
  ],
  [
    '{1960,1961-12}',
    '1960-01-01',
    '1961-12-31',
    '1960 and December 1961',
    '1960 and December 1961',
  ],
  ['{..1984}', null, '1984-12-31', 'in or before 1984', '1984 or earlier'],
  ['2004-06~-11', '2004-06-11', '2004-06-11', 'about 11 June 2004', 'ca. June 11, 2004'],
  ['2004?-06-11', '2004-06-11', '2004-06-11', 'perhaps 11 June 2004', 'June 11, 2004?'],
  ['?2004-06-~11', '2004-06-11', '2004-06-11', 'perhaps about 11 June 2004', 'ca. June 11, 2004?'],
  ['2004-%06-11', '2004-06-11', '2004-06-11', 'perhaps about 11 June 2004', 'ca. June 11, 2004?'],
  [
    '156X-12-25',
    '1560-12-25',
    '1569-12-25',
    '25 December in the 1560s',
    'December 25 in the 1560s',
  ],
  [
    '15XX-12-25',
    '1500-12-25',
    '1599-12-25',
    '25 December between 1500 and 1599',
    'December 25 between 1500 and 1599',
  ],
  ['1XXX-XX', '1000-01-01', '1999-12-31', 'between 1000 and 1999', 'between 1000 and 1999'],
  [
    '1XXX-12',
    '1000-12-01',
    '1999-12-31',
    'December between 1000 and 1999',
    'December between 1000 and 1999',
  ],
  ['1984-1X', '1984-10-01', '1984-12-31', 'October to December 1984', 'October–December 1984'],
  [
    '2004-06-~01/2004-06-~20',
    '2004-06-01',
    '2004-06-20',
    'about 1 June 2004 to about 20 June 2004',
    'ca. June 1, 2004–ca. June 20, 2004',
  ],
  ['2004-06-XX/2004-07-03', '2004-06-01', '2004-07-03', 'June to 3 July 2004', 'June–July 3, 2004'],
];

const BESIDE_IT: Row[] = [
  ['2018-12-24T23:30-05:00', '2018-12-24', '2018-12-24', '24 December 2018', 'December 24, 2018'],
  ['{2016,2018..2020}', '2016-01-01', '2020-12-31', '2016 and 2018 to 2020', '2016 and 2018–2020'],
  ['[2020,2016]', '2016-01-01', '2020-12-31', '2016 or 2020', '2016 or 2020'],
  [
    '199X-02-29',
    '1992-02-29',
    '1996-02-29',
    '29 February in the 1990s',
    'February 29 in the 1990s',
  ],
  ['2018-06-1X', '2018-06-10', '2018-06-19', '10 to 19 June 2018', 'June 10–19, 2018'],
  [
    '2017-07-10/2017-12',
    '2017-07-10',
    '2017-12-31',
    '10 July to December 2017',
    'July 10–December 2017',
  ],
  ['2017-07-10/2017-07-12', '2017-07-10', '2017-07-12', '10 to 12 July 2017', 'July 10–12, 2017'],
  [
    '2017-07/2018-01',
    '2017-07-01',
    '2018-01-31',
    'July 2017 to January 2018',
    'July 2017–January 2018',
  ],
  [
    '2022-04-01/2022-06-30',
    '2022-04-01',
    '2022-06-30',
    'April to June 2022',
    'April 1–June 30, 2022',
  ],
  ['2022-01-01/2022-12-31', '2022-01-01', '2022-12-31', '2022', 'January 1–December 31, 2022'],
  ['2019-X1', '2019-01-01', '2019-11-30', 'January or November 2019', 'January or November 2019'],
  [
    '2019-05-X1',
    '2019-05-01',
    '2019-05-31',
    '1, 11, 21 or 31 May 2019',
    'May 1, 11, 21 or 31, 2019',
  ],
  ['2019-06-X5', '2019-06-05', '2019-06-25', '5, 15 or 25 June 2019', 'June 5, 15 or 25, 2019'],
  ['201X/..', '2010-01-01', null, 'in or after the 2010s', '2010s or later'],
  ['../201X', null, '2019-12-31', 'in or before the 2010s', '2010s or earlier'],
  ['2018/2018', '2018-01-01', '2018-12-31', '2018', '2018'],
  ['0000', '0000-01-01', '0000-12-31', '0000', '0000'],
  ['2000-02-29', '2000-02-29', '2000-02-29', '29 February 2000', 'February 29, 2000'],
];

describe.each([
  ['level 0', LEVEL_0],
  ['level 1', LEVEL_1],
  ['level 2', LEVEL_2],
  ['beside the specification’s examples', BESIDE_IT],
])('%s', (_, rows) => {
  test.each(rows)('%s', (value, from, to, words, cited) => {
    expect(edtfBounds(value)).toEqual({ from, to });
    expect(edtfInWords(value)).toBe(words);
    expect(dateInCitation(value)).toBe(cited);
  });
});

/** What the specification has and the archive does not, and what is no EDTF. */
describe('refused by name', () => {
  test.each([
    ['Y170000002', 'more than four digits'],
    ['Y-170000002', 'more than four digits'],
    ['Y-17E7', 'more than four digits'],
    ['Y17101E4S3', 'more than four digits'],
    ['Y3388E2S3', 'more than four digits'],
    ['Y171010000S3', 'more than four digits'],
    ['-1985', 'before the year 0'],
    ['-0044', 'before the year 0'],
    ['1950S2', 'significant digits'],
    ['XXXX-12-XX', 'without any year'],
    ['XXXX', 'without any year'],
    ['X018', 'first digits are not known'],
    ['20180512', 'without hyphens'],
    ['201805', 'without hyphens'],
    ['198', 'fewer than four digits'],
    ['2018-5-2', 'one digit'],
    ['2018-6', 'one digit'],
    ['2018-06-2', 'one digit'],
    ['2023-02-29', 'no calendar'],
    ['2018-06-31', 'no calendar'],
    ['2018-13', 'no calendar'],
    ['2018-00', 'no calendar'],
    ['2018-02-3X', 'no calendar'],
    ['2018-06-3X', 'no EDTF'],
    ['1900-02-29', 'no calendar'],
    ['2018-42', 'no month and no season'],
    ['201X-21', 'season'],
    ['2018-21-03', 'season'],
    ['2018-21/2018-23', 'season'],
    ['2018-21?', 'a season that is uncertain or approximate'],
    ['2018-29~', 'a season that is uncertain or approximate'],
    ['201X?', 'digits that are not known, and is uncertain or approximate'],
    ['2018/201X~', 'digits that are not known, and is uncertain or approximate'],
    ['[2018-21,2018-22]', 'seasons, or is uncertain or approximate in a member'],
    ['{2018?,2020}', 'seasons, or is uncertain or approximate in a member'],
    ['{2018,2020~}', 'seasons, or is uncertain or approximate in a member'],
    ['2018-05/2018-03', 'ends before it begins'],
    ['[2018..2016]', 'ends before it begins'],
    ['/', 'without beginning and end'],
    ['../..', 'without beginning and end'],
    ['{..}', 'without beginning and end'],
    ['[2016..,2018]', 'in its middle'],
    ['2018-05-12T25:00:00', 'no clock'],
    ['2018-05T10:00', 'time without a day'],
    ['2018-05-12T10:00:00/2018-05-13', 'time of day'],
    ['unknown', 'older form'],
    ['2018/open', 'older form'],
    ['201u', 'older form'],
    ['5/1/24', 'no EDTF'],
    ['yesterday', 'no EDTF'],
    ['2018-05-..', 'no EDTF'],
    ['{2016]', 'no EDTF'],
    ['2018/2019/2020', 'no EDTF'],
    ['2018 ', 'blanks'],
    ['', 'empty'],
    ['2024-03-27'.repeat(9), 'longer than'],
  ])('%j', (value, why) => {
    const reading = readDate(value);
    expect(isRefused(reading) ? reading.refused : reading).toContain(why);
    expect(edtfBounds(value)).toBeUndefined();
  });
});

describe('laws', () => {
  const anyDay = fc
    .date({ min: new Date('0001-01-01'), max: new Date('9999-12-31'), noInvalidDate: true })
    .map((date) => date.toISOString().slice(0, 10));

  test('a day is its own bounds, and lies in each wider date made of it', () => {
    fc.assert(
      fc.property(anyDay, fc.constantFrom(...'?~%', ''), (day, mark) => {
        expect(edtfBounds(day + mark)).toEqual({ from: day, to: day });
        const [year, month] = day.split('-') as [string, string, string];
        for (const wider of [
          year,
          `${year}-${month}`,
          `${year}-${month}-XX`,
          `${year.slice(0, 3)}X`,
          `${year.slice(0, 3)}X-${month}-${day.slice(8)}`,
          `${day.slice(0, 9)}X`,
        ]) {
          const bounds = edtfBounds(wider);
          expect(bounds && bounds.from! <= day && day <= bounds.to!, wider).toBe(true);
        }
      }),
    );
  });

  test('words and citation of a date name no day that it does not', () => {
    const form = fc.tuple(anyDay, anyDay, fc.constantFrom(4, 7), fc.nat(5)).map(([a, b, n, k]) => {
      const [x, y] = [a, b].sort().map((day) => day.slice(0, n)) as [string, string];
      return [x, `${x}/..`, `../${x}`, `${x}/${y}`, `[${y},${x}]`, `{${x}..${y}}`][k]!;
    });
    fc.assert(
      fc.property(form, (value) => {
        for (const words of [edtfInWords(value)!, dateInCitation(value)!]) {
          const numbers = words.match(/\d+/g)!;
          expect(
            numbers.every((n) => n.length === 4),
            `${value}: ${words}`,
          ).toBe(true);
        }
      }),
    );
  });

  test('nothing throws, whatever the text', () => {
    const signs = fc.string({ unit: fc.constantFrom(...'0129X-/.?~%[]{},TYZS: '), maxLength: 24 });
    fc.assert(
      fc.property(signs, (value) => {
        const reading = readDate(value);
        if (isRefused(reading)) return;
        if (reading.from && reading.to) expect(reading.from <= reading.to).toBe(true);
        expect(edtfInWords(value)).toEqual(expect.any(String));
      }),
      { numRuns: 2000 },
    );
  });
});
