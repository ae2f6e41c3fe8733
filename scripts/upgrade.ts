/** `npm run upgrade -- [--yes]`: brings an archive to this version; see `src/build/commands/upgrade.ts`. */
import { upgrade } from '../src/build/commands/upgrade.ts';
import { describe } from '../src/build/terminal/errors.ts';
import { guardTerminal } from '../src/build/terminal/terminal.ts';

guardTerminal();
try {
  await upgrade(process.argv.slice(2));
} catch (error) {
  console.error(describe(error));
  process.exit(1);
}
