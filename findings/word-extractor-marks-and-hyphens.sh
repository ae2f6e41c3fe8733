#!/bin/sh
# word-extractor 1.0.4: the documentation says that it handles Unicode correctly, and as it comes the marks of a Word document are
# others in its text: “ ” and ‘ ’ are straight, and a dash is a hyphen, so that 1914–1918 is 1914-1918. Inner and outer
# quotations cannot be told apart by their marks any more, and words with a mark are not found in the document by what was taken
# from it. An option that is not in the documentation, `filterUnicode: false`, leaves them. A no-break hyphen is gone either way,
# with nothing in its place: "well-known" is "wellknown". Set the option, and put U+2011 for w:noBreakHyphen before.
# Needs Node 20 or later and npm; installs into a temporary folder. Fails if what is seen changes.
set -eu
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund --ignore-scripts --save-exact word-extractor@1.0.4 docx@9.15.2

cat >check.mjs <<'CODE'
import { writeFileSync } from 'node:fs';
import { Document, NoBreakHyphen, Packer, Paragraph, TextRun } from 'docx';
import WordExtractor from 'word-extractor';
const wellKnown = new TextRun({ children: ['A well', new NoBreakHyphen(), 'known man: '] });
const children = [new Paragraph({ children: [wellKnown, new TextRun('“He said ‘no’” – in 1914–1918, 5\u00A0km off.')] })];
writeFileSync('a.docx', await Packer.toBuffer(new Document({ sections: [{ children }] })));
const file = await new WordExtractor().extract('a.docx');
for (const options of [undefined, { filterUnicode: false }]) {
  console.log(JSON.stringify(options), file.getBody(options).trim().replaceAll('\u00A0', '<U+00A0>'));
}
CODE

cat >expected.txt <<'SEEN'
undefined A wellknown man: "He said 'no'" - in 1914-1918, 5<U+00A0>km off.
{"filterUnicode":false} A wellknown man: “He said ‘no’” – in 1914–1918, 5<U+00A0>km off.
SEEN

node check.mjs >seen.txt
diff expected.txt seen.txt
cat seen.txt
