#!/bin/sh
# full-name-splitter 1.1.1 says that it removes suffixes such as III and Jr. It does so of "Ida Berg Jr" and "Ida Berg
# III", but with the point that American usage asks for, "Jr." is the family name: all such people are called Jr. Behind
# a comma it is the given name, and "Ida Berg" the family name.
# Needs Node 20 or later and npm; installs into a temporary folder. Fails if what is seen changes.
set -eu
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund --ignore-scripts --save-exact full-name-splitter@1.1.1

cat >check.mjs <<'CODE'
import splitter from 'full-name-splitter';
const split = splitter.default ?? splitter;
for (const text of ['Ida Berg III', 'Ida Berg Jr', 'Ida Berg Jr.', 'Leo Lund Sr.', 'Ida Berg, Jr.', 'Berg, Ida']) {
  console.log(`${text}: ${JSON.stringify(split(text))}`);
}
CODE

cat >expected.txt <<'SEEN'
Ida Berg III: ["Ida","Berg"]
Ida Berg Jr: ["Ida","Berg"]
Ida Berg Jr.: ["Ida Berg","Jr."]
Leo Lund Sr.: ["Leo Lund","Sr."]
Ida Berg, Jr.: ["Jr.","Ida Berg"]
Berg, Ida: ["Ida","Berg"]
SEEN

node check.mjs >seen.txt
diff expected.txt seen.txt
cat seen.txt
