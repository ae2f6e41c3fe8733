/** `npm run build -- [--frozen] [--out <folder>]`: the whole site; see `src/build/commands/build.ts`. */
import { build } from '../src/build/commands/build.ts';
import { describe } from '../src/build/terminal/errors.ts';
import { guardTerminal } from '../src/build/terminal/terminal.ts';

guardTerminal();
try {
  await build(process.argv.slice(2));
} catch (error) {
  console.error(describe(error));
  // At once: what a failed tool still has under way must not write any more.
  process.exit(1);
}
