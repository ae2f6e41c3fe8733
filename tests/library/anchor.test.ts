import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { anchor, type Selector } from '../../src/library/anchor.ts';

const quote = (exact: string, prefix = '', suffix = ''): Selector => ({
  type: 'TextQuoteSelector',
  exact,
  prefix,
  suffix,
});
const position = (start: number, end: number): Selector => ({
  type: 'TextPositionSelector',
  start,
  end,
});

describe('anchor', () => {
  test('follows a position, counted in code points, where the quotation stands there', () => {
    expect(anchor('😀 We will', [quote('We'), position(2, 4)])).toEqual({
      found: true,
      by: 'position',
      start: 3,
      end: 5,
      points: { start: 2, end: 4 },
      exact: 'We',
    });
  });

  test.each([
    [
      'the words are elsewhere now',
      'Then: We will',
      [quote('We will'), position(0, 7)],
      'quote',
      6,
    ],
    ['its surroundings tell it from another', 'a no b no c', [quote('no', 'b ', ' c')], 'quote', 7],
    ['lines break otherwise', 'We\n  will keep', quote('We will  keep'), 'quote', 0],
    ['blanks part it from its surroundings', 'no. So\n no!', quote('no', 'So '), 'quote', 8],
    ['the surroundings are gone', 'x no y', quote('no', 'was ', ' here'), 'quote', 2],
    [
      'selectors of other kinds stand first',
      'no',
      [{ type: 'CssSelector' }, quote('no')],
      'quote',
      0,
    ],
  ] as const)('finds words although or since %s', (_, text, selectors, by, start) => {
    expect(anchor(text, selectors)).toMatchObject({ found: true, by, start });
  });

  test.each([
    ['several places', 'no, no', [quote('no')]],
    ['several places', 'no\n\nway, no way', [quote('no  way')]],
    ['not there', 'yes', [quote('no'), position(0, 2)]],
    ['not there', 'yes', [position(2, 9)]],
    ['no selector', 'yes', [{ type: 'XPathSelector' }]],
  ] as const)('says %s, and ties nothing to a look-alike', (why, text, selectors) => {
    expect(anchor(text, selectors)).toEqual({ found: false, why });
  });

  test('finds every stretch of every text by its position', () => {
    const letters = fc.array(fc.constantFrom('a', 'b', ' ', '\n', '😀'), { minLength: 1 });
    fc.assert(
      fc.property(letters, fc.nat(), fc.nat(), (all, a, b) => {
        const [start, end] = [a % (all.length + 1), b % (all.length + 1)].sort((x, y) => x - y);
        fc.pre(start! < end!);
        const exact = all.slice(start, end).join('');
        expect(anchor(all.join(''), [quote(exact), position(start!, end!)])).toMatchObject({
          found: true,
          exact,
          points: { start, end },
        });
      }),
    );
  });
});
