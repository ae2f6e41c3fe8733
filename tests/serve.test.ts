import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, request as rawRequest } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { serve, type Listening } from '../scripts/serve.ts';

let folder: string;
const put = (path: string, content: string | Uint8Array) => {
  mkdirSync(join(folder, path, '..'), { recursive: true });
  writeFileSync(join(folder, path), content);
};
const long = 'words that repeat '.repeat(500);

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'verbatim-serve-'));
  put('site/index.html', '<!doctype html><title>home</title>');
  put('site/404.html', '<!doctype html><title>lost</title>');
  put('site/articles/x/index.html', `<!doctype html><title>é</title>${long}`);
  put('site/articles/x/source.txt', 'Café 😀\r\n');
  put('site/data/claims.jsonl', '{}\n');
  put('site/claims/x/anno.json', '{}\n');
  put('site/feed.xml', '<feed/>');
  put('site-secret/key.txt', 'not served');
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** A request whose path is sent as it stands: `fetch` would tidy it first. */
const raw = (port: number, path: string, headers: Record<string, string> = {}) =>
  new Promise<{
    status: number;
    headers: Record<string, string | string[] | undefined>;
    body: Buffer;
  }>((resolve, reject) => {
    const sent = rawRequest({ port, path, headers, host: '127.0.0.1' }, (response) => {
      const chunks: Buffer[] = [];
      response.on('data', (chunk: Buffer) => chunks.push(chunk));
      response.on('end', () =>
        resolve({
          status: response.statusCode!,
          headers: response.headers,
          body: Buffer.concat(chunks),
        }),
      );
    });
    sent.on('error', reject);
    sent.end();
  });

describe.each([['/'], ['/sub/deep/']])('a site served under %s', (base) => {
  let site: Listening;
  beforeAll(async () => {
    site = await serve(join(folder, 'site'), { base });
  });
  afterAll(() => site.close());
  const get = (path: string, headers?: Record<string, string>) =>
    raw(site.port, base + path, headers);

  test.each([
    ['', 'text/html; charset=utf-8'],
    ['articles/x/', 'text/html; charset=utf-8'],
    ['articles/x/source.txt', 'text/plain; charset=utf-8'],
    ['data/claims.jsonl', 'application/jsonl; charset=utf-8'],
    ['claims/x/anno.json', 'application/ld+json; charset=utf-8'],
    ['feed.xml', 'application/atom+xml; charset=utf-8'],
  ])('`%s` is %s', async (path, type) => {
    const { status, headers } = await get(path);
    expect(status).toBe(200);
    expect(headers['content-type']).toBe(type);
    expect(headers['x-content-type-options']).toBe('nosniff');
  });

  test('a source comes byte for byte', async () => {
    expect((await get('articles/x/source.txt')).body.toString()).toBe('Café 😀\r\n');
  });

  test('long texts are compressed for those who take it', async () => {
    for (const encoding of ['br', 'gzip']) {
      const { headers, body } = await get('articles/x/', { 'accept-encoding': encoding });
      expect(headers['content-encoding']).toBe(encoding);
      expect(body.length).toBeLessThan(long.length / 10);
    }
    expect((await get('articles/x/')).headers['content-encoding']).toBeUndefined();
    const range = await get('articles/x/', { 'accept-encoding': 'br', range: 'bytes=0-4' });
    expect([range.status, range.body.toString()]).toEqual([206, '<!doc']);
  });

  test('a folder without its slash is redirected, with the query', async () => {
    const { status, headers } = await get('articles/x?a=1');
    expect([status, headers['location']]).toEqual([301, `${base}articles/x/?a=1`]);
  });

  test.each([
    'nowhere/',
    'data/',
    '%E0%A4%A',
    'a%00b',
    '../site-secret/key.txt',
    '%2e%2e/site-secret/key.txt',
    '..%2fsite-secret/key.txt',
    '..%5csite-secret/key.txt',
  ])('`%s` is the page that says so', async (path) => {
    const { status, headers, body } = await get(path);
    expect([status, headers['content-type'], body.toString()]).toEqual([
      404,
      'text/html; charset=utf-8',
      '<!doctype html><title>lost</title>',
    ]);
  });

  test('`localhost` leads here by name', async () => {
    expect((await fetch(site.address)).status).toBe(200);
  });
});

test('the root leads to the base path', async () => {
  const site = await serve(join(folder, 'site'), { base: '/sub/' });
  expect((await raw(site.port, '/')).headers['location']).toBe('/sub/');
  expect((await raw(site.port, '/sub')).headers['location']).toBe('/sub/');
  expect((await raw(site.port, '/other')).status).toBe(404);
  await site.close();
});

describe('npm start', () => {
  const start = async (port: string) => {
    const child = spawn(process.execPath, ['scripts/start.ts'], {
      env: { ...process.env, PORT: port },
    });
    let output = '';
    child.stdout.on('data', (chunk) => {
      output += String(chunk);
    });
    child.stderr.on('data', (chunk) => {
      output += String(chunk);
    });
    const [status] = (await once(child, 'close')) as [number];
    return { status, output };
  };

  test('says that a port is taken, and builds nothing', async () => {
    const other = createServer().listen(0, '127.0.0.1');
    await once(other, 'listening');
    const { port } = other.address() as AddressInfo;
    const { status, output } = await start(String(port));
    other.close();
    expect(status).toBe(1);
    expect(output.replaceAll(String(port), 'N')).toMatchInlineSnapshot(`
      "Port N is taken by another program. Choose another one: PORT=4322 npm start
      "
    `);
  });

  test('says that a port is no port', async () => {
    expect(await start('http')).toMatchInlineSnapshot(`
      {
        "output": "PORT is \`http\`, expected a number from 0 to 65535.
      ",
        "status": 1,
      }
    `);
  });
});
