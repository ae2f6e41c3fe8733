#!/bin/sh
# biblatex-csl-converter 3.6.0: a family name ends where a command stands in it that the converter does not know, or an apostrophe
# in a group of its own: L\d{a}ng is L, d{\textquoteright}Or is "d", and of Dahl\textsuperscript{a} the mark is gone. Of two
# marks on a letter, as names of Vietnam have them (Nguy{\~{\^e}}n, LaTeX's usual writing), one is set on the letter before it:
# "Nguỹên". There is neither an error nor a warning, though unknown fields have one. @citation-js/plugin-bibtex 0.8.2 reads all
# four. Write names in a file as letters, not as commands.
# Needs Node 20 or later and npm; installs into a temporary folder. Fails if what is seen changes.
set -eu
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund --ignore-scripts --save-exact @citation-js/core@0.8.2 @citation-js/plugin-bibtex@0.8.2 biblatex-csl-converter@3.6.0

cat >check.mjs <<'CODE'
import { Cite } from '@citation-js/core';
import '@citation-js/plugin-bibtex';
import { BibLatexParser, CSLExporter } from 'biblatex-csl-converter';
for (const name of ['L\\d{a}ng', 'd{\\textquoteright}Or', 'Dahl\\textsuperscript{a}', 'Nguy{\\~{\\^e}}n', 'Nguyễn']) {
  const file = `@article{a, author = {${name}, Ida}, title = {T}, date = {2021}}`;
  const { entries, errors, warnings } = new BibLatexParser(file).parse();
  const [{ author }] = Object.values(new CSLExporter(entries).parse());
  const notes = `${errors.length} errors, ${warnings.length} warnings`;
  console.log(`${name} | ${author[0].family.normalize()} (${notes}) | citation-js: ${new Cite(file).data[0].author[0].family.normalize()}`);
}
CODE

cat >expected.txt <<'SEEN'
L\d{a}ng | L (0 errors, 0 warnings) | citation-js: Lạng
d{\textquoteright}Or | d (0 errors, 0 warnings) | citation-js: d’Or
Dahl\textsuperscript{a} | Dahl (0 errors, 0 warnings) | citation-js: Dahl<sup>a</sup>
Nguy{\~{\^e}}n | Nguỹên (0 errors, 0 warnings) | citation-js: Nguyễn
Nguyễn | Nguyễn (0 errors, 0 warnings) | citation-js: Nguyễn
SEEN

node check.mjs >seen.txt
diff expected.txt seen.txt
cat seen.txt
