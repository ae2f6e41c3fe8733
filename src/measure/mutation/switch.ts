/**
 * Set up before each file of tests: `VERBATIM_DISABLED` is the number of the condition that has no
 * say. Where `VERBATIM_REACHED` names a folder, the numbers of all that were asked are written there.
 */
import { createHash } from 'node:crypto';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, expect } from 'vitest';
import type { Reached } from './run.ts';

declare global {
  /** Whether the condition with this number has a say. */
  var hasSay: (condition: number) => boolean;
}

const disabled = Number(process.env.VERBATIM_DISABLED ?? -1);
const folder = process.env.VERBATIM_REACHED;
const conditions = new Set<number>();
globalThis.hasSay = folder
  ? (condition) => conditions.add(condition) !== undefined
  : (condition) => condition !== disabled;

const began = performance.now();
if (folder)
  afterAll(() => {
    const test = expect.getState().testPath ?? '';
    const reached: Reached = {
      test,
      milliseconds: performance.now() - began,
      conditions: [...conditions],
    };
    const name = createHash('sha256').update(test).digest('hex');
    writeFileSync(join(folder, `${name}.json`), JSON.stringify(reached));
  });
