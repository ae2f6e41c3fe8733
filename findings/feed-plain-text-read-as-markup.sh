#!/bin/sh
# rss-parser 3.13.0 and @extractus/feed-extractor 8.0.3: Atom's type="text" says that a < is a < and no tag, yet what stands between one
# and the next > is taken out of the snippet and of the description, and with it words of the sentence.
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
const text = 'type="text">Wages &lt;5 crowns are rare, he said, and those &gt;50 rarer';
const feed = '<feed xmlns="http://www.w3.org/2005/Atom"><title>Post</title><id>f</id><updated>2021-05-04T00:00:00Z</updated>' +
  `<entry><id>e</id><title ${text}</title><link href="https://post.example.org/wages"/><updated>2021-05-04T00:00:00Z</updated>` +
  `<content ${text}</content></entry></feed>`;
const { title, contentSnippet } = (await new Parser().parseString(feed)).items[0];
console.log(`${title} | ${contentSnippet}`);
const entry = extractFromXml(feed).entries[0];
console.log(`${entry.title} | ${entry.description}`);
CODE

cat >expected.txt <<'SEEN'
Wages <5 crowns are rare, he said, and those >50 rarer | Wages 50 rarer
Wages <5 crowns are rare, he said, and those >50 rarer | Wages 50 rarer
SEEN

node check.mjs >seen.txt
diff expected.txt seen.txt
cat seen.txt
