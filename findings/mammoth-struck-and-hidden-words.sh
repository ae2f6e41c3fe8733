#!/bin/sh
# mammoth 1.13.0: extractRawText gives words that the document strikes out, and words that it hides (w:vanish), as text
# like any other, with no message; its HTML marks the struck ones and shows the hidden ones.
# Needs Node 20 or later and npm; installs into a temporary folder. Fails if what is seen changes.
set -eu
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund --ignore-scripts --save-exact mammoth@1.13.0 docx@9.15.2

cat >check.mjs <<'CODE'
const print = (...parts) => console.log(parts.join(' '));
import mammoth from 'mammoth';
import { Document, Packer, Paragraph, TextRun } from 'docx';
const children = [new TextRun('The boat will '), new TextRun({ text: 'not ', strike: true }), new TextRun('run.'), new TextRun({ text: ' Ask Ida.', vanish: true })];
const buffer = await Packer.toBuffer(new Document({ sections: [{ children: [new Paragraph({ children })] }] }));
const raw = await mammoth.extractRawText({ buffer });
const html = await mammoth.convertToHtml({ buffer });
print(raw.value.trim(), raw.messages.length);
print(html.value, html.messages.length);
CODE

cat >expected.txt <<'SEEN'
The boat will not run. Ask Ida. 0
<p>The boat will <s>not </s>run. Ask Ida.</p> 0
SEEN

node check.mjs >seen.txt
diff expected.txt seen.txt
cat seen.txt
