/** `npm run dev`: the live site, which follows the content folder, with the curation page at /curate/. */
import { watch } from 'node:fs';
import { dev } from 'astro';
import { curation } from '../src/curate/integration.ts';
import { curationState } from '../src/archive/waiting.ts';
import { contentFolder, readContent, recordsFolder, root } from '../src/build/content.ts';
import { describe, Refusal } from '../src/build/errors.ts';
import { portWanted } from '../src/build/port.ts';
import { settle } from '../src/build/put-in-place.ts';
import { errorsOf, runPipeline, writeRecords } from '../src/build/records.ts';
import { enter, project, siteFromEnvironment } from '../src/build/settings.ts';
import { guardTerminal } from '../src/build/terminal.ts';

guardTerminal();

const { named } = enter();
const port = wanted();
settle(root);
let last = runPipeline(readContent());
/** Makes the pages show the records as they are; set once there is a server. */
let refresh: () => void = () => {};
let base = '/';

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
  else {
    writeRecords(last, recordsFolder);
    refresh();
  }
  return errorsOf(last);
}

function wanted(): number {
  try {
    siteFromEnvironment();
    return portWanted();
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    console.error(error.message);
    process.exit(1);
  }
}

show();
// The pages read the records of the same content folder.
process.env.VERBATIM_RECORDS = recordsFolder;
const server = await dev({
  root: project,
  server: { port, host: 'localhost' },
  integrations: [
    curation(contentFolder, {
      state: () => curationState(last),
      changed: build,
      started(again, path) {
        refresh = again;
        base = path.replace(/\/?$/, '/');
      },
    }),
  ],
});
if (named) console.log(`Archive: ${root}`);
console.log(`Curation: http://localhost:${server.address.port}${base}curate/`);

let waiting: NodeJS.Timeout | undefined;
watch(contentFolder, { recursive: true }, () => {
  clearTimeout(waiting);
  waiting = setTimeout(build, 200);
});
