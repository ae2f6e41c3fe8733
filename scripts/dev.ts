/** `npm run dev`: the live site, which follows the content folder, and the desk beside it. */
import { spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { serveLive } from '../src/build/commands/dev.ts';
import { guardTerminal } from '../src/build/terminal/terminal.ts';

guardTerminal();
await serveLive();
// A process of its own, so that neither waits for the other; it ends where its input does, however this one ends.
spawn(
  process.execPath,
  [...process.execArgv, fileURLToPath(new URL('desk.ts', import.meta.url)), '--beside'],
  {
    stdio: ['pipe', 'inherit', 'inherit'],
  },
);
