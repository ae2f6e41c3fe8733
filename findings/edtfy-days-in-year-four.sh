#!/bin/sh
# edtfy 0.0.8: an interval that names its month or its century once, as everybody writes it, begins or ends in a year of
# antiquity: "4-6 March 2021" lasts from the year 4 to March 2021, "6 to 8 May 1850" from the year 6, and the war of
# "1914-18" ends in the year 18. What comes out is well-formed EDTF, so that nothing warns whoever reads it.
# Needs Node 20 or later and npm; installs into a temporary folder. Fails if what is seen changes.
set -eu
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund --ignore-scripts --save-exact edtfy@0.0.8

cat >check.mjs <<'CODE'
import edtfy from 'edtfy';
for (const text of ['4 March 2021', '1914-1918', '4-6 March 2021', '6 to 8 May 1850', '1914-18']) console.log(`${text}: ${edtfy(text)}`);
CODE

cat >expected.txt <<'SEEN'
4 March 2021: 2021-03-04
1914-1918: 1914/1918
4-6 March 2021: 0004/2021-03-06
6 to 8 May 1850: 0006/1850-05-08
1914-18: 1914/0018
SEEN

node check.mjs >seen.txt
diff expected.txt seen.txt
cat seen.txt
