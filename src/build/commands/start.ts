/** `npm start`: builds the site where anything changed since the last build, then serves it. */
import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  lstatSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { once } from 'node:events';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { readOptions } from './build.ts';
import { Refusal } from '../terminal/errors.ts';
import { settle } from '../putting-in-place/put-in-place.ts';
import {
  archiveSettings,
  hostWanted,
  portWanted,
  project,
  siteFromEnvironment,
  variables,
} from '../settings.ts';
import { siteAddress } from '../site-address.ts';
import { listen, PortTakenError, siteHandler } from '../server/serve.ts';
import { SUMS } from '../verify/index.ts';

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

/** Names, lengths and times of all files below a path: cheap, and different after any edit. */
function* filesOf(folder: string, path: string): Generator<string> {
  const full = join(folder, path);
  // A link is refused by the build, wherever it leads.
  const found = lstatSync(full, { throwIfNoEntry: false });
  if (!found) return;
  if (found.isFile()) yield `${path} ${found.size} ${found.mtimeMs}\n`;
  else if (found.isDirectory())
    for (const name of readdirSync(full).sort()) yield* filesOf(folder, join(path, name));
}

/** One text for everything a build depends on, and for the site that it made; the same where nothing changed. */
function stampOf({ root, dist, args }: Run): string {
  const hash = createHash('sha256');
  for (const path of SOFTWARE) for (const line of filesOf(project, path)) hash.update(line);
  for (const line of filesOf(root, 'content')) hash.update(line);
  const { version } = JSON.parse(readFileSync(join(project, 'package.json'), 'utf8')) as {
    version: string;
  };
  const sums = join(dist, SUMS);
  return `${JSON.stringify(
    {
      software: { version, folder: project },
      archive: root,
      options: args,
      environment: variables(VARIABLES),
      inputs: hash.digest('hex'),
      site: existsSync(sums) ? createHash('sha256').update(readFileSync(sums)).digest('hex') : null,
    },
    null,
    1,
  )}\n`;
}

/** The base path of the site that was built, as the card of that build or the environment says. */
function basePath(root: string): string {
  const { address } = JSON.parse(
    readFileSync(join(root, '.verbatim/records/site.json'), 'utf8'),
  ) as { address: string };
  return siteAddress(address).base;
}

interface Run {
  root: string;
  named: boolean;
  /** The folder of the site, and as it was typed. */
  dist: string;
  out: string;
  port: number;
  args: readonly string[];
}

/** The settings of this run; what cannot be meant ends it. */
function settingsOfRun(args: readonly string[]): Run {
  try {
    const found = archiveSettings();
    const out = readOptions(args).out ?? 'dist';
    siteFromEnvironment();
    return { ...found, dist: resolve(found.root, out), out, port: portWanted(), args };
  } catch (error) {
    if (error instanceof Refusal) return stop(error.message);
    throw error;
  }
}

function stop(message: string): never {
  console.error(message);
  process.exit(1);
}

/** Says what goes on while the site is not built yet. */
const building = (_: IncomingMessage, response: ServerResponse) => {
  response.writeHead(503, {
    'Content-Type': 'text/plain; charset=utf-8',
    'Retry-After': '10',
    Refresh: '3',
  });
  response.end('The site is being built. This page tries again by itself.\n');
};

function portTaken(error: unknown, port: number): never {
  if (!(error instanceof PortTakenError)) throw error;
  return stop(
    error.message === 'EACCES'
      ? `Port ${port} may not be used by this account. Choose one above 1023: PORT=4322 npm start`
      : `Port ${port} is taken by another program. Choose another one: PORT=${port === 4322 ? 4323 : 4322} npm start`,
  );
}

/** Builds the site in a process of its own, unless nothing changed since the last time. */
async function bringUpToDate(run: Run): Promise<void> {
  const { root, named, dist, out, args } = run;
  const stamp = join(root, '.verbatim/start.json');
  const upToDate =
    existsSync(join(dist, 'index.html')) &&
    existsSync(join(root, '.verbatim/records/site.json')) &&
    existsSync(stamp) &&
    readFileSync(stamp, 'utf8') === stampOf(run);
  if (upToDate) {
    console.log(`${named ? dist : `${out}/`} is up to date.`);
    return;
  }
  const build = spawn(
    process.execPath,
    ['--disable-warning=ExperimentalWarning', join(project, 'scripts/build.ts'), ...args],
    { stdio: 'inherit', cwd: project },
  );
  const [status, signal] = (await once(build, 'exit')) as [number | null, string | null];
  if (signal) stop(`The build was stopped (${signal}).`);
  if (status !== 0) process.exit(status ?? 1);
  mkdirSync(dirname(stamp), { recursive: true });
  // Taken now: the build itself may have written to the ledger.
  writeFileSync(stamp, stampOf(run));
}

/** Builds where needed and serves until a signal comes. */
export async function start(args: readonly string[]): Promise<void> {
  const run = settingsOfRun(args);
  const { root, named, dist, port } = run;
  let handler = building;
  // The port is taken before the build, so that a long build does not end in "port taken".
  const listening = await listen(
    (request, response) => handler(request, response),
    port,
    '/',
    hostWanted(),
  ).catch((error: unknown) => portTaken(error, port));
  settle(root);
  await bringUpToDate(run);
  const base = basePath(root);
  handler = siteHandler(dist, base);
  if (named) console.log(`\nArchive: ${root}`);
  console.log(
    `\nVerbatim is served at ${new URL(base, listening.address).href}  (Ctrl+C stops it)`,
  );
  for (const signal of ['SIGINT', 'SIGTERM'] as const)
    process.on(signal, () => void listening.close().then(() => process.exit(0)));
}
