/** `npm run lighthouse -- [kind…]`: Lighthouse on the pages; see `src/build/tools/lighthouse.ts`. */
import { measurePages } from '../src/build/tools/lighthouse.ts';
import { guardTerminal } from '../src/build/terminal/terminal.ts';

guardTerminal();
await measurePages(process.argv.slice(2));
