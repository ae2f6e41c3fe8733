/**
 * The build of `eight-pages.ts` as a process of its own:
 * `small-build.ts <root> <generation> [kill|states|fail|refuse|wait|clash <n or folder>]`. With `kill` it
 * ends itself as `kill -9` would, before the n-th call that changes the disk; with `states` it keeps in a
 * folder what stands at `root` before each of these calls; with `fail` the disk is full from the n-th on;
 * with `refuse` that one call is not permitted; with `wait` it stays in the middle until the file `go`
 * appears; with `clash` somebody changes the ledger while it is at work.
 */
import fs from 'node:fs';
import { syncBuiltinESMExports } from 'node:module';
import { join } from 'node:path';

const [root = '', generation = '', mode = '', number = '0'] = process.argv.slice(2);
// Loading modules reads files too; only what the build itself does is counted.
let counting = false;
let calls = 0;
let made = 0;
const { cpSync } = fs;
const CHANGING = [
  'writeFileSync',
  'renameSync',
  'rmSync',
  'mkdirSync',
  'openSync',
  'writeSync',
  'fsyncSync',
  'linkSync',
  'unlinkSync',
  'closeSync',
  'copyFileSync',
] as const;
const GROWING = new Set<string>([
  'writeFileSync',
  'mkdirSync',
  'openSync',
  'writeSync',
  'linkSync',
  'copyFileSync',
]);
for (const name of CHANGING) {
  const real = fs[name] as (...args: unknown[]) => unknown;
  (fs as unknown as Record<string, unknown>)[name] = (...args: unknown[]) => {
    if (!counting || (name === 'openSync' && !/[wa]/.test(String(args[1])))) return real(...args);
    calls++;
    if (mode === 'kill' && calls === Number(number)) process.kill(process.pid, 'SIGKILL');
    if (mode === 'states') {
      counting = false;
      cpSync(root, join(number, String(calls)), { recursive: true });
      counting = true;
    }
    if (mode === 'fail' && calls >= Number(number) && GROWING.has(name))
      throw Object.assign(new Error('ENOSPC: no space left on device'), {
        code: 'ENOSPC',
        path: String(args[0]),
      });
    if (mode === 'refuse' && calls === Number(number))
      throw Object.assign(new Error('EACCES: permission denied'), {
        code: 'EACCES',
        path: String(args[0]),
      });
    return real(...args);
  };
}
syncBuiltinESMExports();

const { eightPages } = await import('./eight-pages.ts');
const { Refusal } = await import('../../../src/build/terminal/errors.ts');
counting = true;
try {
  await eightPages(root, generation, {
    async midway() {
      if (mode !== 'wait') return;
      process.stdout.write('waiting\n');
      while (!fs.existsSync(join(root, 'go'))) await new Promise((done) => setTimeout(done, 20));
    },
    made() {
      if (mode === 'clash') fs.writeFileSync(join(root, 'content/ledger/b.json'), 'mine b\n');
      made = calls;
    },
  });
  process.stdout.write(`calls ${made} ${calls}\n`);
} catch (error) {
  if (!(error instanceof Refusal)) throw error;
  process.stderr.write(`${error.message}\n`);
  process.exitCode = 1;
}
