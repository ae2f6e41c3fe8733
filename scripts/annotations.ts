/** `npm run annotations`: takes other people's annotations in, and writes the archive's in their formats. */
import { guardTerminal } from '../src/build/terminal/terminal.ts';
import { annotationsCommand } from '../src/desk/exchange/command.ts';

guardTerminal();
await annotationsCommand();
