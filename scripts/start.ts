/** `npm start`: builds the site where anything changed since the last build, then serves it. */
import { spawn } from 'node:child_process';
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
import { once } from 'node:events';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { settle } from './lib/publish.ts';
import { listen, PortTakenError, siteHandler } from './serve.ts';
import { guardTerminal } from './lib/terminal.ts';

guardTerminal();

const DIST = 'dist';
const STAMP = '.verbatim/start.txt';
/** What a build depends on. */
const INPUTS = ['content', 'src', 'scripts', 'public', 'astro.config.mjs', 'package-lock.json'];

/** A hash over the names, lengths and times of all inputs: cheap, and different after any edit. */
function fingerprint(): string {
  const hash = createHash('sha256').update(`${process.env.SITE ?? ''} ${basePath()}\n`);
  const add = (path: string) => {
    const found = lstatSync(path, { throwIfNoEntry: false });
    if (!found) return;
    const { size, mtimeMs } = found;
    hash.update(`${path} ${size} ${mtimeMs}\n`);
  };
  for (const input of INPUTS) {
    if (!lstatSync(input, { throwIfNoEntry: false })?.isDirectory()) add(input);
    else
      for (const name of readdirSync(input, { recursive: true, encoding: 'utf8' }).sort()) {
        const path = join(input, name);
        // A link is refused by the build, wherever it leads.
        if (!lstatSync(path).isDirectory()) add(path);
      }
  }
  return hash.digest('hex');
}

/** The base path with a slash at both ends, as Astro takes it. */
function basePath(): string {
  const inner = (process.env.BASE_PATH ?? '').replace(/^\/+|\/+$/g, '');
  return inner === '' ? '/' : `/${inner}/`;
}

function wantedPort(): number {
  const value = process.env.PORT ?? '4321';
  const port = Number(value);
  if (/^\d+$/.test(value) && port <= 65_535) return port;
  return stop(`PORT is \`${value}\`, expected a number from 0 to 65535.`);
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

const port = wantedPort();
let handler = building;
// The port is taken before the build, so that a long build does not end in "port taken".
const listening = await listen(
  (request, response) => handler(request, response),
  port,
  basePath(),
  process.env.HOST,
).catch((error: unknown) => {
  if (error instanceof PortTakenError)
    return stop(
      error.message === 'EACCES'
        ? `Port ${port} may not be used by this account. Choose one above 1023: PORT=4322 npm start`
        : `Port ${port} is taken by another program. Choose another one: PORT=${port === 4322 ? 4323 : 4322} npm start`,
    );
  throw error;
});

settle('.');
const before = fingerprint();
const stamp = existsSync(STAMP) ? readFileSync(STAMP, 'utf8') : '';
if (existsSync(join(DIST, 'index.html')) && stamp === before) {
  console.log('dist/ is up to date.');
} else {
  const build = spawn(
    process.execPath,
    ['--disable-warning=ExperimentalWarning', 'scripts/build.ts', ...process.argv.slice(2)],
    { stdio: 'inherit' },
  );
  const [status, signal] = (await once(build, 'exit')) as [number | null, string | null];
  if (signal) stop(`The build was stopped (${signal}).`);
  if (status !== 0) process.exit(status ?? 1);
  mkdirSync(dirname(STAMP), { recursive: true });
  // Taken again: the build itself may have written to the ledger.
  writeFileSync(STAMP, fingerprint());
}

handler = siteHandler(DIST, basePath());
console.log(`\nVerbatim is served at ${listening.address}  (Ctrl+C stops it)`);
for (const signal of ['SIGINT', 'SIGTERM'] as const)
  process.on(signal, () => void listening.close().then(() => process.exit(0)));
