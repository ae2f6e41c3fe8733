/**
 * `npm run verify -- dist`: proves a built or downloaded site from nothing but its own files.
 * `--quick` does not make them again from the records.
 */
import { statSync } from 'node:fs';
import { resolve } from 'node:path';
import { settle } from '../src/build/putting-in-place/put-in-place.ts';
import { enter } from '../src/build/settings.ts';
import { verifySite } from '../src/build/verify/index.ts';
import { guardTerminal } from '../src/build/terminal/terminal.ts';

guardTerminal();

const { root, named } = enter();
const args = process.argv.slice(2);
const quick = args.includes('--quick');
const [given = 'dist', ...more] = args.filter((arg) => arg !== '--quick');
if (more.length > 0 || given.startsWith('-')) {
  console.error('Usage: npm run verify -- [--quick] <folder>');
  process.exit(2);
}
settle(root);
// `dist` is the site of the archive that is named, as it is for `npm run build -- --out dist`.
const folder = named ? resolve(root, given) : given;
if (!statSync(folder, { throwIfNoEntry: false })?.isDirectory()) {
  console.error(
    `There is no folder ${folder}. Build the site first (\`npm run build\`), or name the folder of a downloaded one.`,
  );
  process.exit(2);
}
const { problems, counts } = await verifySite(resolve(folder), { remade: !quick });
for (const { kind, message } of problems.slice(0, 100))
  console.error(`${kind.padEnd(6)} ${message}`);
if (problems.length > 100) console.error(`… and ${problems.length - 100} more`);
const sum = Object.entries(counts)
  .map(([name, n]) => `${n.toLocaleString('en')} ${name}`)
  .join(', ');
console.log(
  problems.length === 0
    ? `${folder} holds together: ${sum}.`
    : `${problems.length} ${problems.length === 1 ? 'problem' : 'problems'} in ${folder}: ${sum} were looked at.`,
);
process.exitCode = problems.length === 0 ? 0 : 1;
