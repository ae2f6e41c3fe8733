/**
 * Cuts the site's faces out of the packages' variable fonts: the characters of an English page
 * and the weights in use. Results are committed; run it again after the packages change.
 *
 *   npm run fonts
 */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import subsetFont from 'subset-font';

const require = createRequire(import.meta.url);

/** Basic Latin and Latin-1, and the punctuation, diacritics and signs that texts in English use. */
const RANGES: [number, number][] = [
  [0x20, 0x7e],
  [0xa0, 0xa0],
  [0xa3, 0xa3],
  [0xa7, 0xa7],
  [0xa9, 0xa9],
  [0xab, 0xab],
  [0xad, 0xae],
  [0xb0, 0xb1],
  [0xb7, 0xb7],
  [0xbb, 0xbb],
  [0xbd, 0xbd],
  [0xc0, 0xff],
  [0x131, 0x131],
  [0x152, 0x153],
  [0x2bb, 0x2bc],
  [0x2010, 0x2014],
  [0x2018, 0x201e],
  [0x2022, 0x2022],
  [0x2026, 0x2026],
  [0x2032, 0x2033],
  [0x20ac, 0x20ac],
  [0x2122, 0x2122],
  [0x2192, 0x2192],
  [0x2212, 0x2212],
];

const FACES = [
  {
    from: 'source-serif-4/files/source-serif-4-latin-wght-normal.woff2',
    to: 'serif.woff2',
    min: 400,
    max: 600,
  },
  {
    from: 'source-serif-4/files/source-serif-4-latin-wght-italic.woff2',
    to: 'serif-italic.woff2',
    min: 400,
    max: 600,
  },
  {
    from: 'source-sans-3/files/source-sans-3-latin-wght-normal.woff2',
    to: 'sans.woff2',
    min: 400,
    max: 600,
  },
];

const text = RANGES.flatMap(([from, to]) =>
  Array.from({ length: to - from + 1 }, (_, i) => String.fromCodePoint(from + i)),
).join('');
const folder = join(import.meta.dirname, '../../site/assets/fonts');

/** Kerning, ligatures, marks in place, and figures of one or of their own width. */
const FEATURES = ['kern', 'liga', 'ccmp', 'locl', 'mark', 'mkmk', 'pnum', 'tnum'];

/** Cuts every face down to the signs above. */
export async function cutFonts(): Promise<void> {
  mkdirSync(folder, { recursive: true });
  let total = 0;
  for (const { from, to, min, max } of FACES) {
    const source = readFileSync(require.resolve(`@fontsource-variable/${from}`));
    const cut = await subsetFont(source, text, {
      targetFormat: 'woff2',
      variationAxes: { wght: { min, max } },
      keepFeatures: FEATURES,
      noHinting: true,
    });
    writeFileSync(join(folder, to), cut);
    total += cut.length;
    console.log(
      `${to.padEnd(20)} ${String(source.length).padStart(7)} -> ${String(cut.length).padStart(6)} bytes`,
    );
  }
  console.log(`${'together'.padEnd(20)} ${''.padStart(7)}    ${String(total).padStart(6)} bytes`);
}
