/** `npm start`: builds the site where anything changed since the last build, then serves it. */
import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
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
} from '../settings.ts';
import { siteAddress } from '../site-address.ts';
import { listen, PortTakenError, siteHandler } from '../server/serve.ts';
import { inputsOf, upToDate, type Run } from '../stamp.ts';

/** The base path of the site that was built, as the card of that build or the environment says. */
function basePath(root: string): string {
  const { address } = JSON.parse(
    readFileSync(join(root, '.verbatim/records/site.json'), 'utf8'),
  ) as { address: string };
  return siteAddress(address).base;
}

interface StartRun extends Run {
  named: boolean;
  /** The folder of the site as it was typed. */
  out: string;
  port: number;
}

const USAGE =
  'Usage: npm start -- [--archive <folder>] [--port <number>] [--frozen] [--out <folder>]';

/** The settings of this run; what cannot be meant ends it. */
function settingsOfRun(given: readonly string[]): StartRun {
  try {
    const found = archiveSettings();
    const { port, args } = portWanted(given);
    const { out: named, shard } = readOptions(args, USAGE);
    if (shard) throw new Refusal(['A share of an archive is no site that could be served.', USAGE]);
    const out = named ?? 'dist';
    siteFromEnvironment();
    return { ...found, dist: resolve(found.root, out), out, port, args };
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
async function bringUpToDate(run: StartRun): Promise<void> {
  const { root, named, dist, out, args } = run;
  if (upToDate(run, inputsOf(root))) {
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
