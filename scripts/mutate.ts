/**
 * `npm run mutate`: disables conditions of the engine, the languages and the ledger, one at a time,
 * runs the tests that reach them, and names each that went unnoticed.
 *
 *   npm run mutate -- [--rooms engine,languages,ledger] [--sample 100] [--seed 1]
 *
 * Exit code 1 where more than one in ten did.
 */
import { parseArgs } from 'node:util';
import { guardTerminal } from '../src/build/terminal/terminal.ts';
import { ROOMS } from '../src/measure/mutation/rooms.ts';
import { measureMutations } from '../src/measure/mutation/run.ts';

guardTerminal();

const { values } = parseArgs({
  options: {
    rooms: { type: 'string', default: ROOMS.join(',') },
    sample: { type: 'string', default: '100' },
    seed: { type: 'string', default: '1' },
  },
});
const asked = values.rooms.split(',');
const sample = Number(values.sample);
const unnoticed = await measureMutations({
  rooms: ROOMS.filter((room) => asked.includes(room)),
  sample,
  seed: Number(values.seed),
});
process.exitCode = unnoticed > sample / 10 ? 1 : 0;
