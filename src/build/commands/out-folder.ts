/** Whether a folder may be given over to the built site. */
import { existsSync, readdirSync, statSync } from 'node:fs';
import { join, relative } from 'node:path';
import { refuseDangling } from '../putting-in-place/put-in-place.ts';
import { Refusal } from '../terminal/errors.ts';
import { SUMS } from '../verify/files.ts';

/**
 * A `Refusal` where `out` may not be built into: what is built takes the place of the whole folder, so it may only
 * be an empty one, or one that a build has made, outside of what the archive at `root` consists of;
 * the archive's own `dist` is the software's. What a build has made has a file `marker`.
 */
export function refuseForeign(root: string, out: string, marker = SUMS): void {
  const isAround = (outer: string, path: string) => !/^\.\.(?:[\\/]|$)/.test(relative(outer, path));
  if (isAround(out, root) || isAround(join(root, 'content'), out))
    throw new Refusal([
      `The site cannot be built into ${out}: it would take the place of the archive itself.`,
      'Name another folder with `--out <folder>`.',
    ]);
  const found = statSync(out, { throwIfNoEntry: false });
  if (!found) return refuseDangling(out);
  if (!found.isDirectory())
    throw new Refusal([
      `The site cannot be built into ${out}: it is a file, expected a folder.`,
      'Name another folder with `--out <folder>`.',
    ]);
  if (out === join(root, 'dist')) return;
  if (readdirSync(out).length > 0 && !existsSync(join(out, marker)))
    throw new Refusal([
      `The site cannot be built into ${out}: it holds files that no build has made (it has no ${marker}), and all of them would go.`,
      'Empty it yourself, or name another folder with `--out <folder>`.',
    ]);
}
