/** `npm run dev`: the live site, which follows the content folder, with the curation page at /curate/. */
import { watch } from 'node:fs';
import { dev } from 'astro';
import { curation } from '../src/curate/integration.ts';
import { contentFolder, readContent, recordsFolder, root } from './lib/content.ts';
import { settle } from './lib/publish.ts';
import { runPipeline, writeRecords } from './lib/records.ts';

async function build(): Promise<void> {
  const result = runPipeline(readContent());
  if (result.report) console.error(result.report);
  if (result.errors > 0) console.error(`${result.errors} errors: the site keeps showing the records from before.`);
  else writeRecords(result, recordsFolder);
}

settle(root);
await build();
const port = Number(process.env.PORT ?? 4321);
const server = await dev({ root, server: { port, host: 'localhost' }, integrations: [curation(contentFolder, build)] });
console.log(`Curation: http://localhost:${server.address.port}/curate/`);

let waiting: NodeJS.Timeout | undefined;
watch(contentFolder, { recursive: true }, () => {
  clearTimeout(waiting);
  waiting = setTimeout(() => void build(), 200);
});
