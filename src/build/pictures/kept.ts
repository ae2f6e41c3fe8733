/** Pictures that a build has drawn, kept for the next one: a file each, named by what it was drawn from. */
import { readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { threadId } from 'node:worker_threads';
import { isWholePng } from '../../publish/share/png.ts';
import type { Picture } from '../../publish/share/picture.ts';

/** A picture to be drawn. */
export interface Job {
  /** Name under which it is kept. */
  kept: string;
  /** File that it is to be, in the site. */
  target: string;
  picture: Picture;
}

const fileOf = (cache: string, name: string) => join(cache, `${name}.png`);

/** A picture drawn before; null where there is none, or none that is whole. */
export function keptPicture(cache: string, name: string): Buffer | null {
  try {
    const bytes = readFileSync(fileOf(cache, name));
    return isWholePng(bytes) ? bytes : null;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null;
    throw error;
  }
}

/** Keeps a picture: whole, or not at all. */
export function keepPicture(cache: string, name: string, bytes: Uint8Array): void {
  const aside = join(cache, `${name}.${threadId}.next`);
  writeFileSync(aside, bytes);
  renameSync(aside, fileOf(cache, name));
}

/** Puts a picture into the site; the file there is its own, whatever becomes of the kept one. */
export const placePicture = (target: string, bytes: Uint8Array): void =>
  writeFileSync(target, bytes);

/** Removes what was kept under other names, and what a killed build left half written. */
export function sweepKept(cache: string, used: ReadonlySet<string>): void {
  for (const name of readdirSync(cache))
    if (!name.endsWith('.png') || !used.has(name.slice(0, -'.png'.length)))
      rmSync(join(cache, name), { recursive: true, force: true });
}
