/** `npm run --silent extract < texts.jsonl > quotes.jsonl`: claims out of any text, one line each. */
import { extract } from '../src/build/commands/extract.ts';
import { guardTerminal } from '../src/build/terminal/terminal.ts';

guardTerminal();
await extract(process.argv.slice(2));
