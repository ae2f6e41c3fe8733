/** `npm run new -- <folder> [--name "NAME"] [--sample]`: begins an archive of one's own. */
import { beginArchive } from '../src/build/beginning/new.ts';
import { guardTerminal } from '../src/build/terminal/terminal.ts';

guardTerminal();
await beginArchive(process.argv.slice(2));
