/**
 * Disables conditions one at a time and says which of them no test notices: what a condition does
 * is held by a test only if some test fails without it. A condition that makes no difference to
 * anybody counts as unnoticed too.
 */
import { spawn } from 'node:child_process';
import { globSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PROJECT, sourceFiles, TESTS, type Room } from './rooms.ts';

/** What one file of tests asks, and how long it takes. */
export interface Reached {
  test: string;
  milliseconds: number;
  /** Numbers of conditions. */
  conditions: number[];
}

/** Longer than any test takes: what goes on for ever is noticed. */
const PATIENCE = 300_000;

export interface MutationOptions {
  rooms: readonly Room[];
  /** How many conditions are disabled. */
  sample: number;
  /** The same seed draws the same conditions from the same sources. */
  seed: number;
}

/** Draws conditions, disables each, and prints what went unnoticed; gives how many did. */
export async function measureMutations({ rooms, sample, seed }: MutationOptions): Promise<number> {
  const all = sourceFiles()
    .filter(({ room }) => rooms.includes(room))
    .flatMap(({ path, first, conditions }) =>
      conditions.map((condition, i) => ({ ...condition, path, number: first + i })),
    );
  const drawn = shuffled(all, seed).slice(0, sample);
  console.log(`${drawn.length} of ${all.length} conditions of ${rooms.join(', ')}, seed ${seed}`);
  const reached = await testsByCondition(rooms);
  let unnoticed = 0;
  for (const { path, line, text, number } of drawn) {
    const tests = reached.get(number) ?? [];
    if (tests.length > 0 && (await run(tests, { VERBATIM_DISABLED: `${number}` })) !== 0) continue;
    unnoticed++;
    const why = tests.length > 0 ? `${tests.length} files of tests` : 'no test reaches it';
    console.log(`${path}:${line}  ${text.replace(/\s+/g, ' ')}  (${why})`);
  }
  const share = ((100 * unnoticed) / Math.max(1, drawn.length)).toFixed(0);
  console.log(`${unnoticed} of ${drawn.length} went unnoticed (${share} of 100)`);
  return unnoticed;
}

/** Files of tests by the conditions that they reach, quickest first. All of them must pass. */
async function testsByCondition(rooms: readonly Room[]): Promise<Map<number, string[]>> {
  const folder = mkdtempSync(join(tmpdir(), 'verbatim-mutation-'));
  try {
    const tests = globSync([...new Set(rooms.flatMap((room) => TESTS[room]))], { cwd: PROJECT });
    if ((await run(tests, { VERBATIM_REACHED: folder })) !== 0)
      throw new Error('Tests fail with every condition in its place; `npm test` says which');
    const files = readdirSync(folder)
      .map((name) => JSON.parse(readFileSync(join(folder, name), 'utf8')) as Reached)
      .sort((a, b) => a.milliseconds - b.milliseconds);
    const found = new Map<number, string[]>();
    for (const { test, conditions } of files)
      for (const condition of conditions) {
        const list = found.get(condition);
        if (list) list.push(test);
        else found.set(condition, [test]);
      }
    return found;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Runs files of tests until one fails; gives the exit code, or null where they take too long. */
function run(tests: readonly string[], env: Record<string, string>): Promise<number | null> {
  const vitest = join(PROJECT, 'node_modules/vitest/vitest.mjs');
  const config = join(import.meta.dirname, 'vitest.config.ts');
  const args = [vitest, 'run', '--config', config, '--bail', '1', '--reporter', 'dot', ...tests];
  return new Promise((done, failed) => {
    const child = spawn(process.execPath, ['--disable-warning=ExperimentalWarning', ...args], {
      cwd: PROJECT,
      env: { ...process.env, CI: 'true', ...env },
      stdio: 'ignore',
      timeout: PATIENCE,
      killSignal: 'SIGKILL',
    });
    child.on('error', failed);
    child.on('exit', (code) => done(code));
  });
}

/** In an order that the seed gives (by keys of mulberry32). */
function shuffled<T>(list: readonly T[], seed: number): T[] {
  let state = seed >>> 0;
  const random = () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
  return list
    .map((item) => ({ item, key: random() }))
    .sort((a, b) => a.key - b.key)
    .map(({ item }) => item);
}
