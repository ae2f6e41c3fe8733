#!/bin/sh
# defuddle 0.19.4, @mozilla/readability 0.6.0, @extractus/article-extractor 9.0.1 and metascraper-date 5.49.24: content systems on .NET
# write `0001-01-01T00:00:00Z` into a page's JSON-LD where nobody set a day. All four give it as the day of publication, though the
# page shows its day in a <time>, which all but Readability read where the JSON-LD has none: an archive is dated to the year 1.
# Needs Node 20 or later and npm; installs into a temporary folder. Fails if what is seen changes.
set -eu
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund --ignore-scripts --save-exact defuddle@0.19.4 @mozilla/readability@0.6.0 linkedom@0.18.15 \
  @extractus/article-extractor@9.0.1 metascraper@5.49.24 metascraper-date@5.49.24

cat >check.mjs <<'CODE'
import { extractFromHtml } from '@extractus/article-extractor';
import { Readability } from '@mozilla/readability';
import { Defuddle } from 'defuddle/node';
import { parseHTML } from 'linkedom';
import metascraper from 'metascraper';
import day from 'metascraper-date';

const url = 'https://example.org/ferry';
const paragraph = '<p>The council of the harbour town voted on Tuesday night to keep the ferry for a year, after four hours in the hall.</p>';
const page = (stated) => {
  const article = { '@context': 'https://schema.org', '@type': 'NewsArticle', headline: 'The ferry stays', ...stated };
  return `<!doctype html><html lang="en"><head><title>The ferry stays</title>
<script type="application/ld+json">${JSON.stringify(article)}</script></head><body><article><h1>The ferry stays</h1>
<p><time datetime="2021-05-04T10:00:00Z">4 May 2021</time></p>${paragraph.repeat(6)}</article></body></html>`;
};
for (const stated of [{}, { datePublished: '0001-01-01T00:00:00Z' }]) {
  const html = page(stated);
  const found = {
    defuddle: (await Defuddle(parseHTML(html).document, url, {})).published,
    readability: new Readability(parseHTML(html).document).parse()?.publishedTime,
    'article-extractor': (await extractFromHtml(html, url))?.published,
    'metascraper-date': (await metascraper([day()])({ html, url })).date,
  };
  console.log(stated.datePublished ?? 'no day in the JSON-LD');
  for (const [name, published] of Object.entries(found)) console.log(`  ${name}: ${published || 'none'}`);
}
CODE

cat >expected.txt <<'SEEN'
no day in the JSON-LD
  defuddle: 2021-05-04T10:00:00Z
  readability: none
  article-extractor: 2021-05-04T10:00:00.000Z
  metascraper-date: 2021-05-04T10:00:00.000Z
0001-01-01T00:00:00Z
  defuddle: 0001-01-01T00:00:00Z
  readability: 0001-01-01T00:00:00Z
  article-extractor: 0001-01-01T00:00:00.000Z
  metascraper-date: 0001-01-01T00:00:00.000Z
SEEN

node check.mjs >seen.txt
diff expected.txt seen.txt
cat seen.txt
