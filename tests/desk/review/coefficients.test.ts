import { describe, expect, test } from 'vitest';
import { cohenKappa, krippendorffAlpha } from '../../../src/desk/review/coefficients.ts';

const row = (text: string) => text.split(' ').map((one) => (one === '.' ? null : one));

describe('the worked examples of Krippendorff (2011)', () => {
  test('A: two observers, two categories, no data missing', () => {
    const meg = row('0 1 0 0 0 0 0 0 1 0');
    const owen = row('1 1 1 0 0 1 0 0 0 0');
    expect(krippendorffAlpha([meg, owen])).toBeCloseTo(0.095, 3);
  });

  test('B: two observers, many categories', () => {
    const ben = row('a a b b d c c c e d d a');
    const gerry = row('b a b b b c c c e d d d');
    expect(krippendorffAlpha([ben, gerry])).toBeCloseTo(0.692, 3);
  });

  test('C: four observers, some of whom say nothing', () => {
    expect(
      krippendorffAlpha([
        row('1 2 3 3 2 1 4 1 2 . . .'),
        row('1 2 3 3 2 2 4 1 2 5 . 3'),
        row('. 3 3 3 2 3 4 2 2 5 1 .'),
        row('1 2 3 3 2 4 4 1 2 5 1 .'),
      ]),
    ).toBeCloseTo(0.743, 3);
  });
});

/** So many pairs of categories as a table of counts has. */
const pairs = (table: readonly (readonly number[])[]) =>
  table.flatMap((line, a) =>
    line.flatMap((n, b) => Array.from({ length: n }, () => [`${a}`, `${b}`] as const)),
  );

describe("Cohen's kappa", () => {
  // J. L. Fleiss, B. Levin, M. C. Paik, Statistical Methods for Rates and Proportions, 3rd ed. (2003), table 18.1
  test('a hundred diagnoses in three categories', () => {
    expect(
      cohenKappa(
        pairs([
          [75, 1, 4],
          [5, 4, 1],
          [0, 0, 10],
        ]),
      ),
    ).toBeCloseTo(0.676, 3);
  });

  test('agreement by chance alone is none', () => {
    expect(
      cohenKappa(
        pairs([
          [25, 25],
          [25, 25],
        ]),
      ),
    ).toBe(0);
  });

  test('where all say one thing nothing can be told', () => {
    expect(cohenKappa(pairs([[7]]))).toBeNull();
    expect(krippendorffAlpha([row('a a'), row('a a')])).toBeNull();
    expect(cohenKappa([])).toBeNull();
  });
});
