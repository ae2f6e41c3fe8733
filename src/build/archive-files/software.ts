/** The program by which drafts are made, in one digest. */
import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { filesUnder } from '../putting-in-place/put-in-place.ts';
import { project } from '../settings.ts';

/** Rooms whose code a draft comes from; tables and the model are in them. */
const ROOMS = ['text', 'model', 'engine', 'languages', 'intake', 'archive'];

let known: string | undefined;

/** Changes with every file of those rooms, every package, and the runtime, whose tables of letters may be others. */
export function softwareDigest(): string {
  if (known !== undefined) return known;
  const hash = createHash('sha256').update(JSON.stringify(process.versions));
  const files = ROOMS.flatMap((room) =>
    filesUnder(join(project, 'src', room)).map((name) => join(project, 'src', room, name)),
  );
  for (const path of [...files, join(project, 'package-lock.json')]) {
    const bytes = existsSync(path) ? readFileSync(path) : Buffer.alloc(0);
    hash.update(`\n${path.slice(project.length)}\n${bytes.byteLength}\n`).update(bytes);
  }
  known = hash.digest('hex');
  return known;
}
