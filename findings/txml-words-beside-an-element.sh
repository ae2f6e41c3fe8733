#!/bin/sh
# txml 6.0.3: with `simplify: true`, as with its function simplify(), the words that stand beside an element are left out: of
# "She did <emph>not</emph> pay." only "not" is there, and of a paragraph with one name in it only the name; a paragraph without
# an element is whole. One would expect the text under some key of its own, or an error. Without simplify() the words are there,
# but joined ("She didnotpay." when written again): the default is said to leave out "whitespace text nodes", and also takes the
# blanks at the ends of words. `keepWhitespace: true`, given both to parse() and to stringify(), keeps the text.
# Needs Node 20 or later and npm; installs into a temporary folder. Fails if what is seen changes.
set -eu
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund --ignore-scripts --save-exact txml@6.0.3

cat >check.mjs <<'CODE'
import { parse, stringify } from 'txml';
const xml = '<div><p>She did <emph>not</emph> pay.</p><p>We stay.</p></div>';
console.log('simplify:', JSON.stringify(parse(xml, { simplify: true })));
console.log('default:', stringify(parse(xml)));
console.log('keepWhitespace:', stringify(parse(xml, { keepWhitespace: true }), { keepWhitespace: true }));
CODE

cat >expected.txt <<'SEEN'
simplify: {"div":{"p":[{"emph":"not"},"We stay."]}}
default: <div><p>She did<emph>not</emph>pay.</p><p>We stay.</p></div>
keepWhitespace: <div><p>She did <emph>not</emph> pay.</p><p>We stay.</p></div>
SEEN

node check.mjs >seen.txt
diff expected.txt seen.txt
cat seen.txt
