#!/bin/sh
# typogr 0.6.8: a quotation right behind a dash (U+2014), as newspapers set it, gets a closing mark at both ends, so that it has no
# beginning; with "--" for the dash it has both.
# Needs Node 20 or later and npm; installs into a temporary folder. Fails if what is seen changes.
set -eu
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund --ignore-scripts --save-exact typogr@0.6.8

cat >check.mjs <<'CODE'
import typogr from 'typogr';
for (const text of ['"Yes"—"No," they said.', 'They said one thing—"No."', 'They said one thing--"No."']) console.log(typogr.smartypants(text));
CODE

cat >expected.txt <<'SEEN'
&#8220;Yes&#8221;—&#8221;No,&#8221; they said.
They said one thing—&#8221;No.&#8221;
They said one thing&#8211;&#8220;No.&#8221;
SEEN

node check.mjs >seen.txt
diff expected.txt seen.txt
cat seen.txt
