#!/bin/sh
# @citation-js/plugin-bibtex 0.8.2 and @retorquere/bibtex-parser 9.0.29: an i with a mark, which TeX writes on the i without a
# dot ({\'\i}, LaTeX's manual on accents) and files of many years have so, comes out as that dotless i with the mark behind it
# (U+0131 U+0301). It looks like í, but Unicode does not take the two for one letter, under no normalisation: María of the file
# is not the María of a page, is not found by a search, and is a second author of an archive. Written {\'i} she is right, and
# biblatex-csl-converter 3.6.0 and astrocite-bibtex 0.16.4 read both. Replace U+0131 before a combining mark by i and normalise (NFC).
# Needs Node 20 or later and npm; installs into a temporary folder. Fails if what is seen changes.
set -eu
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund --ignore-scripts --save-exact @citation-js/core@0.8.2 @citation-js/plugin-bibtex@0.8.2 @retorquere/bibtex-parser@9.0.29 astrocite-bibtex@0.16.4 biblatex-csl-converter@3.6.0

cat >check.mjs <<'CODE'
import { Cite } from '@citation-js/core';
import '@citation-js/plugin-bibtex';
import { parse } from '@retorquere/bibtex-parser';
import * as astrocite from 'astrocite-bibtex';
import { BibLatexParser, CSLExporter } from 'biblatex-csl-converter';
const readers = {
  'citation-js': (file) => new Cite(file).data[0].author[0].given,
  'bibtex-parser': (file) => parse(file).entries[0].fields.author[0].firstName,
  'biblatex-csl-converter': (file) => Object.values(new CSLExporter(new BibLatexParser(file).parse().entries).parse())[0].author[0].given,
  astrocite: (file) => astrocite.parse(file)[0].author[0].given,
};
for (const name of ["Mar{\\'\\i}a", "Mar{\\'i}a"]) {
  for (const [reader, given] of Object.entries(readers)) {
    const read = given(`@article{a, author = {Berg, ${name}}, title = {T}, date = {2021}}`);
    console.log(name, reader, read.normalize('NFC') === 'María' ? 'María' : [...read].map((sign) => sign.codePointAt(0).toString(16)).join(' '));
  }
}
CODE

cat >expected.txt <<'SEEN'
Mar{\'\i}a citation-js 4d 61 72 131 301 61
Mar{\'\i}a bibtex-parser 4d 61 72 131 301 61
Mar{\'\i}a biblatex-csl-converter María
Mar{\'\i}a astrocite María
Mar{\'i}a citation-js María
Mar{\'i}a bibtex-parser María
Mar{\'i}a biblatex-csl-converter María
Mar{\'i}a astrocite María
SEEN

node check.mjs >seen.txt
diff expected.txt seen.txt
cat seen.txt
