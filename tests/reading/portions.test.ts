import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { portionsOf, wholeLinesApart } from '../../src/text/portions.ts';

describe('a long text in portions', () => {
  test.each([
    ['a short one is one portion', 'Bell rung.', ['Bell rung.']],
    ['at the ends of lines', 'One\ntwo\n\nthree', ['One\ntwo\n\n', 'three']],
    ['of a long line behind blanks', 'One two three four', ['One two ', 'three four']],
    ['of a long word between characters', 'abcdefghijklmno', ['abcdefghij', 'klmno']],
    ['never before a mark set on a letter', 'abcdefghie\u0301klm', ['abcdefghi', 'e\u0301klm']],
    ['never within a character', 'abcdefghi😀klm', ['abcdefghi', '😀klm']],
  ])('%s', (_, text, portions) => {
    expect(portionsOf(text, 10)).toEqual(portions);
  });

  test('all portions joined are the text, whatever it is, and none is longer than wanted or ends within a character', () => {
    fc.assert(
      fc.property(
        fc.string({
          unit: fc.constantFrom('a', ' ', '\n', '\u0301', '\u200d', '😀'),
          maxLength: 90,
        }),
        fc.integer({ min: 2, max: 12 }),
        (text, most) => {
          const portions = portionsOf(text, most);
          expect(portions.join('')).toBe(text);
          for (const one of portions) {
            expect(one.length).toBeLessThanOrEqual(most);
            expect(one.isWellFormed()).toBe(true);
          }
        },
      ),
    );
  });

  test('lines that stand whole between two changes are told from those that do not', () => {
    expect(wholeLinesApart('now.\nOne.\nTwo.\nWe will')).toEqual([
      'now.\n',
      'One.\nTwo.\n',
      'We will',
    ]);
    expect(wholeLinesApart('now and')).toEqual(['', '', 'now and']);
    expect(wholeLinesApart('now.\n')).toEqual(['now.\n', '', '']);
  });
});
