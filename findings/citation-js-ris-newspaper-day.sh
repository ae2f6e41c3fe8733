#!/bin/sh
# @citation-js/plugin-ris 0.8.2: of a newspaper article's date only the year is written to RIS (no DA line), so the day on which it
# stood in the paper is lost; a magazine article's and a web page's day is written.
# Needs Node 20 or later and npm; installs into a temporary folder. Fails if what is seen changes.
set -eu
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund --ignore-scripts --save-exact @citation-js/core@0.8.2 @citation-js/plugin-ris@0.8.2

cat >check.mjs <<'CODE'
import { Cite } from '@citation-js/core';
import '@citation-js/plugin-ris';
for (const type of ['article-newspaper', 'article-magazine', 'webpage']) {
  const written = new Cite({ id: 'x', type, title: 'The ferry', issued: { 'date-parts': [[2021, 5, 4]] } }).format('ris');
  console.log(type, JSON.stringify(written.match(/^(?:DA|PY) .*$/gm)), JSON.stringify(new Cite(written).data[0].issued));
}
CODE

cat >expected.txt <<'SEEN'
article-newspaper ["PY  - 2021"] {"date-parts":[[2021]]}
article-magazine ["DA  - 2021/5/4/","PY  - 2021"] {"date-parts":[[2021,5,4]]}
webpage ["DA  - 2021/5/4/","PY  - 2021"] {"date-parts":[[2021,5,4]]}
SEEN

node check.mjs >seen.txt
diff expected.txt seen.txt
cat seen.txt
