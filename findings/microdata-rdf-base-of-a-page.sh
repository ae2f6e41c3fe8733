#!/bin/sh
# microdata-rdf-streaming-parser 3.0.0: a page's <base> is not read, so that the addresses in its microdata are those of other
# documents: with <base href="/2021/"> the id, the author and the picture of an article are taken from the root of the site. HTML
# says that every address of a page is resolved against its base element, and the parser's option `baseIRI` is called an initial one;
# rdfa-streaming-parser 3.0.2, by the same makers, and microdata-node 2.0.0 do read it. Saved pages have a <base> as a rule. Look
# for the element oneself and hand its address to `baseIRI`.
# Needs Node 20 or later and npm; installs into a temporary folder. Fails if what is seen changes.
set -eu
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund --ignore-scripts --save-exact microdata-rdf-streaming-parser@3.0.0 rdfa-streaming-parser@3.0.2 microdata-node@2.0.0

cat >check.mjs <<'CODE'
import { MicrodataRdfParser } from 'microdata-rdf-streaming-parser';
import { RdfaParser } from 'rdfa-streaming-parser';
import microdata from 'microdata-node';
const head = '<!doctype html><html><head><title>T</title><base href="/2021/"></head><body>';
const read = (parser, page) => new Promise((done, fail) => {
  const found = [];
  parser.on('data', (quad) => found.push(`${quad.subject.value} ${quad.object.value}`)).on('error', fail);
  parser.on('end', () => done(found.at(-1)));
  parser.end(page);
});
const baseIRI = 'https://example.org/page';
const items = `${head}<p itemscope itemtype="https://schema.org/Article" itemid="ferry"><a itemprop="author" href="berg">Ida Berg</a></p>`;
const rdfa = `${head}<p vocab="https://schema.org/" typeof="Article" resource="ferry"><a property="author" href="berg">Ida Berg</a></p>`;
console.log('microdata-rdf-streaming-parser:', await read(new MicrodataRdfParser({ baseIRI }), items));
console.log('rdfa-streaming-parser:', await read(new RdfaParser({ baseIRI, contentType: 'text/html' }), rdfa));
const [{ id, properties }] = microdata.toJson(items, { base: baseIRI }).items;
console.log('microdata-node:', id, properties.author[0]);
CODE

cat >expected.txt <<'SEEN'
microdata-rdf-streaming-parser: https://example.org/ferry https://example.org/berg
rdfa-streaming-parser: https://example.org/2021/ferry https://example.org/2021/berg
microdata-node: https://example.org/2021/ferry https://example.org/2021/berg
SEEN

node check.mjs >seen.txt
diff expected.txt seen.txt
cat seen.txt
