/** `npm run shots -- [kind…]`: pictures of the pages; see `src/build/tools/shots.ts`. */
import { takeShots } from '../src/build/tools/shots.ts';
import { guardTerminal } from '../src/build/terminal/terminal.ts';

guardTerminal();
await takeShots(process.argv.slice(2));
