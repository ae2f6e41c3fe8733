#!/bin/sh
# biblatex-csl-converter 3.6.0: what it writes as CSL has every title in small letters but for a first word and for words of
# capitals alone: "The Ferry of Ida Berg" is "The ferry of ida berg", and a title that begins with a quotation mark has not even
# the first. Its own reading of the field keeps the capitals, so it is the writer that takes them, with no note, and no CSL style
# can give them back. biblatex leaves it to the style, and most leave titles alone. Braces in the file protect a word. Take the
# title from the entries that the parser gives.
# Needs Node 20 or later and npm; installs into a temporary folder. Fails if what is seen changes.
set -eu
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund --ignore-scripts --save-exact biblatex-csl-converter@3.6.0

cat >check.mjs <<'CODE'
import { BibLatexParser, CSLExporter } from 'biblatex-csl-converter';
for (const title of ['The Ferry of Ida Berg', 'NATO and Norway', '“We Stay,” Says Berg', 'The Ferry of {Ida Berg}']) {
  const { entries } = new BibLatexParser(`@article{a, title = {${title}}, date = {2021}}`).parse();
  const read = entries[1].fields.title.map(({ text }) => text).join('');
  console.log(`${title} | ${read} | ${Object.values(new CSLExporter(entries).parse())[0].title}`);
}
CODE

cat >expected.txt <<'SEEN'
The Ferry of Ida Berg | The Ferry of Ida Berg | The ferry of ida berg
NATO and Norway | NATO and Norway | NATO and norway
“We Stay,” Says Berg | “We Stay,” Says Berg | “we stay,” says berg
The Ferry of {Ida Berg} | The Ferry of Ida Berg | The ferry of <span class="nocase">Ida Berg</span>
SEEN

node check.mjs >seen.txt
diff expected.txt seen.txt
cat seen.txt
