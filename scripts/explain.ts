/** `npm run explain -- <article>`: what each stage found in one article, and why, in words. */
import { explain } from '../src/build/commands/explain.ts';
import { guardTerminal } from '../src/build/terminal/terminal.ts';

guardTerminal();
explain(process.argv.slice(2));
