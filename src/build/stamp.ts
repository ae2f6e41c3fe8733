/**
 * What a site was built from, kept beside it: while that is the same, and the site's files are as the
 * build left them, a build has nothing to do.
 */
import { createHash } from 'node:crypto';
import {
  existsSync,
  lstatSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import { z } from 'zod';
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
  const inputs = new Map<string, string>();
  for (const path of SOFTWARE) addFiles(inputs, project, path, 'software ');
  addFiles(inputs, root, 'content', '');
  return inputs;
}

/** What the last build said of a site at its end, where a build would make the same again; else null. */
export function upToDate(run: Run, inputs: Inputs): readonly string[] | null {
  try {
    const kept = Kept.parse(JSON.parse(readFileSync(placeOf(run), 'utf8')));
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
 * is noted, so that the next build reads it.
 */
export function noteBuilt(
  run: Run,
  before: Inputs,
  written: ReadonlySet<string>,
  summary: readonly string[],
): void {
  const now = inputsOf(run.root);
  const changed = [...new Set([...before.keys(), ...now.keys()])].filter(
    (path) => before.get(path) !== now.get(path),
  );
  if (changed.some((path) => !written.has(path))) return;
  const place = placeOf(run);
  mkdirSync(dirname(place), { recursive: true });
  const kept: z.infer<typeof Kept> = { stamp: stampOf(run, now), summary: [...summary] };
  writeFileSync(place, `${JSON.stringify(kept, null, 1)}\n`);
}

const placeOf = ({ root }: Run): string => join(root, '.verbatim/built.json');

function stampOf({ root, dist, args }: Run, inputs: Inputs): z.infer<typeof Stamp> {
  return {
    software: project,
    archive: root,
    dist,
    options: [...args],
    environment: variables(VARIABLES),
    inputs: digestOf(inputs),
    records: digestOf(addFiles(new Map(), root, '.verbatim/records/site.json', '')),
    site: existsSync(dist) ? digestOf(addFiles(new Map(), dist, '', '')) : '',
  };
}

function digestOf(files: Inputs): string {
  const hash = createHash('sha256');
  for (const [path, state] of files) hash.update(`${path} ${state}\n`);
  return hash.digest('hex');
}

/** Puts the files below a path in, in one order on every machine. */
function addFiles(
  files: Map<string, string>,
  folder: string,
  path: string,
  prefix: string,
): Map<string, string> {
  const full = join(folder, path);
  // A link is refused by the build, wherever it leads.
  const found = lstatSync(full, { throwIfNoEntry: false });
  if (found?.isDirectory())
    for (const name of readdirSync(full).sort())
      addFiles(files, folder, path === '' ? name : `${path}/${name}`, prefix);
  else if (found) files.set(prefix + path, `${found.size} ${found.mtimeMs}`);
  return files;
}
