#!/bin/sh
# web-auto-extractor 1.0.17: JSON-LD that is a @graph, as the plugins of the most common blog software write it, is filed whole under the type
# "undefined"; the same article outside a graph is under its own. Whoever asks for a page's articles by type finds none, and no error.
# Needs Node 20 or later and npm; installs into a temporary folder. Fails if what is seen changes.
set -eu
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund --ignore-scripts --save-exact web-auto-extractor@1.0.17

cat >check.mjs <<'CODE'
import extractor from 'web-auto-extractor';

const article = { '@type': 'NewsArticle', headline: 'The ferry stays', author: { '@type': 'Person', name: 'Mara Obi' } };
const context = { '@context': 'https://schema.org' };
for (const data of [{ ...context, ...article }, { ...context, '@graph': [article] }]) {
  const html = `<html><head><script type="application/ld+json">${JSON.stringify(data)}</script></head><body></body></html>`;
  const { jsonld } = extractor.default().parse(html);
  for (const [type, found] of Object.entries(jsonld)) console.log(`${type}: ${JSON.stringify(found)}`);
}
CODE

cat >expected.txt <<'SEEN'
NewsArticle: [{"@context":"https://schema.org","@type":"NewsArticle","headline":"The ferry stays","author":{"@type":"Person","name":"Mara Obi"}}]
undefined: [{"@context":"https://schema.org","@graph":[{"@type":"NewsArticle","headline":"The ferry stays","author":{"@type":"Person","name":"Mara Obi"}}]}]
SEEN

node check.mjs >seen.txt
diff expected.txt seen.txt
cat seen.txt
