#!/bin/sh
# @citation-js/plugin-bibtex 0.8.2: biblatex's unspecified digits (EDTF: "201X", a year of the 2010s; "19XX", of the 1900s) are read as
# noughts, so a decade or a century is its first year, and the years before our era are the year 0.
# Needs Node 20 or later and npm; installs into a temporary folder. Fails if what is seen changes.
set -eu
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund --ignore-scripts --save-exact @citation-js/core@0.8.2 @citation-js/plugin-bibtex@0.8.2

cat >check.mjs <<'CODE'
import { Cite } from '@citation-js/core';
import '@citation-js/plugin-bibtex';
for (const date of ['201X', '19XX', '2021-XX', '-0044', '2016']) {
  console.log(date, JSON.stringify(new Cite(`@book{x, title={Boats}, date={${date}}}`).data[0].issued));
}
CODE

cat >expected.txt <<'SEEN'
201X {"date-parts":[[2010]]}
19XX {"date-parts":[[1900]]}
2021-XX {"date-parts":[[2021]]}
-0044 {"date-parts":[[0]]}
2016 {"date-parts":[[2016]]}
SEEN

node check.mjs >seen.txt
diff expected.txt seen.txt
cat seen.txt
