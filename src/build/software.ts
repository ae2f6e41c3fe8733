/** Files of the software in one digest: while it is the same, so is what they make. */
import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { filesUnder } from './putting-in-place/put-in-place.ts';
import { project } from './settings.ts';

/** All files of rooms under `src`, from the project's folder, in one order on every machine. */
export const filesOfRooms = (rooms: readonly string[]): string[] =>
  rooms.flatMap((room) =>
    filesUnder(join(project, 'src', room)).map((name) => `src/${room}/${name}`),
  );

/** Changes with every name and content of the files, which are paths from the project's folder, and with what stands beside them. */
export function digestOfFiles(files: readonly string[], beside = ''): string {
  const hash = createHash('sha256').update(beside);
  for (const file of files) {
    const path = join(project, file);
    const bytes = existsSync(path) ? readFileSync(path) : Buffer.alloc(0);
    hash.update(`\n${file}\n${bytes.byteLength}\n`).update(bytes);
  }
  return hash.digest('hex');
}

let program: string | undefined;

/** Changes with every file of the software, every package and the runtime. */
export const programDigest = (): string =>
  (program ??= digestOfFiles(
    [
      ...filesUnder(join(project, 'src')).map((name) => `src/${name}`),
      'astro.config.mjs',
      'package-lock.json',
    ],
    JSON.stringify(process.versions),
  ));
