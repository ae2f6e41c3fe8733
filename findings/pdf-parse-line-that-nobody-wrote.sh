#!/bin/sh
# pdf-parse 2.4.5: between two pages of a PDF the text that getText() gives has a line that the document has not, "-- 1 of 2 --",
# and one behind the last page. A sentence that runs over the page has it amid its words and is not found by them, a search for
# figures finds it in every text, and words are counted that nobody wrote. The documentation on the front shows `result.text` as
# the text; the option that sets the line, `pageJoiner`, is among the types alone. Take the text of single pages (`pages`), or set
# `pageJoiner: ''`.
# Needs Node 20 or later and npm; installs into a temporary folder. Fails if what is seen changes.
set -eu
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund --ignore-scripts --save-exact pdf-parse@2.4.5 pdf-lib@1.17.1

cat >check.mjs <<'CODE'
import { PDFDocument, StandardFonts } from 'pdf-lib';
import { PDFParse } from 'pdf-parse';
const pdf = await PDFDocument.create();
const font = await pdf.embedFont(StandardFonts.Helvetica);
for (const line of ['She said that we will not', 'pay the crew.']) pdf.addPage([300, 200]).drawText(line, { x: 20, y: 100, size: 12, font });
const bytes = await pdf.save();
const read = async (options) => new PDFParse({ data: new Uint8Array(bytes) }).getText(options);
const { text, pages } = await read();
console.log(JSON.stringify(text));
console.log(JSON.stringify(pages.map((page) => page.text)));
console.log(JSON.stringify((await read({ pageJoiner: '' })).text));
CODE

cat >expected.txt <<'SEEN'
"She said that we will not\n\n-- 1 of 2 --\n\npay the crew.\n\n-- 2 of 2 --\n\n"
["She said that we will not","pay the crew."]
"She said that we will not\n\npay the crew.\n\n"
SEEN

node check.mjs >seen.txt
diff expected.txt seen.txt
cat seen.txt
