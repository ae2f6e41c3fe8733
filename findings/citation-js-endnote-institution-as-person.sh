#!/bin/sh
# @citation-js/plugin-enw 0.3.0 (with core 0.7.9): an institution (CSL `literal`) is written to EndNote's tagged format as it stands.
# EndNote's manual wants a comma behind such a name ("Harbour Board,"), since without one the last word is the family name; and so it is, here
# by the same library: what it wrote comes back as a person of the family Board with the first name Harbour. Written with the comma, it comes
# back with that comma in its family name. Write the comma for EndNote oneself, and take it off on reading.
# Needs Node 20 or later and npm; installs into a temporary folder. Fails if what is seen changes.
set -eu
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund --ignore-scripts --save-exact @citation-js/core@0.7.9 @citation-js/plugin-enw@0.3.0

cat >check.mjs <<'CODE'
import { Cite } from '@citation-js/core';
import '@citation-js/plugin-enw';
const written = new Cite({ id: 'x', type: 'report', title: 'T', author: [{ literal: 'Harbour Board' }] }).format('enw');
console.log(written.match(/^%A.*$/m)[0], JSON.stringify(new Cite(written).data[0].author));
const withComma = written.replace('%A Harbour Board', '%A Harbour Board,');
console.log(withComma.match(/^%A.*$/m)[0], JSON.stringify(new Cite(withComma).data[0].author));
CODE

cat >expected.txt <<'SEEN'
%A Harbour Board [{"given":"Harbour","family":"Board"}]
%A Harbour Board, [{"given":"Harbour","family":"Board,"}]
SEEN

node check.mjs >seen.txt
diff expected.txt seen.txt
cat seen.txt
