/** `npm run soak -- --archives 2000 --texts 3000 --seed 7`: generated archives and texts against the laws. */
import { soak } from '../tests/archives/soak.ts';
import { guardTerminal } from '../src/build/terminal/terminal.ts';

guardTerminal();
await soak(process.argv.slice(2));
