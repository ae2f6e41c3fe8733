/** The fonts of the pictures for sharing, and what they cannot draw. */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { canDraw, coverageOf } from '../../publish/share/coverage.ts';
import { SUBSETS, type FaceName, type LoadFont } from '../../publish/share/fonts.ts';
import { isRoomBelow, shownOf, type Picture } from '../../publish/share/picture.ts';

const require = createRequire(join(process.cwd(), 'package.json'));

const PACKAGES: Record<FaceName, string> = { Serif: 'source-serif-4', Sans: 'source-sans-3' };

/** Path of a part of a face. */
export const fontPath = (...[face, weight, subset]: Parameters<LoadFont>): string => {
  const name = PACKAGES[face];
  return require.resolve(`@fontsource/${name}/files/${name}-${subset}-${weight}-normal.woff`);
};

/** Reads a part of a face. */
export const loadFont: LoadFont = (face, weight, subset) =>
  readFileSync(fontPath(face, weight, subset));

const covered = new Map<FaceName, ReadonlySet<number>>();

/** What a face has a glyph for, all its parts together; the weights of a face have the same. */
function signsOf(face: FaceName): ReadonlySet<number> {
  const known = covered.get(face);
  if (known) return known;
  const signs = new Set<number>();
  for (const subset of SUBSETS)
    for (const sign of coverageOf(loadFont(face, 400, subset))) signs.add(sign);
  covered.set(face, signs);
  return signs;
}

/**
 * Whether a picture can be drawn: the fonts have every letter in it, and there is room for what may not be cut. A
 * page whose picture would show boxes names none in its head, like the pages without a picture of their own.
 */
export function isDrawable(picture: Picture): boolean {
  const { by, where, site, address } = picture;
  const [serif, sans] = [signsOf('Serif'), signsOf('Sans')];
  return (
    isRoomBelow(picture) &&
    // Long words may be cut before a letter that the face lacks.
    (canDraw(picture.words, serif) || canDraw(shownOf(picture), serif)) &&
    canDraw(site, serif) &&
    canDraw(by, sans) &&
    canDraw(where, sans) &&
    canDraw(address, sans) &&
    (picture.along?.lanes ?? []).every(({ name }) => canDraw(name, sans))
  );
}
