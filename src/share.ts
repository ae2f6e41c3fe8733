/** Pictures for sharing, made once for each content and kept under `.verbatim/cache/share/`. */
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import type { Font } from 'satori';
import type { Picture } from './lib/share/picture.ts';
import { png } from './lib/share/render.ts';
import { inArchive } from './archive.ts';

/** Change it with the layout in `lib/share/render.ts`, so that kept pictures are made anew. */
const LAYOUT = 1;

const require = createRequire(join(process.cwd(), 'package.json'));
const SUBSETS = ['latin', 'latin-ext', 'cyrillic', 'greek'];

let fonts: Font[] | undefined;

/** Serif and Sans at two weights; several subsets of one face stand under one name. */
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
      name,
      weight,
      style: 'normal' as const,
      data: readFileSync(
        require.resolve(`@fontsource/${face}/files/${face}-${subset}-${weight}-normal.woff`),
      ),
    })),
  );
  return fonts;
}

/** The picture's PNG, out of the cache if this content was drawn before. */
export async function sharePicture(picture: Picture): Promise<Uint8Array<ArrayBuffer>> {
  const key = createHash('sha256')
    .update(JSON.stringify([LAYOUT, picture]))
    .digest('hex')
    .slice(0, 32);
  const folder = inArchive('.verbatim/cache/share');
  const file = join(folder, `${key}.png`);
  if (existsSync(file)) return new Uint8Array(readFileSync(file));
  const bytes = await png(picture, shareFonts());
  mkdirSync(folder, { recursive: true });
  // Two builds may draw the same picture; each renames a whole file of its own into place.
  const aside = `${file}.${process.pid}`;
  writeFileSync(aside, bytes);
  renameSync(aside, file);
  return bytes;
}
