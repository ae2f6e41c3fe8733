/** Runs files of tests over sources with switches, all in threads of this process. */
import { globSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createVitest, type TestSpecification, type Vitest } from 'vitest/node';
import { TESTS, PROJECT, type Room } from './rooms.ts';

/** What one file of tests asks, and how long it takes. */
export interface Reached {
  test: string;
  milliseconds: number;
  /** Numbers of conditions. */
  conditions: number[];
}

declare module 'vitest' {
  interface ProvidedContext {
    /** The number of the condition that has no say; -1 for none. */
    disabled: number;
    /** The folder where each file of tests writes what it reached; empty for none. */
    reached: string;
    /** How long a file of tests may ask conditions while one is disabled, in milliseconds. */
    patience: number;
  }
}

/** A file of tests that takes this much longer than it did goes on for ever, or might as well. */
const PATIENCE = 60_000;

/** The tests of some rooms, by the conditions that they reach. */
export class SwitchedTests {
  readonly #vitest: Vitest;
  readonly #byCondition: ReadonlyMap<number, readonly TestSpecification[]>;

  private constructor(vitest: Vitest, byCondition: Map<number, TestSpecification[]>) {
    this.#vitest = vitest;
    this.#byCondition = byCondition;
  }

  /** Runs all of them once to see what they reach; throws where one fails. */
  static async of(rooms: readonly Room[]): Promise<SwitchedTests> {
    const config = join(import.meta.dirname, 'vitest.config.ts');
    const vitest = await createVitest({ root: PROJECT, config, watch: false });
    const folder = mkdtempSync(join(tmpdir(), 'verbatim-mutation-'));
    try {
      const tests = globSync([...new Set(rooms.flatMap((room) => TESTS[room]))], { cwd: PROJECT });
      const specifications = tests.flatMap((test) =>
        vitest.getRootProject().createSpecification(join(PROJECT, test)),
      );
      if (!(await pass(vitest, specifications, { disabled: -1, reached: folder })))
        throw new Error('Tests fail with every condition in its place; `npm test` says which');
      return new SwitchedTests(vitest, byCondition(specifications, folder));
    } catch (error) {
      await vitest.close();
      throw error;
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  }

  /** How many files of tests reach the condition. */
  reaching(condition: number): number {
    return this.#byCondition.get(condition)?.length ?? 0;
  }

  /** Whether a test fails without the condition; quick files are asked first. */
  async notice(condition: number): Promise<boolean> {
    for (const specification of this.#byCondition.get(condition) ?? [])
      if (!(await pass(this.#vitest, [specification], { disabled: condition, reached: '' })))
        return true;
    return false;
  }

  async close(): Promise<void> {
    await this.#vitest.close();
  }
}

/** Files of tests by the conditions that they reach, quickest first. */
function byCondition(specifications: readonly TestSpecification[], folder: string) {
  const files = readdirSync(folder)
    .map((name) => JSON.parse(readFileSync(join(folder, name), 'utf8')) as Reached)
    .sort((a, b) => a.milliseconds - b.milliseconds);
  const found = new Map<number, TestSpecification[]>();
  for (const { test, conditions } of files) {
    const specification = specifications.find(({ moduleId }) => moduleId === test);
    if (!specification) continue;
    for (const condition of conditions) {
      const list = found.get(condition);
      if (list) list.push(specification);
      else found.set(condition, [specification]);
    }
  }
  return found;
}

/** Whether all tests of the files pass. */
async function pass(
  vitest: Vitest,
  specifications: TestSpecification[],
  { disabled, reached }: { disabled: number; reached: string },
): Promise<boolean> {
  vitest.provide('disabled', disabled);
  vitest.provide('reached', reached);
  vitest.provide('patience', PATIENCE);
  const { testModules, unhandledErrors } = await vitest.runTestSpecifications(specifications);
  // An error of the tests, which sets the code of this process, is what was looked for.
  process.exitCode = 0;
  // The result also holds files of earlier runs.
  const asked = new Set(specifications.map(({ moduleId }) => moduleId));
  const modules = testModules.filter(({ moduleId }) => asked.has(moduleId));
  return (
    unhandledErrors.length === 0 &&
    modules.length === asked.size &&
    modules.every((module) => module.ok())
  );
}
