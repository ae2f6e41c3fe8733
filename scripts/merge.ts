/** `npm run merge -- <folders> [--out <folder>]`: joins shares of an archive; see `src/build/shards/merge.ts`. */
import { merge } from '../src/build/shards/merge.ts';
import { describe } from '../src/build/terminal/errors.ts';
import { guardTerminal } from '../src/build/terminal/terminal.ts';

guardTerminal();
try {
  await merge(process.argv.slice(2));
} catch (error) {
  console.error(describe(error));
  process.exit(1);
}
