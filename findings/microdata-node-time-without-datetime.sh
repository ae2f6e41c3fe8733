#!/bin/sh
# microdata-node 2.0.0: a time element without the attribute datetime, `<time itemprop="datePublished">2021-05-04</time>`, has
# the empty string for its value, in JSON and in JSON-LD alike. By the HTML Standard (4.5.14) the value is then the text of the
# element, as microdata-rdf-streaming-parser 3.0.0 reads it. So the day of an article is neither there nor missing, but an empty
# text, which a test for `undefined` lets through. Where the value is empty, read the text of the element.
# Needs Node 20 or later and npm; installs into a temporary folder. Fails if what is seen changes.
set -eu
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund --ignore-scripts --save-exact microdata-rdf-streaming-parser@3.0.0 microdata-node@2.0.0

cat >check.mjs <<'CODE'
import { MicrodataRdfParser } from 'microdata-rdf-streaming-parser';
import microdata from 'microdata-node';
for (const time of ['<time itemprop="datePublished" datetime="2021-05-04">4 May</time>', '<time itemprop="datePublished">2021-05-04</time>']) {
  const page = `<p itemscope itemtype="https://schema.org/Article">${time}</p>`;
  const parser = new MicrodataRdfParser({ baseIRI: 'https://example.org/' });
  const values = [];
  parser.on('data', (quad) => values.push(quad.object.value));
  parser.end(page);
  await new Promise((done) => parser.on('end', done));
  console.log(time);
  console.log('  microdata-node', JSON.stringify(microdata.toJson(page).items[0].properties.datePublished));
  console.log('  microdata-rdf-streaming-parser', JSON.stringify(values.at(-1)));
}
CODE

cat >expected.txt <<'SEEN'
<time itemprop="datePublished" datetime="2021-05-04">4 May</time>
  microdata-node ["2021-05-04"]
  microdata-rdf-streaming-parser "2021-05-04"
<time itemprop="datePublished">2021-05-04</time>
  microdata-node [""]
  microdata-rdf-streaming-parser "2021-05-04"
SEEN

node check.mjs >seen.txt
diff expected.txt seen.txt
cat seen.txt
