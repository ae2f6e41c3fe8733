/**
 * The build of `eight-pages.ts` as a process of its own:
 * `small-build.ts <root> <generation> [kill|states|fail|refuse|wait|clash <n or folder>]`. With `kill` it
 * ends itself as `kill -9` would, before the n-th call that changes the disk; with `states` it keeps in a
 * folder what stands at `root` before each of these calls; with `fail` the disk is full from the n-th on;
 * with `refuse` that one call is not permitted; with `wait` it stays in the middle until the file `go`
 * appears; with `clash` somebody changes the ledger while it is at work.
 *
 * Started with a channel to another process, it makes the builds that it is sent, one after another.
 */
import fs from 'node:fs';
import { syncBuiltinESMExports } from 'node:module';
import { join } from 'node:path';

/** One build: the arguments of the script. */
export type Job = readonly [root: string, generation: string, mode?: string, number?: string];
/** How it ended, and what it said. */
export interface Ended {
  status: number;
  stdout: string;
  stderr: string;
}

let [root, generation, mode = '', number = '0']: Job = ['', ''];
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

async function build(...job: Job): Promise<Ended> {
  [root, generation, mode = '', number = '0'] = job;
  [calls, made] = [0, 0];
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
    return { status: 0, stdout: `calls ${made} ${calls}\n`, stderr: '' };
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    return { status: 1, stdout: '', stderr: `${error.message}\n` };
  } finally {
    counting = false;
  }
}

if (process.send)
  process.on('message', (job: Job) => void build(...job).then((ended) => process.send?.(ended)));
else {
  const [at = '', name = '', ...rest] = process.argv.slice(2);
  const { status, stdout, stderr } = await build(at, name, ...rest);
  process.stdout.write(stdout);
  process.stderr.write(stderr);
  process.exitCode = status;
}
