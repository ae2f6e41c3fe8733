import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, request as rawRequest } from 'node:http';
import { connect, type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { serve, type Listening } from '../../src/build/server/serve.ts';

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

describe('whatever is asked', () => {
  const text = '0123456789';
  let site: Listening;
  beforeAll(async () => {
    put('site/ten.txt', text);
    put('site/empty.txt', '');
    site = await serve(join(folder, 'site'));
  });
  afterAll(() => site.close());

  test.each([
    ['bytes=0-4', 206, '01234', 'bytes 0-4/10'],
    ['bytes=8-', 206, '89', 'bytes 8-9/10'],
    ['bytes=8-99', 206, '89', 'bytes 8-9/10'],
    ['bytes=-5', 206, '56789', 'bytes 5-9/10'],
    ['bytes=-99', 206, text, 'bytes 0-9/10'],
    ['bytes=0-0', 206, '0', 'bytes 0-0/10'],
    ['bytes=9-1', 416, null, 'bytes */10'],
    ['bytes=10-', 416, null, 'bytes */10'],
    ['bytes=-0', 416, null, 'bytes */10'],
    ['bytes=x-y', 200, text, undefined],
    ['bytes=', 200, text, undefined],
    ['bytes', 200, text, undefined],
    ['lines=1-2', 200, text, undefined],
    ['bytes=0-1,4-5', 200, text, undefined],
    ['bytes=1-2-3', 200, text, undefined],
    ['bytes=99999999999999999999-', 416, null, 'bytes */10'],
  ])('the range `%s` is answered with %i', async (range, status, body, said) => {
    const answer = await raw(site.port, '/ten.txt', { range });
    expect([answer.status, answer.headers['content-range']]).toEqual([status, said]);
    if (body !== null) expect(answer.body.toString()).toBe(body);
    expect((await raw(site.port, '/ten.txt')).body.toString()).toBe(text);
  });

  test('a range of an empty file and one of a page that is not there are answered', async () => {
    expect((await raw(site.port, '/empty.txt', { range: 'bytes=0-4' })).status).toBe(416);
    for (const path of ['/none.txt', '/data/', '/ten.txt/'])
      for (const range of ['bytes=9-1', 'bytes=-5'])
        expect((await raw(site.port, path, { range })).status).toBe(404);
    expect((await raw(site.port, '/', { range: 'bytes=-8' })).body.toString()).toBe('</title>');
  });

  test('a file that has not changed is not sent again', async () => {
    const { headers } = await raw(site.port, '/ten.txt');
    const etag = String(headers['etag']);
    for (const seen of [etag, `"other", ${etag}`, '*'])
      expect((await raw(site.port, '/ten.txt', { 'if-none-match': seen })).status).toBe(304);
    expect((await raw(site.port, '/ten.txt', { 'if-none-match': '"other"' })).status).toBe(200);
    expect((await raw(site.port, '/ten.txt', { 'if-match': '"other"' })).status).toBe(412);
  });

  test('two slashes at the beginning lead to no other host', async () => {
    const { status, headers } = await raw(site.port, '//articles/x');
    expect([status, headers['location']]).toEqual([404, undefined]);
  });

  /** What a server answers to bytes that need be no request; an empty text where it hangs up. */
  const send = (bytes: string) =>
    new Promise<string>((resolve) => {
      const socket = connect(site.port, '127.0.0.1');
      let answer = '';
      socket.on('data', (chunk) => (answer += String(chunk)));
      socket.on('error', () => {});
      socket.on('close', () => resolve(answer));
      socket.write(bytes);
    });
  const request = (path: string, headers = '', method = 'GET') =>
    `${method} ${path} HTTP/1.1\r\nHost: x\r\nConnection: close\r\n${headers}\r\n`;

  test.each([
    ['HEAD', request('/ten.txt', '', 'HEAD'), 200],
    ['HEAD of nothing', request('/none/', '', 'HEAD'), 404],
    ['HEAD with a range', request('/ten.txt', 'Range: bytes=-5\r\n', 'HEAD'), 206],
    ['POST', request('/ten.txt', 'Content-Length: 0\r\n', 'POST'), 405],
    ['TRACE', request('/ten.txt', '', 'TRACE'), 405],
    ['OPTIONS *', request('*', '', 'OPTIONS'), 405],
    ['an unknown method', request('/ten.txt', '', 'FETCH'), 400],
    ['GET *', request('*'), 404],
    ['an absolute address', request('http://other.example/ten.txt'), 404],
    ['a broken escape', request('/%E0%A4%A'), 404],
    ['an escaped NUL', request('/ten.txt%00'), 404],
    ['a NUL', request('/ten\0.txt'), 400],
    ['a line end', request('/ten%0d%0aX: y'), 400],
    ['a long path', request(`/${'a'.repeat(5000)}`), 404],
    ['a very long path', request(`/${'a'.repeat(50_000)}`), 431],
    ['huge headers', request('/ten.txt', `X: ${'y'.repeat(50_000)}\r\n`), 431],
    ['a file as a folder', request('/ten.txt/'), 404],
    ['a folder without a page', request('/data/'), 404],
    ['letters that are no ASCII', request('/é'), 400],
    ['no request', 'nonsense\r\n\r\n', 400],
  ])('%s is answered, and the server stands', async (_, bytes, status) => {
    expect(Number(/^HTTP\/1\.1 (\d+)/.exec(await send(bytes))?.[1])).toBe(status);
    expect((await raw(site.port, '/ten.txt')).body.toString()).toBe(text);
  });

  test('generated requests leave it standing', async () => {
    const piece = fc.oneof(
      fc.constantFrom('/', '..', '%', '%00', '%2e', '%2f', '\\', '?', '#', 'ten.txt', '-', 'é'),
      fc.string({ maxLength: 4, unit: 'binary' }),
    );
    const range = fc
      .array(fc.constantFrom('bytes', '=', '-', ',', ' ', '0', '9', '1e9', '-5', 'x'), {
        maxLength: 8,
      })
      .map((list) => list.join(''));
    await fc.assert(
      fc.asyncProperty(fc.array(piece, { maxLength: 6 }), range, async (path, asked) => {
        await send(request(`/${path.join('')}`, `Range: ${asked}\r\n`));
        await send(request('/ten.txt', `Range: ${asked}\r\n`));
        expect((await raw(site.port, '/ten.txt')).body.toString()).toBe(text);
      }),
      { numRuns: 60 },
    );
  });

  test('a reader who leaves in the middle of an answer leaves it standing', async () => {
    put('site/long.txt', 'words '.repeat(2_000_000));
    for (const headers of ['', 'Accept-Encoding: br\r\n', 'Range: bytes=5-\r\n']) {
      await new Promise<void>((resolve) => {
        const socket = connect(site.port, '127.0.0.1', () =>
          socket.write(request('/long.txt', headers)),
        );
        socket.on('error', () => {});
        socket.once('data', () => socket.destroy());
        socket.on('close', () => resolve());
      });
    }
    expect((await raw(site.port, '/ten.txt')).body.toString()).toBe(text);
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
