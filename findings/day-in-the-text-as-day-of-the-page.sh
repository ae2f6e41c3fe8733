#!/bin/sh
# open-graph-scraper 6.12.0 and metascraper-date 5.55.0: where a page states no date, the first day that its text marks up with the time
# element, such as the day on which a ship sank in 1921, is the date of the page; nothing says that it was a guess.
# Needs Node 20 or later and npm; installs into a temporary folder. Fails if what is seen changes.
set -eu
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund --ignore-scripts --save-exact open-graph-scraper@6.12.0 metascraper@5.58.1 metascraper-date@5.55.0

cat >check.mjs <<'CODE'
import metascraper from 'metascraper';
import date from 'metascraper-date';
import ogs from 'open-graph-scraper';
const html = '<!doctype html><html><head><title>A hundred years on</title></head><body><article><h1>A hundred years on</h1>' +
  '<p>The ferry sank on <time datetime="1921-05-04">4 May 1921</time> with all its crew.</p></article></body></html>';
const { result } = await ogs({ html });
console.log(JSON.stringify(Object.fromEntries(Object.entries(result).filter(([name]) => /date|time/i.test(name)))));
console.log((await metascraper([date()])({ html, url: 'https://post.example.org/ferry' })).date);
CODE

cat >expected.txt <<'SEEN'
{"ogDate":"1921-05-04"}
1921-05-04T00:00:00.000Z
SEEN

node check.mjs >seen.txt
diff expected.txt seen.txt
cat seen.txt
