#!/bin/sh
# rss-parser 3.13.0, feedparser 2.6.0 and @extractus/feed-extractor 8.0.3: an entry whose pubDate names the zone of a European, Indian or
# Asian paper ("BST", "CEST", "IST", "JST") has no day: undefined, an invalid Date and an empty string. "EST", of RFC 822's own list, is read.
# Needs Node 20 or later and npm; installs into a temporary folder. Fails if what is seen changes.
set -eu
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund --ignore-scripts --save-exact rss-parser@3.13.0 feedparser@2.6.0 @extractus/feed-extractor@8.0.3

cat >check.mjs <<'CODE'
import { Readable } from 'node:stream';
import { extractFromXml } from '@extractus/feed-extractor';
import FeedParser from 'feedparser';
import RssParser from 'rss-parser';

const feed = (zone) => `<?xml version="1.0"?>
<rss version="2.0"><channel><title>Harbour Post</title><link>https://example.org/</link><description>News</description>
<item><title>The ferry stays</title><link>https://example.org/ferry</link><guid>https://example.org/ferry</guid>
<pubDate>Tue, 04 May 2021 10:00:00 ${zone}</pubDate></item></channel></rss>`;
const streamed = (xml) =>
  new Promise((done, fail) => {
    const parser = new FeedParser({});
    parser.on('data', ({ pubdate }) => done(String(pubdate?.getTime())));
    parser.on('error', fail);
    Readable.from([xml]).pipe(parser);
  });
for (const zone of ['+0100', 'EST', 'BST', 'CEST', 'IST', 'JST']) {
  const xml = feed(zone);
  const { items } = await new RssParser().parseString(xml);
  const { entries } = extractFromXml(xml);
  console.log(`${zone}: ${items[0].isoDate}, ${await streamed(xml)}, ${JSON.stringify(entries[0].published)}`);
}
CODE

cat >expected.txt <<'SEEN'
+0100: 2021-05-04T09:00:00.000Z, 1620118800000, "2021-05-04T09:00:00.000Z"
EST: 2021-05-04T15:00:00.000Z, 1620140400000, "2021-05-04T15:00:00.000Z"
BST: undefined, NaN, ""
CEST: undefined, NaN, ""
IST: undefined, NaN, ""
JST: undefined, NaN, ""
SEEN

node check.mjs >seen.txt
diff expected.txt seen.txt
cat seen.txt
