/** The live site, which follows the content folder. */
import { watch } from 'node:fs';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { stripVTControlCharacters } from 'node:util';
import { dev, type AstroIntegration } from 'astro';
import { contentFolder, recordsFolder, root } from '../archive-files/content.ts';
import { LiveRecords } from '../archive-files/live-records.ts';
import { holdsRecords } from '../archive-files/records.ts';
import { settle } from '../putting-in-place/put-in-place.ts';
import {
  enter,
  portWanted,
  project,
  refuseFurther,
  siteFromEnvironment,
  useRecords,
} from '../settings.ts';
import { inHtml } from '../../text/escape.ts';
import { RECORDS_WRITTEN } from '../../model/records-written.ts';
import { count } from '../../model/wording.ts';
import { describe, Refusal } from '../terminal/errors.ts';

/** What one save makes of a folder comes within so many milliseconds. */
const SETTLED = 50;

/** So many articles show the way that every change goes. */
const REHEARSED = 3;

/** What is shown where the content as it is gives no records. */
const shownInstead = (): string =>
  holdsRecords(recordsFolder)
    ? 'The site keeps showing the records from before.'
    : 'There is nothing to show until it is mended.';

/** What a reader's browser gets where there are no records yet: all that was said in the terminal. */
const nothingYet = (said: string): string =>
  `<!doctype html>
<html lang="en">
<meta charset="utf-8">
<title>Nothing to show yet</title>
<script type="module" src="/@vite/client"></script>
<h1>Nothing to show yet</h1>
<pre style="white-space: pre-wrap">${inHtml(stripVTControlCharacters(said))}</pre>
</html>
`;

type Handler = (request: IncomingMessage, response: ServerResponse, next: () => void) => void;

/** What is used here of Vite's server. */
interface Server {
  middlewares: { use(handler: Handler): void };
  environments: Record<string, { hot: { send(event: string, data: unknown): void } }>;
  ws: { send(message: { type: 'full-reload' }): void };
}

/** Serves until it is stopped. */
export async function serveLive(): Promise<void> {
  const { named } = enter();
  const port = wanted();
  settle(root);
  const records = new LiveRecords(root);
  let said = '';
  const pages = livePages(() => said);

  function say(...lines: readonly string[]): void {
    said = lines.filter(Boolean).join('\n');
    if (said) console.error(said);
  }

  let articles: readonly string[] = [];

  function follow(): void {
    try {
      const read = records.read();
      articles = read.archive.articles.map(({ id }) => id);
      const failed = read.errors > 0 ? `${count(read.errors, 'error')}. ${shownInstead()}` : '';
      say(read.brief, failed);
      if (!failed) pages.refresh(records.write(read, recordsFolder));
    } catch (error) {
      say(describe(error), shownInstead());
    }
  }

  let waiting: NodeJS.Timeout | undefined;
  // Watched before anything is read: what is saved while the server starts is followed as well.
  watch(contentFolder, { recursive: true }, () => {
    clearTimeout(waiting);
    waiting = setTimeout(follow, SETTLED);
  });
  follow();
  // The pages read the records of the same content folder.
  useRecords(recordsFolder);
  const server = await dev({
    root: project,
    server: { port, host: 'localhost' },
    // Files whose names a page makes, such as a logo, have no slash at their end.
    trailingSlash: 'ignore',
    integrations: [pages.integration],
  });
  if (named) console.log(`Archive: ${root}`);
  const address = `http://localhost:${server.address.port}${pages.base()}`;
  console.log(`Live site: ${address}`);

  /** Goes the way of a change and of the page that shows it, before a person does, who would wait for it. */
  async function rehearse(): Promise<void> {
    for (const id of articles.slice(0, REHEARSED)) {
      records.rehearse(id);
      pages.forget([]);
      await (await fetch(`${address}articles/${id}/`)).arrayBuffer();
    }
  }
  // Where it cannot be done, the first change is only slower.
  void rehearse().catch(() => undefined);
}

/**
 * Pages that can be told to read the records again; where there is no server yet, nothing is told. Where there are no
 * records they show what was said of them.
 */
function livePages(said: () => string) {
  let base = '/';
  let forget: (written: readonly string[]) => void = () => {};
  let reload = (): void => {};
  const integration: AstroIntegration = {
    name: 'verbatim:live-pages',
    hooks: {
      'astro:config:done': ({ config }) => {
        base = config.base.replace(/\/?$/, '/');
      },
      'astro:server:setup': ({ server }) => {
        const { environments, ws, middlewares } = server as unknown as Server;
        middlewares.use(({ url = '' }, response, next) => {
          // Vite's own files have an @ before their names.
          if (/^\/@|^\/node_modules\//.test(url) || holdsRecords(recordsFolder)) return next();
          response
            .writeHead(503, { 'content-type': 'text/html; charset=utf-8' })
            .end(nothingYet(said()));
        });
        reload = () => ws.send({ type: 'full-reload' });
        forget = (written) => {
          for (const { hot } of Object.values(environments)) {
            hot.send(RECORDS_WRITTEN, written);
            // Astro 7.3.5 keeps which addresses a page has until it is told so.
            hot.send('astro:content-changed', {});
          }
        };
      },
    },
  };
  return {
    integration,
    base: () => base,
    /** Pages that are asked for next read these records anew. */
    forget: (written: readonly string[]) => forget(written),
    /** The same, and pages that are open in a browser are loaded again. */
    refresh: (written: readonly string[]) => {
      forget(written);
      reload();
    },
  };
}

/** The port; what arguments or the environment cannot mean ends the command. */
function wanted(): number {
  try {
    siteFromEnvironment();
    const { port, args } = portWanted(process.argv.slice(2));
    refuseFurther(args, 'Usage: npm run dev -- [--archive <folder>] [--port <number>]');
    return port;
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    console.error(error.message);
    process.exit(1);
  }
}
