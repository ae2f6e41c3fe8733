/**
 * `npm run lib`: the library that other programs import, in `lib/`: JavaScript for Node 20 and types. `npm pack` does
 * so first; `npm pack ./lib` makes a package of it alone, which asks for no more than it needs.
 */
import { buildLibrary } from '../src/build/tools/library.ts';
import { guardTerminal } from '../src/build/terminal/terminal.ts';

guardTerminal();
try {
  console.error(await buildLibrary());
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
}
