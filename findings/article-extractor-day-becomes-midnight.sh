#!/bin/sh
# @extractus/article-extractor 9.0.1: a page that states a day ("2021-05-04") gets a time of day and a zone that it does not
# state; west of Greenwich that moment is the day before.
# Needs Node 20 or later and npm; installs into a temporary folder. Fails if what is seen changes.
set -eu
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund --ignore-scripts --save-exact @extractus/article-extractor@9.0.1

cat >check.mjs <<'CODE'
const print = (...parts) => console.log(parts.join(' '));
import { extractFromHtml } from '@extractus/article-extractor';
const paragraphs = [1, 2, 3, 4, 5, 6].map((i) => '<p>The council of the town said on Monday that ferry number ' + i +
  ' would keep its night boat, and that nobody, not even the mayor, would have to wait for it in the rain.</p>').join('');
const html = '<html><head><title>The night boat stays in town</title><script type="application/ld+json">' +
  JSON.stringify({ '@context': 'https://schema.org', '@type': 'NewsArticle', headline: 'The night boat stays in town', datePublished: '2021-05-04' }) +
  '</script></head><body><article><h1>The night boat stays in town</h1>' + paragraphs + '</article></body></html>';
print((await extractFromHtml(html, 'https://www.example.com/a')).published);
CODE

cat >expected.txt <<'SEEN'
2021-05-04T00:00:00.000Z
SEEN

node check.mjs >seen.txt
diff expected.txt seen.txt
cat seen.txt
