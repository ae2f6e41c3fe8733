#!/bin/sh
# biblatex-csl-converter 3.6.0: an interval without an end ("2021-05-04/..", EDTF: open) is written back as one whose end is not
# known ("2021-05-04/"), which EDTF tells apart.
# Needs Node 20 or later and npm; installs into a temporary folder. Fails if what is seen changes.
set -eu
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund --ignore-scripts --save-exact biblatex-csl-converter@3.6.0

cat >check.mjs <<'CODE'
const print = (...parts) => console.log(parts.join(' '));
import { BibLatexExporter, BibLatexParser } from 'biblatex-csl-converter';
const { entries } = new BibLatexParser('@online{x, author={Berg, Ida}, title={Boats}, date={2021-05-04/..}}').parse();
print(/date = .*/.exec(new BibLatexExporter(entries).parse())[0]);
CODE

cat >expected.txt <<'SEEN'
date = {2021-05-04/},
SEEN

node check.mjs >seen.txt
diff expected.txt seen.txt
cat seen.txt
