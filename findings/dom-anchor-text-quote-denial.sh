#!/bin/sh
# dom-anchor-text-quote 4.0.2: a quotation that does not stand in the page is anchored all the same,
# without a score or a warning, to other words: a denial to the statement that it denies.
# One would expect null, as for words of which nothing stands there.
# Needs Node 20 or later and npm; installs into a temporary folder. Fails if what is seen changes.
set -eu
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund --ignore-scripts --save-exact dom-anchor-text-quote@4.0.2 jsdom@26.1.0

cat >check.mjs <<'CODE'
const print = (...parts) => console.log(parts.join(' '));
import { JSDOM } from 'jsdom';
import { toRange } from 'dom-anchor-text-quote';
const { window } = new JSDOM('<p>The mayor said she will pay the crew by Monday.</p>');
Object.assign(globalThis, { document: window.document, Node: window.Node, NodeFilter: window.NodeFilter });
const anchored = (exact) => String(toRange(window.document.body, { exact }));
print(anchored('she will not pay the crew'));
print(anchored('The mayor denied she will pay'));
print(anchored('Nothing of this stands there at all'));
CODE

cat >expected.txt <<'SEEN'
she will pay the crew by 
The mayor said she will pay t
null
SEEN

node check.mjs >seen.txt
diff expected.txt seen.txt
cat seen.txt
