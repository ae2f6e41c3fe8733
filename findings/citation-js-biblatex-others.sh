#!/bin/sh
# @citation-js/plugin-bibtex 0.8.2: BibTeX's "and others" (et al.) is read as a person of the family "others",
# and the EDTF mark of an approximate biblatex date ("2021-05~") is dropped: what was about May is May.
# Needs Node 20 or later and npm; installs into a temporary folder. Fails if what is seen changes.
set -eu
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund --ignore-scripts --save-exact @citation-js/core@0.8.2 @citation-js/plugin-bibtex@0.8.2

cat >check.mjs <<'CODE'
const print = (...parts) => console.log(parts.join(' '));
import { Cite } from '@citation-js/core';
import '@citation-js/plugin-bibtex';
const [read] = new Cite('@article{x, author={Berg, Ida and others}, title={Boats}, date={2021-05~}}').data;
print(JSON.stringify(read.author));
print(JSON.stringify(read.issued));
CODE

cat >expected.txt <<'SEEN'
[{"given":"Ida","family":"Berg"},{"family":"others"}]
{"date-parts":[[2021,5]]}
SEEN

node check.mjs >seen.txt
diff expected.txt seen.txt
cat seen.txt
