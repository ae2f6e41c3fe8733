/**
 * Disables conditions one at a time and says which of them no test notices: what a condition does
 * is held by a test only if some test fails without it.
 */
import { appendFileSync, mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { PROJECT, sourceFiles, type Room } from './rooms.ts';
import { SwitchedTests } from './tests.ts';

/** One line of JSON for each condition as soon as it is known whether it was noticed. */
const RESULTS = join(PROJECT, '.verbatim/mutations.jsonl');

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
  mkdirSync(dirname(RESULTS), { recursive: true });
  writeFileSync(RESULTS, '');
  const tests = await SwitchedTests.of(rooms);
  let unnoticed = 0;
  try {
    for (const [done, { path, line, text, number }] of drawn.entries()) {
      const files = tests.reaching(number);
      const noticed = await tests.notice(number);
      const condition = text.replace(/\s+/g, ' ');
      appendFileSync(RESULTS, `${JSON.stringify({ path, line, condition, files, noticed })}\n`);
      if (!noticed) {
        unnoticed++;
        const why = files > 0 ? `${files} files of tests` : 'no test reaches it';
        console.log(`${path}:${line}  ${condition}  (${why})`);
      }
      process.stderr.write(`${done + 1} of ${drawn.length} tried, ${unnoticed} unnoticed\n`);
    }
  } finally {
    await tests.close();
  }
  const share = ((100 * unnoticed) / Math.max(1, drawn.length)).toFixed(0);
  console.log(`${unnoticed} of ${drawn.length} went unnoticed (${share} of 100)`);
  return unnoticed;
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
