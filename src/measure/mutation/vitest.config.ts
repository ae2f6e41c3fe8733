/** The unit tests over sources with a switch at each condition. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { defineConfig } from 'vitest/config';
import { withSwitches } from './conditions.ts';
import { PROJECT, sourceFiles } from './rooms.ts';

const files = new Map(sourceFiles().map((file) => [join(PROJECT, file.path), file]));

export default defineConfig({
  root: PROJECT,
  plugins: [
    {
      name: 'switches',
      enforce: 'pre',
      load(id) {
        const file = files.get(id);
        return file && withSwitches(readFileSync(id, 'utf8'), file.conditions, file.first);
      },
    },
  ],
  test: {
    include: ['tests/**/*.test.ts'],
    setupFiles: ['tests/setup.ts', join(import.meta.dirname, 'switch.ts')],
    testTimeout: 120_000,
    hookTimeout: 300_000,
    snapshotSerializers: [],
    maxWorkers: 2,
    pool: 'threads',
    reporters: [{}],
    bail: 1,
  },
});
