#!/bin/sh
# rss-parser 3.13.0 and @extractus/feed-extractor 8.0.3: an Atom link without rel is the page of the entry (RFC 4287 4.2.7.2: "alternate"),
# but where a link to the source (via) or to something related stands before it, the first takes that for the entry's address, and the
# second does so even where the entry's own link says alternate.
# Needs Node 20 or later and npm; installs into a temporary folder. Fails if what is seen changes.
set -eu
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund --ignore-scripts --save-exact rss-parser@3.13.0 @extractus/feed-extractor@8.0.3

cat >check.mjs <<'CODE'
import Parser from 'rss-parser';
import { extractFromXml } from '@extractus/feed-extractor';
for (const own of ['', 'rel="alternate" ']) {
  const feed = '<feed xmlns="http://www.w3.org/2005/Atom"><title>Post</title><id>f</id><updated>2021-05-04T00:00:00Z</updated>' +
    '<entry><id>e</id><title>x</title><updated>2021-05-04T00:00:00Z</updated><link rel="via" href="https://other.example.org/source"/>' +
    `<link ${own}href="https://post.example.org/ferry"/></entry></feed>`;
  console.log((await new Parser().parseString(feed)).items[0].link, extractFromXml(feed).entries[0].link);
}
CODE

cat >expected.txt <<'SEEN'
https://other.example.org/source https://other.example.org/source
https://post.example.org/ferry https://other.example.org/source
SEEN

node check.mjs >seen.txt
diff expected.txt seen.txt
cat seen.txt
