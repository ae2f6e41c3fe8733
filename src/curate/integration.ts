/** The curation page of `npm run dev`; it is no part of a built site. */
import { existsSync, readFileSync, rmSync } from 'node:fs';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { join } from 'node:path';
import type { AstroIntegration } from 'astro';
import writeFileAtomic from 'write-file-atomic';
import { decisionOf, entryOf, withDecision, type Checked } from './decisions.ts';
import { withClaimEntry } from './entries.ts';
import type { CurationState } from '../archive/waiting.ts';
import type { LivePart } from '../build/commands/dev.ts';
import { inHtml } from '../text/escape.ts';

const LONGEST = 100_000;

export interface Curated {
  /** What the content folder holds now; a decision is checked against it. */
  state(): CurationState;
  /** Called after a decision was written: builds the records anew, and gives every error in the content folder. */
  changed(): readonly string[];
  /** Called when the server is there: `refresh` makes its pages read the records again; `base` is its base path. */
  started?(refresh: () => void, base: string): void;
}

/** What is used here of Vite's server. */
interface Server {
  middlewares: {
    use(
      handle: (request: IncomingMessage, response: ServerResponse, next: () => void) => void,
    ): void;
  };
  environments: Record<string, { moduleGraph: { invalidateAll(): void } }>;
  ws: { send(message: { type: 'full-reload' }): void };
}

interface Answer {
  status: number;
  title: string;
  lines: string[];
}

/** Answers a decision that the curation page sends; writes nothing unless all of it is in order. */
export function decide(contentFolder: string, curated: Curated, form: URLSearchParams): Answer {
  // The folder may have been edited by hand since the page was shown.
  const known = new Set(curated.changed());
  const state = curated.state();
  const change: Checked<{ path: string; make(text: string | null): string }> =
    form.get('kind') === 'correction'
      ? mapped(entryOf(form, state), ({ article, entry }) => ({
          path: `articles/${article}.md`,
          make: (text: string | null) => withClaimEntry(text, entry),
        }))
      : mapped(decisionOf(form, state), (decision) => ({
          path: 'ledger/decisions.yaml',
          make: (text: string | null) => withDecision(text, decision),
        }));
  if ('problems' in change) return refused(change.problems);
  const path = join(contentFolder, change.value.path);
  const before = existsSync(path) ? readFileSync(path, 'utf8') : null;
  let after: string;
  try {
    after = change.value.make(before);
  } catch (error) {
    return refused([(error as Error).message]);
  }
  writeFileAtomic.sync(path, after);
  const problems = curated.changed().filter((problem) => !known.has(problem));
  if (problems.length === 0)
    return {
      status: 200,
      title: `Written to content/${change.value.path}`,
      lines: ['git shows the change; the records were built anew.'],
    };
  // What the checks above could not see: the file is put back as it was.
  if (before === null) rmSync(path);
  else writeFileAtomic.sync(path, before);
  curated.changed();
  return refused(problems);
}

const mapped = <A, B>(checked: Checked<A>, to: (value: A) => B): Checked<B> =>
  'problems' in checked ? checked : { value: to(checked.value) };
const refused = (lines: string[]): Answer => ({ status: 422, title: 'Nothing was written', lines });

/** Whether a page elsewhere on the web sent the form: it must not be able to write into the cards. */
export function isForeign(origin: string | undefined, host: string | undefined): boolean {
  if (origin === undefined) return false;
  return !URL.canParse(origin) || new URL(origin).host !== host;
}

/** The integration for Astro's dev server. */
export function curation(contentFolder: string, curated: Curated): AstroIntegration {
  let answering = false;
  /** A page told to load again while its form is answered would never show the answer. */
  const decided = (form: URLSearchParams): Answer => {
    answering = true;
    try {
      return decide(contentFolder, curated, form);
    } finally {
      answering = false;
    }
  };
  const answer = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const { status, title, lines } = isForeign(request.headers.origin, request.headers.host)
      ? {
          status: 403,
          title: 'Nothing was written',
          lines: ['Only the curation page may do this.'],
        }
      : await formOf(request)
          .then(decided)
          .catch((error: unknown) => refused([(error as Error).message]));
    response
      .writeHead(status, { 'content-type': 'text/html; charset=utf-8' })
      .end(page(title, lines));
  };
  let refresh = () => {};
  return {
    name: 'verbatim:curation',
    hooks: {
      'astro:config:done': ({ config }) => {
        curated.started?.(() => refresh(), config.base);
      },
      'astro:config:setup': ({ injectRoute, updateConfig }) => {
        // answered at each request, since the page of a long list stands in the query
        injectRoute({
          pattern: '/curate',
          entrypoint: new URL('./curate.astro', import.meta.url),
          prerender: false,
        });
        // a Vite plugin, since Astro answers every address before an integration's own handler is asked
        const plugin = {
          name: 'verbatim:curation',
          configureServer: (server: Server) => {
            server.middlewares.use((request, response, next) =>
              request.method === 'POST' && request.url?.endsWith('/curate/decide/')
                ? void answer(request, response)
                : next(),
            );
            refresh = () => {
              for (const { moduleGraph } of Object.values(server.environments))
                moduleGraph.invalidateAll();
              // What was written is seen by the watcher of the folder, which then tells the other pages.
              if (!answering) server.ws.send({ type: 'full-reload' });
            };
          },
        };
        updateConfig({ vite: { plugins: [plugin] } });
      },
    },
  };
}

async function formOf(request: IncomingMessage): Promise<URLSearchParams> {
  const chunks: Buffer[] = [];
  let bytes = 0;
  for await (const chunk of request as AsyncIterable<Buffer>) {
    bytes += chunk.length;
    if (bytes > LONGEST) throw new Error('The form is too long.');
    chunks.push(chunk);
  }
  return new URLSearchParams(Buffer.concat(chunks).toString());
}

/** Astro's pages know nothing of a request, so the answer is a page of its own; going back finds the form as it was filled in. */
const page = (title: string, lines: readonly string[]): string => `<!doctype html>
<html lang="en"><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><meta name="color-scheme" content="light dark"><title>${inHtml(title)}</title>
<body style="font: 1rem/1.5 system-ui, sans-serif; max-width: 40rem; margin: 2rem auto; padding: 0 1rem; overflow-wrap: anywhere">
<h1 style="font-size: 1.5rem">${inHtml(title)}</h1><ul>${lines.map((line) => `<li>${inHtml(line)}</li>`).join('')}</ul>
<p><a href="../">Back to the curation page</a></p></body></html>
`;

/** The page among the parts of the live site; where there is no server yet, nothing is refreshed. */
export const curationPart: LivePart = {
  name: 'Curation',
  page: 'curate/',
  integration: ({ contentFolder, ...live }) => curation(contentFolder, live),
};
