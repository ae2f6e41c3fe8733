/** Pictures for sharing, made once for each content and kept under `.verbatim/cache/share/`. */
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { inArchive } from './archive.ts';
import type { Picture } from '../../publish/share/picture.ts';
import { png } from '../../publish/share/render.ts';
import { picturesEmpty } from '../../publish/share/settings.ts';
import { shareFonts } from './share-fonts.ts';

/** Change it with the layout in `lib/share/render.ts`, so that kept pictures are made anew. */
const LAYOUT = 2;

/** The picture's PNG, out of the cache if this content was drawn before. */
export async function sharePicture(picture: Picture): Promise<Uint8Array<ArrayBuffer>> {
  if (picturesEmpty) return new Uint8Array();
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
