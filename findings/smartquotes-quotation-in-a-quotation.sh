#!/bin/sh
# smartquotes 2.3.2: a quotation within a quotation that begins it turns the outer opening mark into a closing one, as does an elided word
# ("'Twas"), so whoever pairs the marks finds no quotation, or one that begins where this one ends.
# Needs Node 20 or later and npm; installs into a temporary folder. Fails if what is seen changes.
set -eu
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund --ignore-scripts --save-exact smartquotes@2.3.2

cat >check.mjs <<'CODE'
import smartquotes from 'smartquotes';
for (const text of ['She said, "\'No\' means no."', 'She said, "\'Twas he."', 'She said, "No means \'no\' here."']) console.log(smartquotes.string(text));
CODE

cat >expected.txt <<'SEEN'
She said, ”‘No’ means no.”
She said, ”’Twas he.”
She said, “No means ‘no’ here.”
SEEN

node check.mjs >seen.txt
diff expected.txt seen.txt
cat seen.txt
