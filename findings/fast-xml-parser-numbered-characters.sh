#!/bin/sh
# fast-xml-parser 5.12.1: a character given by its number (`&#8220;`, `&#xE9;`), which XML (4.1, 4.4) has every parser replace,
# stays as it is written, and its own builder, with the same options, then writes `&amp;#8220;`: who reads and writes a file has
# changed its words, since every other reader now shows the ampersand and the number. The five named ones (`&amp;`, `&lt;` …)
# go through rightly, so a test with these sees nothing. With `htmlEntities: true` the characters come; with `processEntities:
# false` on both sides the file stays as it was.
# Needs Node 20 or later and npm; installs into a temporary folder. Fails if what is seen changes.
set -eu
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund --ignore-scripts --save-exact fast-xml-parser@5.12.1

cat >check.mjs <<'CODE'
import { XMLBuilder, XMLParser } from 'fast-xml-parser';
const xml = '<p>&#8220;No&#8221;, said Ren&#xE9; &amp; left</p>';
for (const options of [{}, { htmlEntities: true }, { processEntities: false }]) {
  const read = new XMLParser(options).parse(xml);
  console.log(JSON.stringify(options), '|', read.p, '|', new XMLBuilder(options).build(read));
}
CODE

cat >expected.txt <<'SEEN'
{} | &#8220;No&#8221;, said Ren&#xE9; & left | <p>&amp;#8220;No&amp;#8221;, said Ren&amp;#xE9; &amp; left</p>
{"htmlEntities":true} | “No”, said René & left | <p>“No”, said René &amp; left</p>
{"processEntities":false} | &#8220;No&#8221;, said Ren&#xE9; &amp; left | <p>&#8220;No&#8221;, said Ren&#xE9; &amp; left</p>
SEEN

node check.mjs >seen.txt
diff expected.txt seen.txt
cat seen.txt
