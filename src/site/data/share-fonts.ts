/** The fonts of the pictures for sharing, and what they cannot draw. */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import type { Font } from 'satori';
import { canDraw, coverageOf } from '../../publish/share/coverage.ts';
import type { Picture } from '../../publish/share/picture.ts';
import { fontName, SUBSETS } from '../../publish/share/render.ts';
import { picturesMade } from '../../publish/share/settings.ts';

const require = createRequire(join(process.cwd(), 'package.json'));

let fonts: Font[] | undefined;

/** Serif and Sans at two weights, each in its subsets. */
export function shareFonts(): Font[] {
  fonts ??= SUBSETS.flatMap((subset) =>
    (
      [
        ['Serif', 'source-serif-4', 400],
        ['Serif', 'source-serif-4', 600],
        ['Sans', 'source-sans-3', 400],
        ['Sans', 'source-sans-3', 600],
      ] as const
    ).map(([name, face, weight]) => ({
      name: fontName(name, subset),
      weight,
      style: 'normal' as const,
      data: readFileSync(
        require.resolve(`@fontsource/${face}/files/${face}-${subset}-${weight}-normal.woff`),
      ),
    })),
  );
  return fonts;
}

const covered = new Map<'Serif' | 'Sans', ReadonlySet<number>>();

/** What a face has a glyph for, all its subsets together. */
function signsOf(face: 'Serif' | 'Sans'): ReadonlySet<number> {
  const known = covered.get(face);
  if (known) return known;
  const own = shareFonts().filter(({ name }) => name.startsWith(`${face} `));
  const signs = new Set(own.flatMap(({ data }) => [...coverageOf(bytesOf(data))]));
  covered.set(face, signs);
  return signs;
}

const bytesOf = (data: Font['data']): Uint8Array =>
  data instanceof ArrayBuffer
    ? new Uint8Array(data)
    : new Uint8Array(data.buffer, data.byteOffset, data.byteLength);

/**
 * Whether a picture is made: pictures are wanted, and the fonts have every letter in it. A page whose
 * picture would show boxes names none in its head, like the pages without a picture of their own.
 */
export function hasPicture({ words, by, where, site, address }: Picture): boolean {
  if (!picturesMade) return false;
  return (
    [words ?? '', site].every((text) => canDraw(text, signsOf('Serif'))) &&
    [by, where, address].every((text) => canDraw(text, signsOf('Sans')))
  );
}
