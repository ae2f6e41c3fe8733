#!/bin/sh
# metascraper-date 5.55.0: of an article that states both when it was published and when it was changed, in JSON-LD or as
# Open Graph's two times, "date" is the change, so an article corrected after years has the date of its correction.
# Needs Node 20 or later and npm; installs into a temporary folder. Fails if what is seen changes.
set -eu
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund --ignore-scripts --save-exact metascraper@5.58.1 metascraper-date@5.55.0

cat >check.mjs <<'CODE'
import metascraper from 'metascraper';
import date from 'metascraper-date';
const read = async (head) => (await metascraper([date()])({ url: 'https://www.example.com/night-boat', html: `<html><head>${head}</head><body></body></html>` })).date;
const facts = { '@context': 'https://schema.org', '@type': 'NewsArticle', datePublished: '2021-05-04T00:00:00Z', dateModified: '2021-06-01T00:00:00Z' };
console.log(await read(`<script type="application/ld+json">${JSON.stringify(facts)}</script>`));
console.log(await read('<meta property="article:published_time" content="2021-05-04T00:00:00Z"><meta property="article:modified_time" content="2021-06-01T00:00:00Z">'));
CODE

cat >expected.txt <<'SEEN'
2021-06-01T00:00:00.000Z
2021-06-01T00:00:00.000Z
SEEN

node check.mjs >seen.txt
diff expected.txt seen.txt
cat seen.txt
