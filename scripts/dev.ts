/** `npm run dev`: the live site, which follows the content folder, with the curation page at /curate/ and the desk. */
import { spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { serveLive, type LivePart } from '../src/build/commands/dev.ts';
import { guardTerminal } from '../src/build/terminal/terminal.ts';
import { curationPart } from '../src/curate/integration.ts';

/** What the live site has beside the pages; a part goes with its line here, its import and its folder. */
const PARTS: readonly LivePart[] = [curationPart];

guardTerminal();
await serveLive(PARTS);
// A process of its own, so that neither waits for the other; it ends where its input does, however this one ends.
spawn(
  process.execPath,
  [...process.execArgv, fileURLToPath(new URL('desk.ts', import.meta.url)), '--beside'],
  {
    stdio: ['pipe', 'inherit', 'inherit'],
  },
);
