/**
 * What a command that is killed leaves on the disk. A process that is killed before a call leaves just what stood
 * there before that call; so one run, which keeps a copy before each of its calls, shows every moment at which it
 * could have been cut short. `standing` compares such a copy with what a run that was killed did leave.
 */
import { cpSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { empty } from './command.ts';

/** Every moment of which a copy was kept, in order. */
export const moments = (states: string): number[] =>
  readdirSync(states)
    .map(Number)
    .sort((a, b) => a - b);

/** Puts what was kept of a moment in the place of what is there. */
export function goBack(root: string, states: string, moment: number): void {
  empty(root);
  cpSync(join(states, String(moment)), root, { recursive: true });
}

/** All files and folders with what is in them, but for the numbers by which one process differs from another. */
export const standing = (root: string): Record<string, string> =>
  Object.fromEntries(
    readdirSync(root, { recursive: true, withFileTypes: true })
      .map((entry) => {
        const path = join(entry.parentPath, entry.name);
        return [
          path.slice(root.length),
          entry.isDirectory() ? 'a folder' : readFileSync(path, 'utf8'),
        ] as const;
      })
      .map((pair) => pair.map((words) => words.replace(/\d{2,}/g, 'N')) as [string, string])
      .sort(([a], [b]) => (a < b ? -1 : 1)),
  );
