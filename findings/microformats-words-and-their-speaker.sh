#!/bin/sh
# Microformats 2, as microformats-parser 2.0.6 and microformat-node 2.0.4 read them: the `value` of a quotation (h-cite) in an entry,
# which one takes where a text is wanted, is all the text of its element, the words and who said them in one ("We stay.Eva Roe"),
# and nothing parts them. So it is in the parsing specification (the value is the textContent, where there is no name or address);
# the second gives that as the quotation's name, too. The plain text of an entry (e-content) is made so as well: at a line break
# and between paragraphs the words are joined ("payhim.Second"). Take the quotation's `properties.content` and `properties.author`,
# and the text of an entry from its `html`.
# Needs Node 20 or later and npm; installs into a temporary folder. Fails if what is seen changes.
set -eu
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund --ignore-scripts --save-exact microformats-parser@2.0.6 microformat-node@2.0.4

cat >check.mjs <<'CODE'
import microformatNode from 'microformat-node';
import { mf2 } from 'microformats-parser';
const quotation = '<blockquote class="u-quotation-of h-cite"><p class="p-content">We stay.</p><cite class="p-author">Eva Roe</cite></blockquote>';
const html = `<article class="h-entry">${quotation}<div class="e-content"><p>We did not pay<br>him.</p><p>Second.</p></div></article>`;
const baseUrl = 'https://example.org/';
const read = { 'microformats-parser': mf2(html, { baseUrl }), 'microformat-node': await microformatNode.getAsync({ html, baseUrl }) };
for (const [name, { items }] of Object.entries(read)) {
  const { 'quotation-of': [quoted], content: [said] } = items[0].properties;
  console.log(name, JSON.stringify([quoted.value, quoted.properties, said.value]));
}
CODE

cat >expected.txt <<'SEEN'
microformats-parser ["We stay.Eva Roe",{"content":["We stay."],"author":["Eva Roe"]},"We did not payhim.Second."]
microformat-node ["We stay.Eva Roe",{"content":["We stay."],"author":["Eva Roe"],"name":["We stay.Eva Roe"]},"We did not payhim.Second."]
SEEN

node check.mjs >seen.txt
diff expected.txt seen.txt
cat seen.txt
