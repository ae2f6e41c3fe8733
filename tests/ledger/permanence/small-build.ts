/**
 * A build of eight files and two of the ledger, run as a process of its own:
 * `small-build.ts <root> <generation> [kill|fail|refuse|wait|clash <n>]`. With `kill` it ends itself as
 * `kill -9` would, before the n-th call that changes the disk; with `fail` the disk is full from that
 * call on; with `refuse` that one call is not permitted; with `wait` it stays in the middle until the
 * file `go` appears; with `clash` somebody changes the ledger while it is at work.
 */
import fs from 'node:fs';
import { syncBuiltinESMExports } from 'node:module';
import { join } from 'node:path';

const [root = '', generation = '', mode = '', number = '0'] = process.argv.slice(2);
// Loading modules reads files too; only what the build itself does is counted.
let counting = false;
let calls = 0;
let made = 0;
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

const { publish } = await import('../../../src/build/putting-in-place/put-in-place.ts');
const { Refusal } = await import('../../../src/build/terminal/errors.ts');
counting = true;
try {
  await publish(root, join(root, 'dist'), async (folder) => {
    const ledger = ['content/ledger/a.json', 'content/ledger/b.json'];
    const found = new Map(
      ledger.flatMap((path) =>
        fs.existsSync(join(root, path)) ? [[path, fs.readFileSync(join(root, path), 'utf8')]] : [],
      ),
    );
    for (let i = 0; i < 8; i++) {
      fs.mkdirSync(join(folder, `page-${i}`));
      fs.writeFileSync(join(folder, `page-${i}`, 'index.html'), `${generation} ${i}\n`);
      if (mode === 'wait' && i === 4) {
        process.stdout.write('waiting\n');
        while (!fs.existsSync(join(root, 'go'))) await new Promise((done) => setTimeout(done, 20));
      }
    }
    if (mode === 'clash') fs.writeFileSync(join(root, ledger[1]!), 'mine b\n');
    made = calls;
    return {
      files: new Map([
        [ledger[0]!, `${generation} a\n`],
        [ledger[1]!, `${generation} b\n`],
      ]),
      found,
    };
  });
  process.stdout.write(`calls ${made} ${calls}\n`);
} catch (error) {
  if (!(error instanceof Refusal)) throw error;
  process.stderr.write(`${error.message}\n`);
  process.exitCode = 1;
}
