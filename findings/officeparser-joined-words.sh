#!/bin/sh
# officeparser 7.8.0: of a Word document's tabs, line breaks and no-break hyphens nothing is left in the text, not even a space: a name and
# what it said are one word, and "well-known", so hyphenated, is "wellknown".
# Needs Node 20 or later and npm; installs into a temporary folder. Fails if what is seen changes.
set -eu
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund --ignore-scripts --save-exact officeparser@7.8.0 docx@9.15.2

cat >check.mjs <<'CODE'
import * as docx from 'docx';
import officeparser from 'officeparser';
const { Document, NoBreakHyphen, Packer, Paragraph, Tab, TextRun } = docx;
const paragraph = new Paragraph({
  children: [new TextRun({ children: ['Berg:', new Tab(), 'No.'] }), new TextRun({ text: 'Lund: Yes, a well', break: 1 }), new TextRun({ children: [new NoBreakHyphen(), 'known fact.'] })],
});
const buffer = await Packer.toBuffer(new Document({ sections: [{ children: [paragraph] }] }));
console.log((await officeparser.parseOffice(buffer)).toText());
CODE

cat >expected.txt <<'SEEN'
Berg:No.Lund: Yes, a wellknown fact.
SEEN

node check.mjs >seen.txt
diff expected.txt seen.txt
cat seen.txt
