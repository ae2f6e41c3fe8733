/** `npm run add -- <files, folders, patterns, or - for standard input>`: takes in new sources. */
import { takeIn } from '../src/build/taking-in/add.ts';
import { guardTerminal } from '../src/build/terminal/terminal.ts';

guardTerminal();
await takeIn(process.argv.slice(2));
