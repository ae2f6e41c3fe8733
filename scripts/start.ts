/** `npm start`: builds the site where anything changed since the last build, then serves it. */
import { start } from '../src/build/commands/start.ts';
import { guardTerminal } from '../src/build/terminal/terminal.ts';

guardTerminal();
await start(process.argv.slice(2));
