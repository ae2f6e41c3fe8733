#!/bin/sh
# flexsearch 0.8.212: with its settings as they come, numbers are cut into groups of three figures, so that a year, an amount or a
# number of dead finds texts that do not have it: "201" finds 2019, and "9" finds it too, while "19" does not.
# Needs Node 20 or later and npm; installs into a temporary folder. Fails if what is seen changes.
set -eu
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund --ignore-scripts --save-exact flexsearch@0.8.212

cat >check.mjs <<'CODE'
import flexsearch from 'flexsearch';

const texts = ['The ferry stopped in 2019.', 'The fare is 201 crowns.', 'They counted 9 crews.', 'They counted 19 boats.'];
const index = new flexsearch.Index();
for (const [i, text] of texts.entries()) index.add(i, text);
for (const query of ['2019', '201', '9', '19']) {
  console.log(query);
  for (const i of index.search(query).sort()) console.log(`  ${texts[i]}`);
}
CODE

cat >expected.txt <<'SEEN'
2019
  The ferry stopped in 2019.
201
  The ferry stopped in 2019.
  The fare is 201 crowns.
9
  The ferry stopped in 2019.
  They counted 9 crews.
19
  They counted 19 boats.
SEEN

node check.mjs >seen.txt
diff expected.txt seen.txt
cat seen.txt
