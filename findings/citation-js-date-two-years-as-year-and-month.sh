#!/bin/sh
# @citation-js/date 0.5.1, through which Citation.js reads dates: "1999-2001" is month 20 of 1999, "1999/2001" month
# 1999 of 2001, and "12/31/2020" day 12 of month 31, without a word, while "c. 1999" is kept as it stands under `raw`.
# Two figures are taken for the years 21 and 99 of our era. One would expect what is no date of one day, month or year
# to be kept under `raw` too.
# Needs Node 20 or later and npm; installs into a temporary folder. Fails if what is seen changes.
set -eu
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund --ignore-scripts --save-exact @citation-js/date@0.5.1

cat >check.mjs <<'CODE'
import { parse } from '@citation-js/date';
for (const text of ['1999', 'c. 1999', '1999-2001', '1999/2001', '12/31/2020', '31/12/2020', '4-Mar-21', '4 March 99']) {
  console.log(`${text}: ${JSON.stringify(parse(text))}`);
}
CODE

cat >expected.txt <<'SEEN'
1999: {"date-parts":[[1999]]}
c. 1999: {"raw":"c. 1999"}
1999-2001: {"date-parts":[[1999,20]]}
1999/2001: {"date-parts":[[2001,1999]]}
12/31/2020: {"date-parts":[[2020,31,12]]}
31/12/2020: {"date-parts":[[2020,12,31]]}
4-Mar-21: {"date-parts":[[21,3,4]]}
4 March 99: {"date-parts":[[99,3,4]]}
SEEN

node check.mjs >seen.txt
diff expected.txt seen.txt
cat seen.txt
