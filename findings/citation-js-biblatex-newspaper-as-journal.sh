#!/bin/sh
# @citation-js/plugin-bibtex 0.8.2: a newspaper article is written to biblatex as @article and nothing more, and read back it
# is one of a scholarly journal. biblatex has `entrysubtype` for finer kinds, and those who read and write newspapers (Pandoc,
# biblatex-csl-converter 3.6.0) have "newspaper" there; here the field is read as the `genre` of a journal article. Other rules of a
# style then hold for it, and a search for what newspapers say misses it. Set the type after reading where the entry has the field,
# and add the field after writing.
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
const work = { id: 'x', type: 'article-newspaper', title: 'T', 'container-title': 'The Mail', issued: { 'date-parts': [[2021, 5, 4]] } };
const written = new Cite(work).format('biblatex');
console.log(written.replaceAll(/\s+/g, ' ').trim());
const marked = written.replace('title = {T}', 'title = {T}, entrysubtype = {newspaper}');
for (const file of [written, marked]) {
  const { type, genre } = new Cite(file).data[0];
  const [{ type: other }] = Object.values(new CSLExporter(new BibLatexParser(file).parse().entries).parse());
  console.log(file === marked ? 'with entrysubtype:' : 'as written:', 'citation-js', type, genre, '| biblatex-csl-converter', other);
}
CODE

cat >expected.txt <<'SEEN'
@article{2021T, journaltitle = {The Mail}, date = {2021-05-04}, title = {T}, }
as written: citation-js article-journal undefined | biblatex-csl-converter article
with entrysubtype: citation-js article-journal newspaper | biblatex-csl-converter article-newspaper
SEEN

node check.mjs >seen.txt
diff expected.txt seen.txt
cat seen.txt
