/** Which version of the software wrote an archive last: `content/ledger/software.yaml`. */
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { z } from 'zod';
import { project } from '../settings.ts';
import { Refusal } from '../terminal/errors.ts';
import { LEDGER } from './ledger-files.ts';

export const WRITTEN_BY = `${LEDGER}/software.yaml`;

const Version = z.string().regex(/^\d+\.\d+\.\d+(?:-[\w.-]+)?$/);
const Software = z.strictObject({
  version: Version,
  /** Where the software is a checkout, its commit. */
  commit: z
    .string()
    .regex(/^[\da-f]{7,64}$/)
    .optional(),
});
export type Software = z.infer<typeof Software>;

let own: Software | undefined;

/** This version of the software. */
export function thisSoftware(): Software {
  if (own) return own;
  const { version } = JSON.parse(readFileSync(join(project, 'package.json'), 'utf8')) as Software;
  const head = existsSync(join(project, '.git'))
    ? spawnSync('git', ['-C', project, 'rev-parse', 'HEAD'], { encoding: 'utf8' })
    : null;
  const commit = head?.status === 0 ? head.stdout.trim() : undefined;
  own = { version, ...(commit && { commit }) };
  return own;
}

/** The version that the archive notes; null where it notes none. A `Refusal` where the note cannot be read. */
export function writtenBy(root: string): Software | null {
  const path = join(root, WRITTEN_BY);
  if (!existsSync(path)) return null;
  try {
    return Software.parse(parse(readFileSync(path, 'utf8'), { schema: 'failsafe' }));
  } catch (error) {
    throw new Refusal(
      [
        `${WRITTEN_BY} cannot be read, expected a line such as \`version: ${thisSoftware().version}\`.`,
        `Bring it back with \`git checkout -- ${WRITTEN_BY}\`, or remove it; the next build writes it.`,
      ],
      { cause: error },
    );
  }
}

/** The note of a version, as a file. */
export const formatSoftware = ({ version, commit }: Software): string =>
  [
    '# The version of the software that wrote this folder last. Builds and `npm run upgrade` write it.',
    `version: ${version}`,
    ...(commit ? [`commit: ${commit}`] : []),
    '',
  ].join('\n');

/** Below 0 where the first version is the older one, 0 where they are the same. */
function compared(one: string, other: string): number {
  const [a, b] = [one, other].map((version) => version.split('-')[0]?.split('.').map(Number) ?? []);
  for (const i of [0, 1, 2]) {
    const by = (a?.[i] ?? 0) - (b?.[i] ?? 0);
    if (by !== 0) return by;
  }
  return one === other ? 0 : Number(one > other) - Number(one < other);
}

/** One sentence on an archive that another version has written; null where it was this one, or none is noted. */
export function otherVersion(noted: Software | null): string | null {
  if (noted === null) return null;
  const { version } = thisSoftware();
  const by = compared(noted.version, version);
  if (by === 0) return null;
  return (
    `The archive was written by Verbatim ${noted.version}; ` +
    `this is ${version}, which is ${by < 0 ? 'newer' : 'older'}.`
  );
}
