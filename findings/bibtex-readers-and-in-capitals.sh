#!/bin/sh
# biblatex-csl-converter 3.6.0 and astrocite-bibtex 0.16.4: authors that are joined by "AND", as exports of library catalogues
# have them, are one person: the given names "Ida Berg AND Jon" of a Dahl for the one, the family "Berg AND Jon Dahl" for the
# other. BibTeX (bibtex.web, where it looks for the "and") takes letters of either kind, and @citation-js/plugin-bibtex 0.8.2 and
# @retorquere/bibtex-parser 9.0.29 read two. No error, no warning: a quotation is filed under somebody who does not exist. Set the
# word in small letters before.
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
const file = '@article{a, author = {Ida Berg AND Jon Dahl}, title = {T}, date = {2021}}';
console.log('biblatex-csl-converter', JSON.stringify(Object.values(new CSLExporter(new BibLatexParser(file).parse().entries).parse())[0].author));
console.log('astrocite', JSON.stringify(astrocite.parse(file)[0].author));
console.log('citation-js', JSON.stringify(new Cite(file).data[0].author));
console.log('bibtex-parser', JSON.stringify(parse(file).entries[0].fields.author));
CODE

cat >expected.txt <<'SEEN'
biblatex-csl-converter [{"given":"Ida Berg AND Jon","family":"Dahl"}]
astrocite [{"family":"Berg AND Jon Dahl","given":"Ida"}]
citation-js [{"given":"Ida","family":"Berg"},{"given":"Jon","family":"Dahl"}]
bibtex-parser [{"lastName":"Berg","firstName":"Ida"},{"lastName":"Dahl","firstName":"Jon"}]
SEEN

node check.mjs >seen.txt
diff expected.txt seen.txt
cat seen.txt
