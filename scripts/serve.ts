/** Serves a built site as a plain file host would: directories, types, compression, the 404 page. */
import { existsSync, readFileSync, statSync } from 'node:fs';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { extname, join } from 'node:path';
import compression from 'http-compression';
import sirv from 'sirv';

type Handler = (request: IncomingMessage, response: ServerResponse) => void;

/** Types of the archive's own files; a text without its encoding would be guessed by the browser. */
const TYPES: Record<string, string> = {
  '.html': 'text/html; charset=utf-8',
  '.txt': 'text/plain; charset=utf-8',
  '.md': 'text/markdown; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.jsonl': 'application/jsonl; charset=utf-8',
  '.csv': 'text/csv; charset=utf-8',
  '.xml': 'application/xml; charset=utf-8',
  '.bib': 'application/x-bibtex; charset=utf-8',
  '.ris': 'application/x-research-info-systems; charset=utf-8',
};

const typeOf = (path: string): string | undefined =>
  path.endsWith('feed.xml')
    ? 'application/atom+xml; charset=utf-8'
    : /\/(anno|annotations)\.json$/.test(path)
      ? 'application/ld+json; charset=utf-8'
      : TYPES[extname(path)];

/** What answers requests for a site in `folder` that was built for the base path `base`. */
export function siteHandler(folder: string, base = '/'): Handler {
  const files = sirv(folder, {
    dev: true, // reads the disk at each request, so that a new build is served at once
    etag: true,
    dotfiles: true,
    onNoMatch: (_, response) => notFound(folder, response),
    setHeaders(response, path) {
      const type = typeOf(path.endsWith('/') || extname(path) === '' ? `${path}index.html` : path);
      if (type) response.setHeader('Content-Type', type);
      response.setHeader('X-Content-Type-Options', 'nosniff');
    },
  });
  // the package's own levels are the lowest; file hosts take these or better
  const compress = compression({ level: { brotli: 6, gzip: 7 } });
  return (request, response) => {
    const [path = '/', query] = (request.url ?? '/').split('?');
    const suffix = query === undefined ? '' : `?${query}`;
    if (request.method !== 'GET' && request.method !== 'HEAD') {
      response.writeHead(405, { Allow: 'GET, HEAD' }).end();
      return;
    }
    if (!path.startsWith(base)) {
      if (path === '/' || `${path}/` === base) redirect(response, base + suffix);
      else notFound(folder, response);
      return;
    }
    const inside = decode(path.slice(base.length - 1));
    if (inside === undefined || inside.split(/[/\\]/).includes('..')) {
      notFound(folder, response);
      return;
    }
    if (!inside.endsWith('/') && isFolder(join(folder, inside))) {
      redirect(response, `${path}/${suffix}`);
      return;
    }
    request.url = path.slice(base.length - 1) + suffix;
    const send = () => files(request, response);
    response.setHeader('Vary', 'Accept-Encoding');
    // A range counts bytes of the file as it stands.
    if (request.headers.range) send();
    else compress(request, response, send);
  };
}

function decode(path: string): string | undefined {
  try {
    const decoded = decodeURIComponent(path);
    return decoded.includes('\0') ? undefined : decoded;
  } catch {
    return undefined;
  }
}

const isFolder = (path: string) => existsSync(path) && statSync(path).isDirectory();

const redirect = (response: ServerResponse, to: string) =>
  void response.writeHead(301, { Location: to }).end();

function notFound(folder: string, response: ServerResponse) {
  const page = join(folder, '404.html');
  response.writeHead(404, { 'Content-Type': existsSync(page) ? TYPES['.html'] : TYPES['.txt'] });
  response.end(existsSync(page) ? readFileSync(page) : 'Not found\n');
}

export interface Listening {
  /** Of the site's root, base path included; ends with a slash. */
  address: string;
  port: number;
  close(): Promise<void>;
}

/** A port that another program holds. */
export class PortTakenError extends Error {
  override name = 'PortTakenError';
}

/**
 * Listens on this machine only, under both of its addresses, or on `host`. Port 0 takes any free port.
 * Throws `PortTakenError` with the system's code.
 */
export async function listen(
  handler: Handler,
  port: number,
  base = '/',
  host?: string,
): Promise<Listening> {
  const first = await open(handler, port, host ?? '127.0.0.1');
  const actual = (first.address() as AddressInfo).port;
  const servers = [first];
  if (!host) {
    try {
      servers.push(await open(handler, actual, '::1'));
    } catch (error) {
      // A machine without IPv6 has one address less.
      if (error instanceof PortTakenError) {
        first.close();
        throw error;
      }
    }
  }
  return {
    address: `http://${host ?? 'localhost'}:${actual}${base}`,
    port: actual,
    async close() {
      await Promise.all(
        servers.map(
          (server) =>
            new Promise((resolve) => {
              server.close(resolve);
              server.closeAllConnections();
            }),
        ),
      );
    },
  };
}

const open = (handler: Handler, port: number, host: string): Promise<Server> =>
  new Promise((resolve, reject) => {
    const server = createServer(handler);
    server.once('error', (error: NodeJS.ErrnoException) =>
      reject(
        error.code === 'EADDRINUSE' || error.code === 'EACCES'
          ? new PortTakenError(error.code, { cause: error })
          : error,
      ),
    );
    server.listen(port, host, () => resolve(server));
  });

/** Serves a built site on a free port: for tests and tools. */
export const serve = (
  folder: string,
  { port = 0, base = '/' }: { port?: number; base?: string } = {},
): Promise<Listening> => listen(siteHandler(folder, base), port, base);
