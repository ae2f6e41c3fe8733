#!/bin/sh
# @citation-js/plugin-bibtex 0.8.2: of a link with words, \href{address}{words}, as LaTeX's package hyperref has it, the address is
# kept and the words are dropped, so that a note "withdrawn, see the \href{…}{letter of the mayor}" no longer says whose letter;
# hyperref prints the words and hides the address. biblatex-csl-converter 3.6.0 sets both without a blank, @retorquere/bibtex-parser
# 9.0.29 makes an HTML link of them. Nothing is reported. Keep the field as it stands beside what is read of it.
# Needs Node 20 or later and npm; installs into a temporary folder. Fails if what is seen changes.
set -eu
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund --ignore-scripts --save-exact @citation-js/core@0.8.2 @citation-js/plugin-bibtex@0.8.2 @retorquere/bibtex-parser@9.0.29 biblatex-csl-converter@3.6.0

cat >check.mjs <<'CODE'
import { Cite } from '@citation-js/core';
import '@citation-js/plugin-bibtex';
import { parse } from '@retorquere/bibtex-parser';
import { BibLatexParser, CSLExporter } from 'biblatex-csl-converter';
const file = '@article{a, title = {T}, note = {Withdrawn, see the \\href{https://example.org/9}{letter of the mayor}.}, date = {2021}}';
console.log('@citation-js/plugin-bibtex:', new Cite(file).data[0].note);
console.log('biblatex-csl-converter:', Object.values(new CSLExporter(new BibLatexParser(file).parse().entries).parse())[0].note);
console.log('@retorquere/bibtex-parser:', parse(file).entries[0].fields.note);
CODE

cat >expected.txt <<'SEEN'
@citation-js/plugin-bibtex: Withdrawn, see the https://example.org/9.
biblatex-csl-converter: Withdrawn, see the https://example.org/9letter of the mayor.
@retorquere/bibtex-parser: Withdrawn, see the <a href="https://example.org/9">letter of the mayor</a>.
SEEN

node check.mjs >seen.txt
diff expected.txt seen.txt
cat seen.txt
