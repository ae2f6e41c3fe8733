#!/bin/sh
# defuddle 0.19.4: a first sentence that begins with "By", as in "By Monday the boat had left.", makes the page's author (without the
# "By"), and who is the author is also the name of the website, so both fields of a citation are words of the text.
# Needs Node 20 or later and npm; installs into a temporary folder. Fails if what is seen changes.
set -eu
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund --ignore-scripts --save-exact defuddle@0.19.4 jsdom@26.1.0

cat >check.mjs <<'CODE'
import { JSDOM } from 'jsdom';
import { Defuddle } from 'defuddle/node';
const prose = '<p>The people of the two shores came to the hall in the evening and asked the board about the winter, the crew and the ' +
  'price of the crossing, and stayed until it was late.</p>';
const read = async (first, head = '') => {
  const html = `<!doctype html><html lang="en"><head><title>Boats</title>${head}</head><body><article><h1>Boats</h1>` +
    `${first}${prose}${prose}</article></body></html>`;
  const { author, site } = await Defuddle(new JSDOM(html).window.document, 'https://post.example.org/boats');
  return JSON.stringify({ author, site });
};
console.log(await read('<p>By Monday the boat had left.</p>'));
console.log(await read('<p>On Monday the boat had left.</p>'));
console.log(await read('<p>On Monday the boat had left.</p>', '<meta name="author" content="Ida Berg">'));
CODE

cat >expected.txt <<'SEEN'
{"author":"Monday the boat had left.","site":"Monday the boat had left."}
{"author":"","site":"post.example.org"}
{"author":"Ida Berg","site":"Ida Berg"}
SEEN

node check.mjs >seen.txt
diff expected.txt seen.txt
cat seen.txt
