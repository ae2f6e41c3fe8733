#!/bin/sh
# @citation-js/plugin-bibtex 0.8.2: a CSL date in words, which CSL allows ("literal"), is written to neither BibTeX
# nor biblatex, and of a season or "circa" only the bare year comes out: no message, no note field.
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
const dates = (issued) => {
  const cite = new Cite({ id: 'a', type: 'article-newspaper', title: 'Boats', issued });
  return ['bibtex', 'biblatex'].map((f) => /(?:year|date) = \{[^}]*\}/.exec(cite.format(f))?.[0] ?? 'no date').join(', ');
};
print(dates({ literal: 'spring 2021' }));
print(dates({ 'date-parts': [[2021]], season: 1 }));
print(dates({ 'date-parts': [[2021]], circa: true }));
CODE

cat >expected.txt <<'SEEN'
no date, no date
year = {2021}, date = {2021}
year = {2021}, date = {2021}
SEEN

node check.mjs >seen.txt
diff expected.txt seen.txt
cat seen.txt
