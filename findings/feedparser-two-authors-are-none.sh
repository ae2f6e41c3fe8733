#!/bin/sh
# feedparser 2.6.0: an Atom entry with two authors has no author at all (null), where with one it has that name; of RSS with a dc:creator
# twice it is the first.
# Needs Node 20 or later and npm; installs into a temporary folder. Fails if what is seen changes.
set -eu
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund --ignore-scripts --save-exact feedparser@2.6.0

cat >check.mjs <<'CODE'
import { Readable } from 'node:stream';
import FeedParser from 'feedparser';
const read = (feed) => new Promise((resolve, reject) => {
  const parser = new FeedParser();
  parser.on('error', reject).on('readable', () => { const item = parser.read(); if (item) resolve(item); });
  Readable.from([feed]).pipe(parser);
});
const atom = (authors) => read('<feed xmlns="http://www.w3.org/2005/Atom"><title>Post</title><id>f</id><updated>2021-05-04T00:00:00Z</updated>' +
  `<entry><id>e</id><title>x</title><updated>2021-05-04T00:00:00Z</updated>${authors.map((name) => `<author><name>${name}</name></author>`).join('')}</entry></feed>`);
console.log(JSON.stringify((await atom(['Ida Berg'])).author));
console.log(JSON.stringify((await atom(['Ida Berg', 'Leo Lund'])).author));
const rss = (names) => read('<rss version="2.0" xmlns:dc="http://purl.org/dc/elements/1.1/"><channel><title>Post</title>' +
  `<link>https://post.example.org/</link><description>d</description><item><title>x</title>${names.map((name) => `<dc:creator>${name}</dc:creator>`).join('')}</item></channel></rss>`);
console.log(JSON.stringify((await rss(['Ida Berg', 'Leo Lund'])).author));
CODE

cat >expected.txt <<'SEEN'
"Ida Berg"
null
"Ida Berg"
SEEN

node check.mjs >seen.txt
diff expected.txt seen.txt
cat seen.txt
