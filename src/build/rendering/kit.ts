/**
 * What a version of the software brings to every site that it builds: its pages compiled, its styles
 * and scripts bundled by Astro. Made once for a version and a base path, and kept in `.verbatim/kits`
 * of the software, so that a build neither bundles nor compiles again.
 */
import {
  cpSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { basename, join, relative } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { pathToFileURL } from 'node:url';
import type { Plugin } from 'vite';
import { z } from 'zod';
import { DEFAULT_SITE } from '../../intake/cards/schema.ts';
import type { SiteCard } from '../../model/records.ts';
import { isRunning } from '../putting-in-place/lock.ts';
import { project } from '../settings.ts';
import { digestOfFiles, filesOfRooms } from '../software.ts';
import { compilePages, withinProject, type Compiled } from './compile.ts';
import { pathOf, type CompiledPages } from './pages.ts';

const KITS = join(project, '.verbatim/kits');
/** Kits of other versions and base paths that are kept beside the one in use. */
const MOST_KITS = 4;

/** See `CompiledPages`. */
const Contents = z.strictObject({
  styles: z.record(z.string(), z.string()),
  scripts: z.record(z.string(), z.string()),
});

export interface Kit extends CompiledPages {
  /** Folder with the bundled files, which belong at the site's root. */
  files: string;
}

/** The kit for sites under `base`; made where it is not there. */
export async function openKit(base: string): Promise<Kit> {
  const folder = join(KITS, keyOf(base));
  await othersAtIt(folder);
  if (!existsSync(folder)) await makeKit(folder, base);
  else utimesSync(folder, new Date(), new Date());
  sweep(folder);
  const contents = Contents.parse(JSON.parse(readFileSync(join(folder, 'kit.json'), 'utf8')));
  const { default: pages } = (await import(pathToFileURL(join(folder, 'pages.mjs')).href)) as {
    default: Kit['pages'];
  };
  return { ...contents, files: join(folder, 'files'), pages };
}

/** How long, in milliseconds, another process may take for a kit before this one makes it too. */
const PATIENCE = 60_000;

/** Waits while another process makes this kit: both together would take longer. */
async function othersAtIt(folder: string): Promise<void> {
  const until = Date.now() + PATIENCE;
  while (!existsSync(folder) && Date.now() < until && isBeingMade(folder)) await setTimeout(100);
}

const isBeingMade = (folder: string): boolean =>
  existsSync(KITS) &&
  readdirSync(KITS).some((name) => {
    const maker = name.startsWith(`${basename(folder)}.`) ? makerOf(name) : null;
    return maker !== null && maker !== process.pid && isRunning(maker);
  });

/** The process that makes a kit which is not whole yet, by the name of its folder. */
function makerOf(name: string): number | null {
  const pid = /\.(\d+)$/.exec(name)?.[1];
  return pid === undefined ? null : Number(pid);
}

/** Rooms whose code is compiled or bundled into a kit. */
const ROOMS = ['text', 'model', 'search', 'publish/search', 'site', 'build/rendering'];

/** One name for everything that a kit depends on. */
const keyOf = (base: string): string =>
  digestOfFiles([...filesOfRooms(ROOMS), 'astro.config.mjs', 'package-lock.json'], base).slice(
    0,
    24,
  );

/** Makes a kit beside its place and moves it there whole; where that fails nothing stays. */
async function makeKit(folder: string, base: string): Promise<void> {
  const aside = `${folder}.${process.pid}`;
  rmSync(aside, { recursive: true, force: true });
  try {
    await fillKit(aside, folder, base);
    renameSync(aside, folder);
  } catch (error) {
    rmSync(aside, { recursive: true, force: true });
    // Another build may have made the same kit meanwhile.
    if (!existsSync(folder)) throw error;
  }
}

/** Makes the files of a kit in `aside`, of which the compiled pages will stand in `folder`. */
async function fillKit(aside: string, folder: string, base: string): Promise<void> {
  const records = join(aside, 'records');
  mkdirSync(join(records, 'articles'), { recursive: true });
  const address = `https://archive.example${base}`;
  const site: SiteCard = { ...DEFAULT_SITE, address, report: null, about: '' };
  writeFileSync(join(records, 'site.json'), JSON.stringify(site));
  const built = join(aside, 'built');
  const scripts = await bundle(built, records, base);
  const compiled = await compilePages((path) => publicName(path, join(built, '_astro'), base));
  cpSync(join(built, '_astro'), join(aside, 'files/_astro'), { recursive: true });
  writeFileSync(join(aside, 'pages.mjs'), relativeTo(folder, compiled.code));
  const contents: z.infer<typeof Contents> = { styles: stylesOf(compiled, built), scripts };
  writeFileSync(join(aside, 'kit.json'), JSON.stringify(contents, null, 1));
  for (const name of ['records', 'built']) rmSync(join(aside, name), { recursive: true });
}

/** Has Astro build a site of no articles; gives the scripts by the components' names for them. */
async function bundle(
  outDir: string,
  records: string,
  base: string,
): Promise<Record<string, string>> {
  const scripts: Record<string, string> = {};
  const names: Plugin = {
    name: 'verbatim-script-names',
    writeBundle(_, chunks) {
      for (const chunk of Object.values(chunks)) {
        if (chunk.type !== 'chunk' || !chunk.facadeModuleId?.includes('?astro&type=script'))
          continue;
        scripts[withinProject(chunk.facadeModuleId)] =
          `<script type="module" src="${base}${chunk.fileName}"></script>`;
      }
    },
  };
  const before = { ...process.env };
  // Variables of these names would take the place of what Vite tells the pages.
  for (const name of ['PROD', 'DEV', 'SSR', 'MODE', 'BASE_URL']) delete process.env[name];
  Object.assign(process.env, {
    ASTRO_TELEMETRY_DISABLED: '1',
    NODE_ENV: 'production',
    VERBATIM_RECORDS: records,
    BASE_PATH: base,
  });
  try {
    const { build } = await import('astro');
    await build({ root: project, outDir, logLevel: 'warn', vite: { plugins: [names] } });
  } finally {
    for (const name of Object.keys(process.env)) delete process.env[name];
    Object.assign(process.env, before);
  }
  return scripts;
}

/** Address of a bundled file that holds the same bytes as one of the site's own. */
function publicName(path: string, assets: string, base: string): string {
  const bytes = readFileSync(path);
  const start = basename(path).replace(/\.\w+$/, '.');
  const name = readdirSync(assets).find(
    (one) => one.startsWith(start) && readFileSync(join(assets, one)).equals(bytes),
  );
  if (!name) throw new Error(`${path} is not among the files that Astro bundled`);
  return `${base}_astro/${name}`;
}

/** The compiled pages find the other modules wherever the software's folder is. */
const relativeTo = (folder: string, code: string): string =>
  code.replaceAll(
    `"${pathToFileURL(project).href}/`,
    `"${relative(folder, project).replaceAll('\\', '/')}/`,
  );

const LINKS = /<link rel="stylesheet"[^>]*>/g;

/**
 * Styles by page. Pages that import the same styles have the same links, and of each such kind Astro
 * has built at least one.
 */
function stylesOf({ styles }: Compiled, built: string): Record<string, string> {
  const links = new Map<string, string>();
  for (const [file, imported] of styles) {
    // What has parameters was not built: there are no articles.
    if (file.includes('[')) continue;
    const page = readFileSync(join(built, pathOf(file, {})), 'utf8');
    links.set(imported.join(), (page.match(LINKS) ?? []).join(''));
  }
  return Object.fromEntries(
    [...styles].map(([file, imported]) => {
      const found = links.get(imported.join());
      if (found === undefined)
        throw new Error(`${file} imports styles as no page without parameters does`);
      return [file, found];
    }),
  );
}

/** Removes kits that were not used for long, and what a killed build left. */
function sweep(used: string): void {
  const others = readdirSync(KITS)
    .filter((name) => name !== basename(used))
    .map((name) => ({
      name,
      at: statSync(join(KITS, name), { throwIfNoEntry: false })?.mtimeMs ?? 0,
    }))
    .sort((a, b) => b.at - a.at);
  const whole = others.filter(({ name }) => !name.includes('.'));
  const left = others.filter(({ name }) => {
    const maker = makerOf(name);
    return maker !== null && !isRunning(maker);
  });
  for (const { name } of [...whole.slice(MOST_KITS), ...left])
    rmSync(join(KITS, name), { recursive: true, force: true });
}
