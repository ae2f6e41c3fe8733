#!/bin/sh
# jsonld 9.0.0: `useNativeTypes`, which is to give numbers and truth values of RDF as those of JSON, also gives each plain string a type, so
# that it is no text any more but an object, in a compacted document too; without the option it is a text. By the specification
# (JSON-LD 1.1 API, 8.5) a literal of xsd:string is a plain value either way.
# Needs Node 20 or later and npm; installs into a temporary folder. Fails if what is seen changes.
set -eu
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund --ignore-scripts --save-exact jsonld@9.0.0

cat >check.mjs <<'CODE'
import jsonld from 'jsonld';
const quads = '<https://example.org/c> <https://schema.org/text> "No." .\n' +
  '<https://example.org/c> <https://schema.org/position> "5"^^<http://www.w3.org/2001/XMLSchema#integer> .\n';
for (const useNativeTypes of [false, true]) {
  const read = await jsonld.fromRDF(quads, { format: 'application/n-quads', useNativeTypes });
  const { text, position } = await jsonld.compact(read, { '@vocab': 'https://schema.org/' });
  console.log(JSON.stringify({ text, position }));
}
CODE

cat >expected.txt <<'SEEN'
{"text":"No.","position":{"@type":"http://www.w3.org/2001/XMLSchema#integer","@value":"5"}}
{"text":{"@type":"http://www.w3.org/2001/XMLSchema#string","@value":"No."},"position":5}
SEEN

node check.mjs >seen.txt
diff expected.txt seen.txt
cat seen.txt
