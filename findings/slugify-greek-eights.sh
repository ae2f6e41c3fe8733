#!/bin/sh
# slugify 1.6.9: the Greek letter theta is written as the figure 8, as in text messages of the nineties, so that Athens has the address
# "A8hna" and a year or an edition cannot be told from a letter; Vietnamese Đ is Serbian "DJ", and ½ and № are dropped.
# Needs Node 20 or later and npm; installs into a temporary folder. Fails if what is seen changes.
set -eu
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund --ignore-scripts --save-exact slugify@1.6.9

cat >check.mjs <<'CODE'
import slugify from 'slugify';
for (const text of ['Αθήνα', 'Θεσσαλονίκη 2021', 'Đình', '5½ years', 'Μαρία']) console.log(text, slugify(text));
CODE

cat >expected.txt <<'SEEN'
Αθήνα A8hna
Θεσσαλονίκη 2021 8essalonikh-2021
Đình DJinh
5½ years 5-years
Μαρία Maria
SEEN

node check.mjs >seen.txt
diff expected.txt seen.txt
cat seen.txt
