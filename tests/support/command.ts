/**
 * Commands without a process of their own: what a command does and says, for tests that ask it many times.
 * Each command has a test that runs its process too. A command works on the archive that `VERBATIM_ROOT` named
 * when its modules were loaded; so a test file names one folder, and puts into it what each test is about.
 */
import { mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { format } from 'node:util';
import { describe } from '../../src/build/terminal/errors.ts';
import type { Progress } from '../../src/build/terminal/progress.ts';
import { printable } from '../../src/build/terminal/terminal.ts';

/** How a command ended and what it printed, as `spawnSync` gives it of a process. */
export interface Said {
  status: number;
  stdout: string;
  stderr: string;
}

/** Does `work` as a command behind `guardTerminal` does: what is thrown is told, what is printed is kept. */
export async function said(work: () => void | Promise<void>): Promise<Said> {
  const printed = { stdout: '', stderr: '' };
  const streams = { log: 'stdout', info: 'stdout', warn: 'stderr', error: 'stderr' } as const;
  const real = { ...console };
  const code = process.exitCode;
  process.exitCode = undefined;
  for (const name of ['log', 'info', 'warn', 'error'] as const)
    console[name] = (...values: unknown[]) => {
      printed[streams[name]] += `${printable(format(...values))}\n`;
    };
  try {
    await work();
  } catch (error) {
    console.error(describe(error));
    process.exitCode = 1;
  } finally {
    Object.assign(console, real);
  }
  const status = Number(process.exitCode ?? 0);
  process.exitCode = code;
  return { status, ...printed };
}

/** A folder for one archive after another, named to every command that this process loads from here on. */
export function oneFolder(name: string): string {
  const root = mkdtempSync(join(tmpdir(), `verbatim-${name}-`));
  process.env.VERBATIM_ROOT = root;
  process.env.VERBATIM_RECORDS = join(root, '.verbatim/records');
  process.env.CI = '';
  return root;
}

/** Takes all that is in a folder out of it. */
export function empty(folder: string): void {
  mkdirSync(folder, { recursive: true });
  for (const name of readdirSync(folder))
    rmSync(join(folder, name), { recursive: true, force: true });
}

/** `npm run add`, for the archive of `oneFolder`. */
export async function add(...args: string[]): Promise<Said> {
  const { takeIn } = await import('../../src/build/taking-in/add.ts');
  return said(() => takeIn(args));
}

/** `npm run records`, for the archive of `oneFolder`. */
export async function records(): Promise<Said> {
  const { makeRecords } = await import('../../src/build/commands/records.ts');
  return said(makeRecords);
}

/** `npm run build`, for the archive of `oneFolder`; the lines of its stages are without the time they took. */
export async function build(...args: string[]): Promise<Said> {
  const { build: run } = await import('../../src/build/commands/build.ts');
  const steps: Progress = {
    async stage(name, work, sum = () => '') {
      const result = await work(() => {});
      console.log(`${name} ${sum(result)}`);
      return result;
    },
  };
  return said(() => run(args, { steps }));
}

/** Writes the ledger and the manifest of what the archive of `oneFolder` holds, as a build that is well does. */
export async function keepLedger(): Promise<void> {
  const { readContent, root } = await import('../../src/build/archive-files/content.ts');
  const { errorsOf } = await import('../../src/build/archive-files/records.ts');
  const { runPipeline } = await import('../../src/build/archive-files/pipeline.ts');
  const { formatLedger, formatManifest } = await import('../../src/ledger/index.ts');
  const result = runPipeline(readContent());
  if (result.errors > 0) throw new Error(errorsOf(result).join('\n'));
  mkdirSync(join(root, 'content/ledger'), { recursive: true });
  for (const [article, { rows }] of result.archive.ledger)
    writeFileSync(join(root, `content/ledger/${article}.json`), formatLedger(rows));
  writeFileSync(
    join(root, 'content/sources/manifest.json'),
    formatManifest(result.archive.versions),
  );
}
