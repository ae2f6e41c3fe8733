/** `npm run export -- <kind> [<site> [<out>]]`: a built site in a form that other programs take. */
import { resolve } from 'node:path';
import { carry, KINDS } from '../src/build/commands/carry.ts';
import { enter } from '../src/build/settings.ts';
import { Refusal } from '../src/build/terminal/errors.ts';
import { guardTerminal } from '../src/build/terminal/terminal.ts';

guardTerminal();

const { root, named } = enter();
const [kind, site = 'dist', out = `export-${kind}`, ...more] = process.argv.slice(2);
if (!kind || kind.startsWith('-') || more.length > 0) {
  const kinds = Object.entries(KINDS).map(([name, { does }]) => `  ${name.padEnd(8)}${does}`);
  console.error(['Usage: npm run export -- <kind> [<site> [<out>]]', ...kinds].join('\n'));
  process.exit(2);
}
try {
  const from = named ? resolve(root, site) : resolve(site);
  console.log(`${out}: ${await carry(kind, from, named ? resolve(root, out) : resolve(out))}`);
} catch (error) {
  console.error(error instanceof Refusal ? error.message : error);
  process.exitCode = 1;
}
