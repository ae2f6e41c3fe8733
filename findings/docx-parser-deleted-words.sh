#!/bin/sh
# docx-parser 0.2.1: words that were deleted with changes tracked (w:del, w:delText) are in the text with those that were set for
# them, so that "She will never pay", with "not" deleted, is "She will not never pay". ECMA-376 (17.3.3.7) has an element of its own
# for deleted text so that no reader takes it for what the document says. `<` and `&` stay references in what is plain text ("5 &lt;
# 6"), and nothing parts paragraphs or cells. Accept the changes in a word processor before, or take the text with mammoth 1.13.0,
# which leaves deleted words out.
# Needs Node 20 or later and npm; installs into a temporary folder. Fails if what is seen changes.
set -eu
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund --ignore-scripts --save-exact docx-parser@0.2.1 docx@9.15.2 mammoth@1.13.0

cat >check.mjs <<'CODE'
import { writeFileSync } from 'node:fs';
import { DeletedTextRun, Document, InsertedTextRun, Packer, Paragraph, TextRun } from 'docx';
import parser from 'docx-parser';
import mammoth from 'mammoth';
const change = { id: 1, author: 'x', date: '2021-05-04T00:00:00Z' };
const changed = [new TextRun('She will '), new DeletedTextRun({ text: 'not ', ...change }), new InsertedTextRun({ text: 'never ', ...change, id: 2 })];
const children = [new Paragraph({ children: [...changed, new TextRun('pay.')] }), new Paragraph('5 < 6 & more.')];
const buffer = await Packer.toBuffer(new Document({ sections: [{ children }] }));
writeFileSync('letter.docx', buffer);
console.log('docx-parser:', await new Promise((done) => parser.parseDocx('letter.docx', done)));
console.log('mammoth:', JSON.stringify((await mammoth.extractRawText({ buffer })).value));
CODE

cat >expected.txt <<'SEEN'
docx-parser: She will not never pay.5 &lt; 6 &amp; more.
mammoth: "She will never pay.\n\n5 < 6 & more.\n\n"
SEEN

node check.mjs >seen.txt
diff expected.txt seen.txt
cat seen.txt
