#!/bin/sh
# parse5 8.1.1, `sourceCodeLocationInfo`: where a character reference stands right behind white space that is left out or that belongs to
# another place of the tree, the places of text are off. In `<pre>`, whose first line break is dropped, the text `<x` of `&lt;x` is said
# to stand at `;x`; and behind `<head>` the blank is said to stand at ` &amp` and the text `&b` at `;b`. Without the blank all is right.
# Needs Node 20 or later and npm; installs into a temporary folder. Fails if what is seen changes.
set -eu
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund --ignore-scripts --save-exact parse5@8.1.1

cat >check.mjs <<'CODE'
import { parse } from 'parse5';
for (const html of ['<pre>&lt;x</pre>', '<pre>\n&lt;x</pre>', '<html><head>&amp;b', '<html><head> &amp;b']) {
  const texts = [];
  const walk = (node) => {
    const at = node.sourceCodeLocation;
    if (node.nodeName === '#text') texts.push([node.value, html.slice(at.startOffset, at.endOffset)]);
    for (const child of node.childNodes ?? []) walk(child);
  };
  walk(parse(html, { sourceCodeLocationInfo: true }));
  console.log(JSON.stringify(html), JSON.stringify(texts));
}
CODE

cat >expected.txt <<'SEEN'
"<pre>&lt;x</pre>" [["<x","&lt;x"]]
"<pre>\n&lt;x</pre>" [["<x",";x"]]
"<html><head>&amp;b" [["&b","&amp;b"]]
"<html><head> &amp;b" [[" "," &amp"],["&b",";b"]]
SEEN

node check.mjs >seen.txt
diff expected.txt seen.txt
cat seen.txt
