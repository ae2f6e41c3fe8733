#!/bin/sh
# rss-parser 3.13.0: of an Atom entry with `published` and `updated` only `published` is kept, in `pubDate` and `isoDate`, and
# `updated` is nowhere in what comes back. An entry that was corrected has the same dates as before, so that whoever compares
# dates shows the words that were taken back; with `updated` alone the day of the change is the day of publication.
# Needs Node 20 or later and npm; installs into a temporary folder. Fails if what is seen changes.
set -eu
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund --ignore-scripts --save-exact rss-parser@3.13.0

cat >check.mjs <<'CODE'
const print = (...parts) => console.log(parts.join(' '));
import Parser from 'rss-parser';
const entry = (dates) => `<entry><title>Pump</title><id>urn:pump</id>${dates}</entry>`;
const feed = await new Parser().parseString(
  '<feed xmlns="http://www.w3.org/2005/Atom"><title>Mole</title><id>urn:mole</id><updated>2021-05-01T00:00:00Z</updated>' +
    entry('<published>1990-06-01T00:00:00Z</published><updated>1990-06-01T00:00:00Z</updated>') +
    entry('<published>1990-06-01T00:00:00Z</published><updated>2021-05-01T00:00:00Z</updated>') +
    entry('<updated>2021-05-01T00:00:00Z</updated>') + '</feed>');
for (const item of feed.items)
  print(item.pubDate, item.isoDate, 'updated' in item, JSON.stringify(item).includes('2021'));
CODE

cat >expected.txt <<'SEEN'
1990-06-01T00:00:00.000Z 1990-06-01T00:00:00.000Z false false
1990-06-01T00:00:00.000Z 1990-06-01T00:00:00.000Z false false
2021-05-01T00:00:00.000Z 2021-05-01T00:00:00.000Z false true
SEEN

node check.mjs >seen.txt
diff expected.txt seen.txt
cat seen.txt
