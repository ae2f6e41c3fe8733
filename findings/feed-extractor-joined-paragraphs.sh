#!/bin/sh
# @extractus/feed-extractor 8.0.3: the description of an item loses its tags and with them the space between paragraphs, so the
# last word of one and the first of the next are one word, and marks stay as entities.
# Needs Node 20 or later and npm; installs into a temporary folder. Fails if what is seen changes.
set -eu
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund --ignore-scripts --save-exact @extractus/feed-extractor@8.0.3

cat >check.mjs <<'CODE'
const print = (...parts) => console.log(parts.join(' '));
import { extractFromXml } from '@extractus/feed-extractor';
const feed = extractFromXml('<rss version="2.0"><channel><title>T</title><link>https://example.org</link><description>d</description><item><title>Boats</title>' +
  '<link>https://example.org/a</link><description>&lt;p&gt;The boat stays&lt;/p&gt;&lt;p&gt;&amp;ldquo;Good&amp;rdquo;&lt;/p&gt;</description></item></channel></rss>');
print(feed.entries[0].description);
CODE

cat >expected.txt <<'SEEN'
The boat stays&ldquo;Good&rdquo;
SEEN

node check.mjs >seen.txt
diff expected.txt seen.txt
cat seen.txt
