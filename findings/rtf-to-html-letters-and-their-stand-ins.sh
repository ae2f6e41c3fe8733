#!/bin/sh
# @iarna/rtf-to-html 1.1.0 and rtf2text 1.0.1 (both on rtf-parser 1.3.3): RTF writes a letter that old readers lack as \u and its
# number, and behind it what those are to show instead. By the specification a reader that knows \u passes over the one sign that
# follows, unless \uc says how many. Here it stays: `\u321?` is "Ł?", and quotation marks with the old ones behind them are double,
# which a reader of quotations takes for a quotation in a quotation. With `\uc0`, as some programs write, all is right. Take the
# sign behind each \u out of the file before, as many as \uc says.
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
for (const text of ["\\u321?\\'f3d\\u378?", "\\u8220\\'93We stay\\u8221\\'94", '\\uc0\\u8220 We stay\\u8221 ']) {
  const rtf = `{\\rtf1\\ansi\\ansicpg1252\\deff0{\\fonttbl{\\f0 Arial;}}\\pard ${text}\\par}`;
  console.log(`${text} | ${await read(toHtml, rtf)} | ${await read(rtf2text, rtf)}`);
}
CODE

cat >expected.txt <<'SEEN'
\u321?\'f3d\u378? | Ł?ódź? | Ł?ódź?
\u8220\'93We stay\u8221\'94 | ““We stay”” | ““We stay””
\uc0\u8220 We stay\u8221  | “We stay” | “We stay”
SEEN

node check.mjs >seen.txt
diff expected.txt seen.txt
cat seen.txt
