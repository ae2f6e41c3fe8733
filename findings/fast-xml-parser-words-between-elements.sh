#!/bin/sh
# fast-xml-parser 5.12.1: with `preserveOrder: true`, which is the documented way to read text with elements in it (TEI, XHTML),
# every piece of text still loses the blanks at its ends, and digits alone become a number: "did not pay" is "didnotpay", a line
# `1986.0` is 1986 and the code name 007 is 7, also in the file that its builder writes from it. XML (2.10) hands all white space to
# the application. Nothing is reported, and whoever looks for a quotation in such a text does not find it. Both have to be switched
# off: `trimValues: false` and `parseTagValue: false`.
# Needs Node 20 or later and npm; installs into a temporary folder. Fails if what is seen changes.
set -eu
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund --ignore-scripts --save-exact fast-xml-parser@5.12.1

cat >check.mjs <<'CODE'
import { XMLBuilder, XMLParser } from 'fast-xml-parser';
const xml = '<sp><speaker>007</speaker><p>We did <emph>not</emph> pay <name>Jon</name> <name>Dahl</name>.</p><p>1986.0</p></sp>';
for (const more of [{}, { trimValues: false, parseTagValue: false }]) {
  const options = { preserveOrder: true, ...more };
  console.log(new XMLBuilder(options).build(new XMLParser(options).parse(xml)));
}
CODE

cat >expected.txt <<'SEEN'
<sp><speaker>7</speaker><p>We did<emph>not</emph>pay<name>Jon</name><name>Dahl</name>.</p><p>1986</p></sp>
<sp><speaker>007</speaker><p>We did <emph>not</emph> pay <name>Jon</name> <name>Dahl</name>.</p><p>1986.0</p></sp>
SEEN

node check.mjs >seen.txt
diff expected.txt seen.txt
cat seen.txt
