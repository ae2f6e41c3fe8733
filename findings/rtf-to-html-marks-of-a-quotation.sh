#!/bin/sh
# @iarna/rtf-to-html 1.1.0 and rtf2text 1.0.1 (both on rtf-parser 1.3.3): the signs that RTF has control words for are left out,
# without a blank in their place: quotation marks (\ldblquote, \rdblquote), the apostrophe (\rquote) and the dashes (\endash,
# \emdash), which word processors write so. What somebody said cannot be told from what is said about it, "It's" is "Its",
# and a term of office 1914–1918 is the number 19141918. The RTF specification lists them as special characters, and the
# parser's documentation does not say that it lacks them. Replace them in the file before (`\u8220?` and so on will not do, see
# rtf-to-html-letters-and-their-stand-ins), as `\'93` and `\'94` are read.
# Needs Node 20 or later and npm; installs into a temporary folder. Fails if what is seen changes.
set -eu
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund --ignore-scripts --save-exact @iarna/rtf-to-html@1.1.0 rtf2text@1.0.1 rtf-parser@1.3.3

cat >check.mjs <<'CODE'
import toHtml from '@iarna/rtf-to-html';
import rtf2text from 'rtf2text';
const read = (library, rtf) => new Promise((done, fail) => {
  const whenRead = (error, result) => (error ? fail(error) : done(result.replace(/^[^]*<body>|<[^>]*>/g, '').trim()));
  (library.fromString ?? library.string)(rtf, whenRead);
});
const texts = ['\\ldblquote We stay,\\rdblquote  she said. It\\rquote s so.', 'Mayor 1914\\endash 1918, and then\\emdash no.', "\\'93We stay,\\'94 she said."];
for (const text of texts) {
  const rtf = `{\\rtf1\\ansi\\ansicpg1252\\deff0{\\fonttbl{\\f0 Arial;}}\\pard ${text}\\par}`;
  console.log(`${text} | ${await read(toHtml, rtf)} | ${await read(rtf2text, rtf)}`);
}
CODE

cat >expected.txt <<'SEEN'
\ldblquote We stay,\rdblquote  she said. It\rquote s so. | We stay, she said. Its so. | We stay, she said. Its so.
Mayor 1914\endash 1918, and then\emdash no. | Mayor 19141918, and thenno. | Mayor 19141918, and thenno.
\'93We stay,\'94 she said. | “We stay,” she said. | “We stay,” she said.
SEEN

node check.mjs >seen.txt
diff expected.txt seen.txt
cat seen.txt
