#!/bin/sh
# warcio 2.4.11: an answer whose status line has no header lines behind it, as old servers sent, is read without its body: the text is
# empty, with no error, and one header line brings it back.
# Needs Node 20 or later and npm; installs into a temporary folder. Fails if what is seen changes.
set -eu
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund --ignore-scripts --save-exact warcio@2.4.11

cat >check.mjs <<'CODE'
import { WARCParser } from 'warcio';
const text = async (http) => {
  const block = `${http}\r\n\r\nThe ferry stays.`;
  const file = ['WARC/1.0', 'WARC-Type: response', 'WARC-Record-ID: <urn:uuid:5>', 'WARC-Date: 2021-05-04T10:00:00Z', 'WARC-Target-URI: http://example.org/',
    'Content-Type: application/http; msgtype=response', `Content-Length: ${block.length}`, '', block, '', ''].join('\r\n');
  const record = await new WARCParser([Buffer.from(file)]).parse();
  return JSON.stringify([record.httpHeaders?.statusCode, await record.contentText()]);
};
console.log(await text('HTTP/1.0 200 OK'));
console.log(await text('HTTP/1.0 200 OK\r\nServer: old'));
CODE

cat >expected.txt <<'SEEN'
[200,""]
[200,"The ferry stays."]
SEEN

node check.mjs >seen.txt
diff expected.txt seen.txt
cat seen.txt
