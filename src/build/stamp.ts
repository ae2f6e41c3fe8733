/**
 * What a site was built from, kept beside it: while that is the same, and the site's files are as the
 * build left them, a build has nothing to do.
 */
import { createHash } from 'node:crypto';
import { lstatSync, readFileSync, writeFileSync, type Stats } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { z } from 'zod';
import { entriesOf, makeFolder } from './putting-in-place/put-in-place.ts';
import { project, variables } from './settings.ts';

/** What a build depends on besides the archive. */
const SOFTWARE = [
  'src',
  'scripts',
  'public',
  'astro.config.mjs',
  'package.json',
  'package-lock.json',
];
/** What changes a site, of the things that may be set outside of the archive. */
const VARIABLES = ['SITE', 'BASE_PATH', 'SHARE_IMAGES', 'CI'];

/** One build: the archive's folder, the folder of its site, and the arguments it was given. */
export interface Run {
  root: string;
  dist: string;
  args: readonly string[];
}

/** Sizes and times of files by their paths: cheap, and different after any edit. */
export type Inputs = ReadonlyMap<string, string>;

const Stamp = z.strictObject({
  software: z.string(),
  archive: z.string(),
  dist: z.string(),
  options: z.array(z.string()),
  environment: z.record(z.string(), z.string().nullable()),
  inputs: z.string(),
  records: z.string(),
  site: z.string(),
});
const Kept = z.strictObject({ stamp: Stamp, summary: z.array(z.string()) });

/** Everything that a build of an archive reads. */
export function inputsOf(root: string): Inputs {
  const software = SOFTWARE.flatMap((path) => [...filesAt(project, path)]);
  return new Map([
    ...software.map(([path, state]) => [`software ${path}`, state] as const),
    ...filesAt(root, 'content'),
  ]);
}

/** What the last build said of a site at its end, where a build would make the same again; else null. */
export function upToDate(run: Run, inputs: Inputs): readonly string[] | null {
  try {
    const kept = Kept.parse(JSON.parse(readFileSync(placeOf(run), 'utf8')));
    // The files of the site are looked at only where it may be the same: they are many.
    if (kept.stamp.inputs !== digestOf(inputs)) return null;
    const same = JSON.stringify(kept.stamp) === JSON.stringify(stampOf(run, inputs));
    return same ? kept.summary : null;
  } catch {
    // No stamp, or one of another version of the software: the site is built.
    return null;
  }
}

/**
 * Notes that a site was built. `before` are the inputs as they were when the build began, `written`
 * the paths in the archive that it wrote itself; where anything else has changed meanwhile nothing
 * is noted, so that the next build reads it. `site` has the size and time of each file of the site,
 * which are asked for else.
 */
export function noteBuilt(
  run: Run,
  before: Inputs,
  written: ReadonlySet<string>,
  { summary, site }: { summary: readonly string[]; site?: ReadonlyMap<string, string> },
): void {
  const now = inputsOf(run.root);
  const changed = [...new Set([...before.keys(), ...now.keys()])].filter(
    (path) => before.get(path) !== now.get(path),
  );
  if (changed.some((path) => !written.has(path))) return;
  const place = placeOf(run);
  makeFolder(dirname(place));
  const states =
    site &&
    [...site]
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([path, state]) => [`${basename(run.dist)}/${path}`, state] as const);
  const kept: z.infer<typeof Kept> = { stamp: stampOf(run, now, states), summary: [...summary] };
  writeFileSync(place, `${JSON.stringify(kept, null, 1)}\n`);
}

const placeOf = ({ root }: Run): string => join(root, '.verbatim/built.json');

function stampOf(
  { root, dist, args }: Run,
  inputs: Inputs,
  site: Parameters<typeof digestOf>[0] = filesAt(dirname(dist), basename(dist)),
): z.infer<typeof Stamp> {
  return {
    software: project,
    archive: root,
    dist,
    options: [...args],
    environment: variables(VARIABLES),
    inputs: digestOf(inputs),
    records: digestOf(filesAt(root, '.verbatim/records/site.json')),
    site: digestOf(site),
  };
}

function digestOf(files: Iterable<readonly [path: string, state: string]>): string {
  const hash = createHash('sha256');
  for (const [path, state] of files) hash.update(`${path} ${state}\n`);
  return hash.digest('hex');
}

/** The files at or below a path of a folder. A link is one of them: the build refuses it, wherever it leads. */
function* filesAt(folder: string, path: string): Generator<[path: string, state: string]> {
  const found = lstatSync(join(folder, path), { throwIfNoEntry: false });
  if (found?.isDirectory())
    for (const name of entriesOf(join(folder, path))) {
      const inner = `${path}/${name}`;
      yield [inner, stateOf(lstatSync(join(folder, inner)))];
    }
  else if (found) yield [path, stateOf(found)];
}

const stateOf = ({ size, mtimeMs }: Stats): string => `${size} ${mtimeMs}`;
