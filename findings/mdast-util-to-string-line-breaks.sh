#!/bin/sh
# mdast-util-to-string 4.0.0: of a hard line break in Markdown nothing is left, not even a space, so that the last word of a line of verse
# or of an address and the first of the next are one; a soft one is a line break. Items of a list and cells are joined as well.
# Needs Node 20 or later and npm; installs into a temporary folder. Fails if what is seen changes.
set -eu
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund --ignore-scripts --save-exact mdast-util-to-string@4.0.0 mdast-util-from-markdown@2.0.2

cat >check.mjs <<'CODE'
import { fromMarkdown } from 'mdast-util-from-markdown';
import { toString } from 'mdast-util-to-string';
for (const text of ['The ferry\\\nstays with us', 'The ferry  \nstays with us', 'The ferry\nstays with us', '- No.\n- Yes.']) console.log(JSON.stringify(toString(fromMarkdown(text))));
CODE

cat >expected.txt <<'SEEN'
"The ferrystays with us"
"The ferrystays with us"
"The ferry\nstays with us"
"No.Yes."
SEEN

node check.mjs >seen.txt
diff expected.txt seen.txt
cat seen.txt
