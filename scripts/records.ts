/** `npm run records`: only the records, with every message. */
import { makeRecords } from '../src/build/commands/records.ts';
import { guardTerminal } from '../src/build/terminal/terminal.ts';

guardTerminal();
await makeRecords(process.argv.slice(2));
