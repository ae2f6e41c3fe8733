/**
 * `npm run lexicon`: makes the word lists in `src/languages/en/lexicon/tables` again, out of the tables of names,
 * places and titles that some packages hold. After a change of these packages' versions, and for nothing else.
 */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { project } from '../src/build/settings.ts';
import { guardTerminal } from '../src/build/terminal/terminal.ts';
import { lexiconFiles, TABLES } from '../src/training/lexicon/files.ts';

guardTerminal();

for (const [name, text] of lexiconFiles()) {
  writeFileSync(join(project, TABLES, name), text);
  console.log(`${join(TABLES, name)}: ${text.length} bytes`);
}
