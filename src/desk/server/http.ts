/** The desk's server: the page and its files, and what the page asks under `api/`. Loopback only. */
import { randomBytes } from 'node:crypto';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { z } from 'zod';
import { Act, Commit, NamesQuery, QueueQuery, Room, Stopped, type Problem } from '../api.ts';
import type { Desk } from '../desk.ts';
import { PastedSuggestions, SampleAnswered, SettledSuggestion } from '../review/messages.ts';
import { Reviewing } from '../review/reviewing.ts';
import { isOfPage, refusal, SAFE_HEADERS, tokenCookie } from './guard.ts';

/** The longest body of a request, in bytes. */
const LONGEST = 1_000_000;
/** How often a line is sent to a page that hears nothing, so that neither side takes the other for gone. */
const STILL_HERE = 25_000;

/** A file of the page. */
export interface PageFile {
  type: string;
  body: Uint8Array | string;
}

/** A request that cannot be answered, with what is wrong. */
class BadRequest extends Error {
  readonly status: number;
  readonly problems: readonly Problem[];

  constructor(status: number, problems: readonly Problem[]) {
    super(problems[0]?.message);
    this.status = status;
    this.problems = problems;
  }
}

const bad = (status: number, message: string, field: string | null = null): BadRequest =>
  new BadRequest(status, [{ message, path: null, line: null, field }]);

/** The values of a request by their schema. */
function checked<Schema extends z.ZodType>(schema: Schema, value: unknown): z.infer<Schema> {
  const result = schema.safeParse(value);
  if (result.success) return result.data;
  throw new BadRequest(
    422,
    result.error.issues.map((issue) => ({
      message: `${issue.path.join('.') || 'request'}: ${issue.message}`,
      path: null,
      line: null,
      field: issue.path.join('.') || null,
    })),
  );
}

type Asking = (asked: { path: string[]; query: Record<string, string> }) => unknown;

/** What may be asked for, by the first step of the path. */
const gets = (desk: Desk): Readonly<Record<string, Asking>> => ({
  session: () => desk.session(),
  queue: ({ query }) => desk.queue(checked(QueueQuery, query)),
  article: ({ path: [id = ''] }) => desk.article(id),
  names: ({ query }) => ({ hits: desk.names(checked(NamesQuery, query)) }),
  claims: ({ query }) => desk.claims(checked(z.strictObject({ q: z.string() }), query).q),
  filed: ({ path: [room = '', id = ''] }) => desk.filed(checked(Room, room), id),
  messages: () => desk.messages(),
  changes: () => desk.changes(),
  measure: () => new Reviewing(desk).measure(),
  sample: ({ path: [name = ''] }) => new Reviewing(desk).sample(name),
});

/** What may be sent. */
const posts = (desk: Desk): Readonly<Record<string, (body: unknown) => unknown>> => ({
  act: (body) => desk.act(checked(Act, body)),
  preview: (body) => desk.preview(checked(Act, body)),
  undo: () => desk.turn('undo'),
  redo: () => desk.turn('redo'),
  commit: (body) => desk.commit(checked(Commit, body).message),
  answer: (body) => new Reviewing(desk).answer(checked(SampleAnswered, body)),
  suggestions: (body) => new Reviewing(desk).suggest(checked(PastedSuggestions, body).text),
  suggestion: (body) => new Reviewing(desk).settle(checked(SettledSuggestion, body)),
  stopped: (body) => {
    desk.stop(checked(Stopped, body).key);
    return { ok: true };
  },
});

export interface DeskServer {
  server: Server;
  port: number;
  /** The address that a person opens. */
  address: string;
  /** What the page's requests must bring. */
  token: string;
  close(): Promise<void>;
}

