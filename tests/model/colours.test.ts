import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import {
  accentContrast,
  accentCss,
  accentOf,
  contrast,
  GROUNDS,
  LEAST_CONTRAST,
  readableAccent,
  shadesOf,
} from '../../src/model/colours.ts';

const tokens = readFileSync(join(import.meta.dirname, '../../src/site/styles/tokens.css'), 'utf8');
/** A colour of the style sheet, light and dark. */
const token = (name: string): [string, string] => {
  const [, light = '', dark = ''] =
    new RegExp(`--${name}: light-dark\\((#\\w+), (#\\w+)\\)`).exec(tokens) ?? [];
  return [light, dark];
};

test('contrast as WCAG 2.2 has it', () => {
  expect(contrast('#000000', '#ffffff')).toBe(21);
  expect(contrast('#777777', '#ffffff')).toBeCloseTo(4.48, 2);
  expect(contrast('#ffffff', '#777777')).toBe(contrast('#777777', '#ffffff'));
});

test('what an accent is measured against is what the style sheet has', () => {
  const [paper, second] = [token('paper'), token('paper-2')];
  expect(GROUNDS).toEqual({ light: [paper[0], second[0]], dark: [paper[1], second[1]] });
});

test('the accent of the style sheet can be read, and its own shades are near those made of it', () => {
  const [light, dark] = token('claim');
  expect(accentContrast(light, 'light')).toBeGreaterThan(LEAST_CONTRAST);
  expect(accentContrast(dark, 'dark')).toBeGreaterThan(LEAST_CONTRAST);
  expect(contrast(shadesOf(light, 'light').hover, token('claim-hover')[0])).toBeLessThan(1.1);
  expect(contrast(shadesOf(dark, 'dark').hover, token('claim-hover')[1])).toBeLessThan(1.1);
});

describe.each(['#7a1f3d', '#003366', '#000000', '#444444', '#5b3a00'])(
  'one accent, %s',
  (light) => {
    const accent = accentOf(light);
    test.each(['light', 'dark'] as const)(
      'can be read on %s pages with all its shades',
      (scheme) => {
        expect(accentContrast(accent[scheme], scheme)).toBeGreaterThanOrEqual(LEAST_CONTRAST);
        const { line, tint, hover, target } = shadesOf(accent[scheme], scheme);
        expect(contrast(line, GROUNDS[scheme][0])).toBeGreaterThanOrEqual(3);
        const ink = token('ink')[scheme === 'light' ? 0 : 1];
        for (const ground of [tint, hover, target])
          expect(contrast(ink, ground)).toBeGreaterThanOrEqual(7);
      },
    );
  },
);

test.each(['#ffcc00', '#ff6699', '#fcfcfa'])('%s is too pale, and a like one is not', (colour) => {
  expect(accentContrast(colour, 'light')).toBeLessThan(LEAST_CONTRAST);
  expect(accentContrast(readableAccent(colour, 'light'), 'light')).toBeGreaterThanOrEqual(
    LEAST_CONTRAST,
  );
});

test('the style sheet of an accent leaves print as it is', () => {
  expect(accentCss(accentOf('#7a1f3d'))).toMatch(
    /^@media screen \{\n {2}:root:root \{\n {4}--claim: /,
  );
});
