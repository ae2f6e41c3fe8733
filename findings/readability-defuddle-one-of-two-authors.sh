#!/bin/sh
# @mozilla/readability 0.6.0 and defuddle 0.19.4: a page with two authors, each in a meta element of its own as HTML allows, has only
# the last for the one and only the first for the other; of Dublin Core's and Open Graph's repeated elements it is the same.
# Needs Node 20 or later and npm; installs into a temporary folder. Fails if what is seen changes.
set -eu
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund --ignore-scripts --save-exact @mozilla/readability@0.6.0 defuddle@0.19.4 jsdom@26.1.0

cat >check.mjs <<'CODE'
import { JSDOM } from 'jsdom';
import { Readability } from '@mozilla/readability';
import { Defuddle } from 'defuddle/node';
const prose = '<p>The people of the two shores came to the hall in the evening and asked the board about the winter, the crew and the ' +
  'price of the crossing, and stayed until it was late.</p>';
const page = (key) => new JSDOM('<!doctype html><html lang="en"><head><title>Boats</title>' +
  ['Ida Berg', 'Leo Lund'].map((name) => `<meta ${key} content="${name}">`).join('') +
  `</head><body><article><h1>Boats</h1>${prose}${prose}${prose}</article></body></html>`, { url: 'https://post.example.org/boats' }).window.document;
for (const key of ['name="author"', 'name="dc.creator"', 'property="article:author"', 'name="citation_author"']) {
  const { byline } = new Readability(page(key)).parse();
  const { author } = await Defuddle(page(key), 'https://post.example.org/boats');
  console.log(JSON.stringify([key, byline, author]));
}
CODE

cat >expected.txt <<'SEEN'
["name=\"author\"","Leo Lund","Ida Berg"]
["name=\"dc.creator\"","Leo Lund",""]
["property=\"article:author\"","Leo Lund","Ida Berg"]
["name=\"citation_author\"",null,"Ida Berg, Leo Lund"]
SEEN

node check.mjs >seen.txt
diff expected.txt seen.txt
cat seen.txt
