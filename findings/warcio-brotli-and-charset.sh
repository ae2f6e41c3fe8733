#!/bin/sh
# warcio 2.4.11: `contentText()` unpacks a payload of `Content-Encoding: gzip`, but hands out one of `br`, which most servers send, as
# it is packed, without an error; and it reads every text as UTF-8, whatever `charset` the record's own Content-Type states.
# Needs Node 20 or later and npm; installs into a temporary folder. Fails if what is seen changes.
set -eu
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund --ignore-scripts --save-exact warcio@2.4.11

cat >check.mjs <<'CODE'
import { brotliCompressSync, gzipSync } from 'node:zlib';
import { WARCParser } from 'warcio';

const lines = (...all) => Buffer.from(all.join('\r\n') + '\r\n\r\n');
function record(headers, body) {
  const payload = Buffer.concat([lines('HTTP/1.1 200 OK', ...headers), body]);
  const head = lines(
    'WARC/1.1',
    'WARC-Type: response',
    'WARC-Record-ID: <urn:uuid:00000000-0000-4000-8000-000000000001>',
    'WARC-Target-URI: https://example.org/',
    'WARC-Date: 2021-03-14T10:00:00Z',
    'Content-Type: application/http; msgtype=response',
    `Content-Length: ${payload.length}`,
  );
  return Buffer.concat([head, payload, Buffer.from('\r\n\r\n')]);
}
async function read(name, headers, body) {
  for await (const one of new WARCParser([record(headers, body)]))
    console.log(`${name}: ${(await one.contentText()) === 'Café am Hafen' ? 'as it was' : 'other text'}`);
}
const text = Buffer.from('Café am Hafen');
const plain = 'Content-Type: text/html; charset=utf-8';
await read('gzip', [plain, 'Content-Encoding: gzip'], gzipSync(text));
await read('br', [plain, 'Content-Encoding: br'], brotliCompressSync(text));
await read('iso-8859-1', ['Content-Type: text/html; charset=iso-8859-1'], Buffer.from('Café am Hafen', 'latin1'));
CODE

cat >expected.txt <<'SEEN'
gzip: as it was
br: other text
iso-8859-1: other text
SEEN

node check.mjs >seen.txt
diff expected.txt seen.txt
cat seen.txt
