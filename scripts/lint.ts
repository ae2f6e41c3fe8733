/**
 * `npm run lint -- [prettier|eslint|oxlint|astro|knip…]`: what the code should look like, by Prettier, ESLint
 * (accessibility of templates), oxlint (types, complexity, which room may import which, and all other rules),
 * `astro check` (types of templates) and knip (exports and packages that nothing uses); by all of them where none is
 * named. `npm run format` mends the first.
 */
import { spawnSync } from 'node:child_process';
import { guardTerminal } from '../src/build/terminal/terminal.ts';

guardTerminal();

const TOOLS: Record<string, readonly string[]> = {
  prettier: ['node_modules/prettier/bin/prettier.cjs', '--check', '--log-level', 'warn', '.'],
  eslint: ['node_modules/eslint/bin/eslint.js', '--max-warnings', '0', '.'],
  oxlint: ['node_modules/oxlint/bin/oxlint'],
  astro: [
    'node_modules/astro/bin/astro.mjs',
    'check',
    '--noSync',
    '--tsconfig',
    'tsconfig.astro.json',
  ],
  knip: ['node_modules/knip/bin/knip.js'],
};

const wanted = process.argv.slice(2);
const unknown = wanted.filter((name) => !(name in TOOLS));
if (unknown.length > 0) {
  console.error(
    `Unknown tool \`${unknown.join('`, `')}\`, expected one of: ${Object.keys(TOOLS).join(', ')}`,
  );
  process.exit(1);
}
const failed = Object.entries(TOOLS).filter(
  ([name, args]) =>
    (wanted.length === 0 || wanted.includes(name)) &&
    spawnSync(process.execPath, args, { stdio: 'inherit' }).status !== 0,
);
if (failed.length > 0) console.error(`Not clean: ${failed.map(([name]) => name).join(', ')}`);
process.exitCode = failed.length > 0 ? 1 : 0;
