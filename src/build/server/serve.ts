/** Serves a built site as a plain file host would: directories, types, compression, the 404 page. */
import { readFileSync, statSync, type Stats } from 'node:fs';
import {
  createServer,
  STATUS_CODES,
  type IncomingMessage,
  type Server,
  type ServerResponse,
} from 'node:http';
import type { AddressInfo } from 'node:net';
import { extname, join } from 'node:path';
import compression from 'http-compression';
import send from 'send';

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

function typeOf(path: string): string | undefined {
  if (path.endsWith('feed.xml')) return 'application/atom+xml; charset=utf-8';
  if (/\/(anno|annotations)\.json$/.test(path)) return 'application/ld+json; charset=utf-8';
  return TYPES[extname(path)];
}

/**
 * What answers requests for a site in `folder` that was built for the base path `base`. Whatever is
 * asked, a request is answered or its connection closed; none ends the server.
 */
export function siteHandler(folder: string, base = '/'): Handler {
  // the package's own levels are the lowest; file hosts take these or better
  const compress = compression({ level: { brotli: 6, gzip: 7 } });
  return (request, response) => {
    const failed = () => refuse(response);
    response.on('error', failed);
    try {
      answer(request, response, { folder, base, compress });
    } catch {
      failed();
    }
  };
}

interface Serving {
  folder: string;
  base: string;
  compress: ReturnType<typeof compression>;
}

function answer(
  request: IncomingMessage,
  response: ServerResponse,
  { folder, base, compress }: Serving,
): void {
  const [path = '/', query] = (request.url ?? '/').split('?');
  const suffix = query === undefined ? '' : `?${query}`;
  if (request.method !== 'GET' && request.method !== 'HEAD') {
    response.writeHead(405, { Allow: 'GET, HEAD' }).end();
    return;
  }
  if (!path.startsWith(base)) {
    if (path === '/' || `${path}/` === base) redirect(response, base + suffix);
    else notFound(folder, request, response);
    return;
  }
  const encoded = path.slice(base.length - 1);
  const inside = decode(encoded);
  // Two slashes at the beginning would be another host in the address of a redirect.
  if (!inside || encoded.startsWith('//') || inside.split(/[/\\]/).includes('..')) {
    notFound(folder, request, response);
    return;
  }
  if (!inside.endsWith('/') && isFolder(join(folder, inside))) {
    redirect(response, `${path}/${suffix}`);
    return;
  }
  const serve = () =>
    send(request, encoded, { root: folder, dotfiles: 'allow', cacheControl: false })
      .on('headers', (_: ServerResponse, file: string) => {
        const type = typeOf(file.replaceAll('\\', '/'));
        if (type) response.setHeader('Content-Type', type);
        response.setHeader('Cache-Control', 'no-cache');
        response.setHeader('X-Content-Type-Options', 'nosniff');
      })
      .on('directory', () => notFound(folder, request, response))
      .on('error', ({ status, headers }: { status: number; headers?: Record<string, string> }) => {
        if (status < 500 && ![412, 416].includes(status)) notFound(folder, request, response);
        else refuse(response, status, headers);
      })
      .pipe(response);
  response.setHeader('Vary', 'Accept-Encoding');
  // A range counts bytes of the file as it stands.
  const { headers } = request;
  if (headers.range) {
    headers.range = withinFile(headers.range, join(folder, inside));
    serve();
  } else compress(request, response, serve);
}

/**
 * The last 99 bytes of a file of ten are all of it (RFC 9110, 14.1.2), which `range-parser` 1.2.1
 * takes for a range that cannot be met.
 */
function withinFile(range: string, path: string): string {
  const suffix = Number(/^bytes=-(\d+)$/.exec(range)?.[1]);
  const file = path.endsWith('/') ? `${path}index.html` : path;
  return suffix > (statOf(file)?.size ?? 0) ? 'bytes=0-' : range;
}

/** Ends a request that cannot be answered; one whose answer has begun is cut off. */
function refuse(
  response: ServerResponse,
  status = 500,
  headers: Record<string, string> = {},
): void {
  if (response.headersSent) {
    response.destroy();
    return;
  }
  for (const name of response.getHeaderNames()) response.removeHeader(name);
  response.writeHead(status, { 'Content-Type': TYPES['.txt'], ...headers });
  response.end(`${STATUS_CODES[status] ?? 'Error'}\n`);
}

function decode(path: string): string | undefined {
  try {
    const decoded = decodeURIComponent(path);
    return decoded.includes('\0') ? undefined : decoded;
  } catch {
    return undefined;
  }
}

function statOf(path: string): Stats | undefined {
  try {
    return statSync(path);
  } catch {
    return undefined; // not there, or no name that a file could have
  }
}

const isFolder = (path: string) => statOf(path)?.isDirectory() ?? false;

const redirect = (response: ServerResponse, to: string) =>
  void response.writeHead(301, { Location: to }).end();

function notFound(folder: string, request: IncomingMessage, response: ServerResponse): void {
  let page: Buffer | undefined;
  try {
    page = readFileSync(join(folder, '404.html'));
  } catch {
    // a site without such a page, or one that is being replaced
  }
  const body = page ?? Buffer.from('Not found\n');
  response.writeHead(404, {
    'Content-Type': page ? TYPES['.html'] : TYPES['.txt'],
    'Content-Length': body.length,
  });
  response.end(request.method === 'HEAD' ? undefined : body);
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
