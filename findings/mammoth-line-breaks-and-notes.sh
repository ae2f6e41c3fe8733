#!/bin/sh
# mammoth 1.13.0: extractRawText sets nothing for a line break within a paragraph, so that the last word of a line and the first of the next
# are one word, and leaves out what footnotes say; text within a simple field (w:fldSimple) is left out of the HTML too.
# Needs Node 20 or later and npm; installs into a temporary folder. Fails if what is seen changes.
set -eu
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund --ignore-scripts --save-exact mammoth@1.13.0 docx@9.15.2

cat >check.mjs <<'CODE'
import * as docx from 'docx';
import mammoth from 'mammoth';
const { Document, FootnoteReferenceRun, Packer, Paragraph, SimpleField, TextRun } = docx;
const paragraph = new Paragraph({
  children: [
    new TextRun('The ferry'), new TextRun({ text: 'stays, he wrote', break: 1 }), new FootnoteReferenceRun(1),
    new TextRun(' on '), new SimpleField('DATE', '4 May 2021'), new TextRun('.'),
  ],
});
const buffer = await Packer.toBuffer(new Document({
  sections: [{ children: [paragraph] }], footnotes: { 1: { children: [new Paragraph('He took it back.')] } },
}));
console.log(JSON.stringify((await mammoth.extractRawText({ buffer })).value));
console.log((await mammoth.convertToHtml({ buffer })).value.replace(/<ol>.*/, ''));
CODE

cat >expected.txt <<'SEEN'
"The ferrystays, he wrote on .\n\n"
<p>The ferry<br />stays, he wrote<sup><a href="#footnote-1" id="footnote-ref-1">[1]</a></sup> on .</p>
SEEN

node check.mjs >seen.txt
diff expected.txt seen.txt
cat seen.txt
