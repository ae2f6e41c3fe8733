/**
 * `npm run lint`: what the code should look like, by Prettier, ESLint (types, complexity, accessibility,
 * which room may import which) and knip (exports and packages that nothing uses). `npm run format` mends the first.
 */
import { spawnSync } from 'node:child_process';
import { guardTerminal } from '../src/build/terminal/terminal.ts';

guardTerminal();

const TOOLS = {
  prettier: ['node_modules/prettier/bin/prettier.cjs', '--check', '--log-level', 'warn', '.'],
  eslint: ['node_modules/eslint/bin/eslint.js', '--max-warnings', '0', '.'],
  knip: ['node_modules/knip/bin/knip.js'],
};

const failed = Object.entries(TOOLS).filter(
  ([, args]) => spawnSync(process.execPath, args, { stdio: 'inherit' }).status !== 0,
);
if (failed.length > 0) console.error(`Not clean: ${failed.map(([name]) => name).join(', ')}`);
process.exitCode = failed.length > 0 ? 1 : 0;
