#!/bin/sh
# @citation-js/name 0.4.2, through which Citation.js splits names: of a name of one word with a number the number is
# lost, so that two rulers, or two popes, are one author. The suffix of a name written without a second comma is a
# family name ("Ida Berg Jr.") or a given name ("Ida Berg, Jr."), though "Ida Berg III" and "Berg, Ida, Jr." are read
# right.
# Needs Node 20 or later and npm; installs into a temporary folder. Fails if what is seen changes.
set -eu
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund --ignore-scripts --save-exact @citation-js/name@0.4.2

cat >check.mjs <<'CODE'
import { parse } from '@citation-js/name';
for (const text of ['Ludwig II', 'Ludwig III', 'Ida Berg III', 'Berg, Ida, Jr.', 'Ida Berg Jr.', 'Ida Berg, Jr.', 'Ida Berg and Leo Lund']) {
  console.log(`${text}: ${JSON.stringify(parse(text))}`);
}
CODE

cat >expected.txt <<'SEEN'
Ludwig II: {"family":"Ludwig"}
Ludwig III: {"family":"Ludwig"}
Ida Berg III: {"given":"Ida","suffix":"III","family":"Berg"}
Berg, Ida, Jr.: {"given":"Ida","suffix":"Jr.","family":"Berg"}
Ida Berg Jr.: {"given":"Ida Berg","family":"Jr."}
Ida Berg, Jr.: {"given":"Jr.","family":"Ida Berg"}
Ida Berg and Leo Lund: {"given":"Ida Berg","non-dropping-particle":"and","family":"Leo Lund"}
SEEN

node check.mjs >seen.txt
diff expected.txt seen.txt
cat seen.txt
