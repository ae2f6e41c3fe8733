/** `npm run desk`: the curator's desk in the browser, on this machine alone. */
import { guardTerminal } from '../src/build/terminal/terminal.ts';
import { deskCommand } from '../src/desk/server/command.ts';

guardTerminal();
await deskCommand();
