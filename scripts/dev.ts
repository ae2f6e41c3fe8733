/** `npm run dev`: the live site, which follows the content folder, with the curation page at /curate/. */
import { watch } from 'node:fs';
import { resolve } from 'node:path';
import { dev } from 'astro';
import { curation } from '../src/curate/integration.ts';
import { curationState } from '../src/curate/waiting.ts';
import { contentFolder, readContent, recordsFolder, root } from './lib/content.ts';
import { describe } from './lib/errors.ts';
import { settle } from './lib/publish.ts';
import { errorsOf, runPipeline, writeRecords } from './lib/records.ts';
import { guardTerminal } from './lib/terminal.ts';

guardTerminal();

settle(root);
let last = runPipeline(readContent());

/** Builds the records anew; gives every error. */
function build(): string[] {
  try {
    last = runPipeline(readContent());
    return show();
  } catch (error) {
    const words = describe(error);
    console.error(`${words}\nThe site keeps showing the records from before.`);
    return words.split('\n');
  }
}

function show(): string[] {
  if (last.report) console.error(last.report);
  if (last.errors > 0)
    console.error(`${last.errors} errors: the site keeps showing the records from before.`);
  else writeRecords(last, recordsFolder);
  return errorsOf(last);
}

show();
// The pages read the records of the same content folder.
process.env.VERBATIM_RECORDS = recordsFolder;
const port = Number(process.env.PORT ?? 4321);
const server = await dev({
  root: resolve(import.meta.dirname, '..'),
  server: { port, host: 'localhost' },
  integrations: [curation(contentFolder, { state: () => curationState(last), changed: build })],
});
console.log(`Curation: http://localhost:${server.address.port}/curate/`);

let waiting: NodeJS.Timeout | undefined;
watch(contentFolder, { recursive: true }, () => {
  clearTimeout(waiting);
  waiting = setTimeout(build, 200);
});