/** Serves a desk on a port of this machine; port 0 is any free one. */
export async function serveDesk(
  desk: Desk,
  files: ReadonlyMap<string, PageFile>,
  port: number,
): Promise<DeskServer> {
  const token = randomBytes(24).toString('base64url');
  const pages = new Set<ServerResponse>();
  const [get, post] = [gets(desk), posts(desk)];
  let own = port;

  const answer = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const { method = '', headers } = request;
    const asked = { method, headers, from: request.socket.remoteAddress };
    const why = refusal(asked, own);
    if (why !== null) throw bad(403, why);
    const { pathname, searchParams } = new URL(request.url ?? '/', 'http://localhost');
    const [first = '', name = '', ...path] = pathname.split('/').slice(1).map(decoded);
    if (first !== 'api') {
      if (method !== 'GET' && method !== 'HEAD') throw bad(405, 'A file is only read.');
      sendFile(response, files.get(pathname === '/' ? 'index.html' : pathname.slice(1)), {
        isPage: pathname === '/',
        cookie: tokenCookie(own, token),
      });
      return;
    }
    if (!isOfPage(asked, own, token))
      throw bad(403, 'The request does not come from the desk’s page. Load the page again.');
    if (method === 'GET' && name === 'events') {
      follow(response);
      return;
    }
    const query = Object.fromEntries(searchParams);
    if (method === 'GET' && Object.hasOwn(get, name)) {
      const found = get[name]?.({ path, query });
      if (found === null) throw bad(404, 'There is nothing of this name in the archive.');
      sendJson(response, 200, found);
    } else if (method === 'POST' && Object.hasOwn(post, name))
      sendJson(response, 200, post[name]?.(await bodyOf(request)));
    else throw bad(404, `The desk does not know \`${method} ${pathname}\`.`);
  };

  const follow = (response: ServerResponse): void => {
    response.writeHead(200, { ...SAFE_HEADERS, 'content-type': 'text/event-stream' });
    response.write(': here\n\n');
    pages.add(response);
    response.on('close', () => pages.delete(response));
  };
  const end = desk.on((event) => {
    for (const page of pages) page.write(`data: ${JSON.stringify(event)}\n\n`);
  });
  const beat = setInterval(() => {
    for (const page of pages) page.write(': here\n\n');
  }, STILL_HERE);
  beat.unref();

  const server = createServer((request, response) => {
    answer(request, response).catch((error: unknown) => {
      const known = error instanceof BadRequest ? error : null;
      const problems = known?.problems ?? [
        { message: `A fault of the desk: ${String(error)}`, path: null, line: null, field: null },
      ];
      if (response.headersSent) response.destroy();
      else sendJson(response, known?.status ?? 500, { ok: false, problems });
    });
  });
  await listening(server, port);
  const found = server.address();
  own = typeof found === 'object' && found ? found.port : port;
  const second = await otherFamily(server, own);
  return {
    server,
    port: own,
    address: `http://localhost:${own}/`,
    token,
    close: async () => {
      end();
      clearInterval(beat);
      for (const page of pages) page.destroy();
      await Promise.all([server, ...(second ? [second] : [])].map(closed));
    },
  };
}

const decoded = (step: string): string => {
  try {
    return decodeURIComponent(step);
  } catch {
    throw bad(400, 'The address is not in order.');
  }
};

const listening = (server: Server, port: number, host = '127.0.0.1') =>
  new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, host, () => {
      server.off('error', reject);
      resolve();
    });
  });

/** The same answers at `::1`, where the machine has it: `localhost` may mean either. */
async function otherFamily(first: Server, port: number): Promise<Server | null> {
  const [handler] = first.listeners('request') as ((
    request: IncomingMessage,
    response: ServerResponse,
  ) => void)[];
  const server = createServer(handler);
  try {
    await listening(server, port, '::1');
    return server;
  } catch {
    return null;
  }
}

const closed = (server: Server) =>
  new Promise<void>((resolve) => {
    server.closeAllConnections();
    server.close(() => resolve());
  });

function sendJson(response: ServerResponse, status: number, value: unknown): void {
  response
    .writeHead(status, { ...SAFE_HEADERS, 'content-type': 'application/json; charset=utf-8' })
    .end(JSON.stringify(value));
}

function sendFile(
  response: ServerResponse,
  file: PageFile | undefined,
  { isPage, cookie }: { isPage: boolean; cookie: string },
): void {
  if (!file) throw bad(404, 'The desk has no such file.');
  response
    .writeHead(200, {
      ...SAFE_HEADERS,
      'content-type': file.type,
      ...(isPage && { 'set-cookie': cookie }),
    })
    .end(file.body);
}

/** The body of a request as JSON. */
async function bodyOf(request: IncomingMessage): Promise<unknown> {
  const type = request.headers['content-type'] ?? '';
  const chunks: Buffer[] = [];
  let bytes = 0;
  for await (const chunk of request as AsyncIterable<Buffer>) {
    bytes += chunk.length;
    if (bytes > LONGEST) throw bad(413, `The request is longer than ${LONGEST / 1e6} MB.`);
    chunks.push(chunk);
  }
  if (bytes === 0) return {};
  if (!/^application\/json\b/i.test(type)) throw bad(415, 'Expected a body of JSON.');
  try {
    return JSON.parse(Buffer.concat(chunks).toString('utf8'));
  } catch {
    throw bad(400, 'The body is no JSON.');
  }
}
