import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';

const root = fileURLToPath(new URL('..', import.meta.url));
// Long enough for a slow machine under load: no test may fail on a clock.
const patient = {
  setupFiles: [fileURLToPath(new URL('setup.ts', import.meta.url))],
  testTimeout: 300_000,
  hookTimeout: 600_000,
  expect: { poll: { timeout: 60_000 } },
  // What differs is told in full: a failure may be seen once, on another machine.
  chaiConfig: { truncateThreshold: 4_000 },
};

/**
 * Tests that start commands, load modules that ask the environment which archive is meant, or put others in place of
 * modules: each in a process of its own.
 */
const COMMANDS = [
  'tests/archives.test.ts',
  'tests/build/*.test.ts',
  'tests/build/archive-files/faults.test.ts',
  'tests/build/{shards,taking-in}/**/*.test.ts',
  'tests/engine/model/extract.test.ts',
  ...[
    'altered-pages',
    'merging',
    'publishing',
    'renaming',
    'taking-in',
    'tampering',
    'whole-build',
    'words-of-record',
  ].map((name) => `tests/ledger/permanence/${name}.test.ts`),
];
const maxWorkers = Math.max(2, availableParallelism());

/** `unit` and `commands` need nothing but the code; `site` and `browser` read the built `dist/`. */
export default defineConfig({
  root,
  test: {
    // A line a folder and a file; `src/site` is held by the tests of the built site, which no coverage sees.
    coverage: { provider: 'v8', include: ['src/**/*.ts'], reporter: ['text'] },
    projects: [
      {
        root,
        test: {
          name: 'unit',
          include: ['tests/**/*.test.ts'],
          exclude: ['tests/site/**', 'tests/browser/**', ...COMMANDS],
          ...patient,
          // Nothing that they load has a state of its own, so that it is loaded once for all of them.
          isolate: false,
          maxWorkers,
        },
      },
      {
        root,
        test: {
          name: 'commands',
          include: COMMANDS,
          ...patient,
          // Commands that tests start find what Node made of the modules at their first start.
          env: { NODE_COMPILE_CACHE: join(root, '.verbatim/test/compiled') },
          // Many of them wait for a command that they started.
          maxWorkers,
        },
      },
      { root, test: { name: 'site', include: ['tests/site/**/*.test.ts'], ...patient } },
      {
        root,
        test: {
          name: 'browser',
          include: ['tests/browser/**/*.test.ts'],
          ...patient,
          maxWorkers: 2,
        },
      },
    ],
  },
});
