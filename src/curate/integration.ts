/** The curation page of `npm run dev`; it is no part of a built site. */
import { existsSync, readFileSync } from 'node:fs';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { join } from 'node:path';
import type { AstroIntegration } from 'astro';
import writeFileAtomic from 'write-file-atomic';
import type { ClaimEntry } from '../lib/cards/schema.ts';
import { ClaimId, Slug } from '../lib/schema.ts';
import { withClaimEntry } from './entries.ts';

const LONGEST = 100_000;

/** `changed` is called after a decision was written, so that the records can be built anew. */
export function curation(contentFolder: string, changed: () => Promise<void>): AstroIntegration {
  const decide = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const back = (note: string) => void response.writeHead(303, { location: `../?note=${encodeURIComponent(note)}` }).end();
    // a page elsewhere on the web must not be able to write into the cards
    const { origin } = request.headers;
    if (origin && new URL(origin).host !== request.headers.host) return void response.writeHead(403).end('Only the curation page may do this.');
    try {
      const form = await formOf(request);
      const note = form.get('orphan') ? decideOrphan(contentFolder, form) : decideClaim(contentFolder, form);
      await changed();
      back(note);
    } catch (error) {
      back((error as Error).message);
    }
  };
  return {
    name: 'verbatim:curation',
    hooks: {
      'astro:config:setup': ({ injectRoute, updateConfig }) => {
        injectRoute({ pattern: '/curate', entrypoint: new URL('./curate.astro', import.meta.url) });
        // a Vite plugin, since Astro answers every address before an integration's own handler is asked
        const plugin = {
          name: 'verbatim:curation',
          configureServer: ({ middlewares }: { middlewares: { use(handle: (request: IncomingMessage, response: ServerResponse, next: () => void) => void): void } }) => {
            middlewares.use((request, response, next) => (request.method === 'POST' && request.url?.endsWith('/curate/decide/') ? void decide(request, response) : next()));
          },
        };
        updateConfig({ vite: { plugins: [plugin] } });
      },
    },
  };
}

async function formOf(request: IncomingMessage): Promise<URLSearchParams> {
  let body = '';
  for await (const chunk of request) {
    body += chunk;
    if (body.length > LONGEST) throw new Error('The form is too long.');
  }
  return new URLSearchParams(body);
}

function decideClaim(contentFolder: string, form: URLSearchParams): string {
  const article = Slug.parse(form.get('article'));
  const action = form.get('action');
  const why = form.get('why')?.trim();
  const entry: ClaimEntry = { words: form.get('words') ?? '' };
  if (action === 'confirm') entry.confirm = true;
  else if (action === 'drop') entry.drop = true;
  else if (action === 'speaker') entry.speaker = form.get('speaker') ? Slug.parse(form.get('speaker')) : null;
  else throw new Error('Choose what to do with the claim.');
  if (why) entry.why = why;
  const path = join(contentFolder, 'articles', `${article}.md`);
  writeFileAtomic.sync(path, withClaimEntry(existsSync(path) ? readFileSync(path, 'utf8') : null, entry));
  return `Written to content/articles/${article}.md`;
}

function decideOrphan(contentFolder: string, form: URLSearchParams): string {
  const claim = ClaimId.parse(form.get('orphan'));
  const action = form.get('action');
  const why = form.get('why')?.trim() || 'decided by the curator';
  const line =
    action === 'withdraw'
      ? `- claim: ${claim}\n  withdrawn: ${JSON.stringify(why)}\n`
      : `- claim: ${claim}\n  ${action === 'supersede' ? 'superseded-by' : 'confirm'}: ${ClaimId.parse(form.get('candidate'))}\n  because: ${JSON.stringify(why)}\n`;
  const path = join(contentFolder, 'ledger/decisions.yaml');
  writeFileAtomic.sync(path, `${existsSync(path) ? `${readFileSync(path, 'utf8').trimEnd()}\n` : ''}${line}`);
  return 'Written to content/ledger/decisions.yaml';
}
