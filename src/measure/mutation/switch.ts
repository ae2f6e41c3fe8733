/**
 * Set up before each file of tests: takes the say from the condition that is disabled, or writes
 * down the numbers of all conditions that were asked.
 */
import { createHash } from 'node:crypto';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, expect, inject } from 'vitest';
import type { Reached } from './tests.ts';

declare global {
  /** Whether the condition with this number has a say. */
  var hasSay: (condition: number) => boolean;
}

const disabled = inject('disabled');
const folder = inject('reached');
const began = performance.now();
const conditions = new Set<number>();

/** Answers between two looks at the clock. */
const LOOK = 65_536;
let answers = 0;

/** Without its condition a loop may never end: asking then fails, and the test with it. */
function hasSay(condition: number): boolean {
  if (++answers % LOOK === 0 && performance.now() - began > inject('patience'))
    throw new Error(`Without condition ${disabled} this takes too long`);
  return condition !== disabled;
}

globalThis.hasSay = folder ? (condition) => conditions.add(condition) !== undefined : hasSay;

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
