#!/bin/sh
# rdfxml-streaming-parser 3.3.0: of a text in which a comment, a processing instruction or a CDATA section stands, only what is
# behind the last of these is kept: "We will not <!-- sic --> pay." is " pay.", and a CDATA section itself is gone where words follow
# it. XML (2.5 to 2.7) has a comment as no part of the text and CDATA as text like any other, and RDF/XML (7.2.16) takes all text
# of the element. No error: the statement is a quotation with its end alone. Take comments and CDATA out of a file before it is read.
# Needs Node 20 or later and npm; installs into a temporary folder. Fails if what is seen changes.
set -eu
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund --ignore-scripts --save-exact rdfxml-streaming-parser@3.3.0

cat >check.mjs <<'CODE'
import { RdfXmlParser } from 'rdfxml-streaming-parser';
const read = (text) => new Promise((done, fail) => {
  const parser = new RdfXmlParser({ baseIRI: 'https://example.org/' });
  const found = [];
  parser.on('data', (quad) => found.push(quad.object.value)).on('error', fail).on('end', () => done(found));
  const statement = `<rdf:Description rdf:about="a"><s:text>${text}</s:text></rdf:Description>`;
  parser.end(`<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns:s="https://schema.org/">${statement}</rdf:RDF>`);
});
for (const text of ['We will not pay.', 'We will not <!-- sic --> pay.', 'We will <![CDATA[not]]> pay.', '<![CDATA[We will not pay.]]>']) {
  console.log(`${text} | ${JSON.stringify(await read(text))}`);
}
CODE

cat >expected.txt <<'SEEN'
We will not pay. | ["We will not pay."]
We will not <!-- sic --> pay. | [" pay."]
We will <![CDATA[not]]> pay. | [" pay."]
<![CDATA[We will not pay.]]> | ["We will not pay."]
SEEN

node check.mjs >seen.txt
diff expected.txt seen.txt
cat seen.txt
