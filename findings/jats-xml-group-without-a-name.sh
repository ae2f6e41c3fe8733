#!/bin/sh
# jats-xml 1.1.1: `frontmatter` gives an author that is a group (`collab`), as JATS writes consortia and institutions,
# the name " ", a blank, so that an article of a group alone has one author whose name is nothing. A suffix is lost as
# well: Ida Berg Jr. and her mother are one. Both are in the tree that was read.
# Needs Node 20 or later and npm; installs into a temporary folder. Fails if what is seen changes.
set -eu
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund --ignore-scripts --save-exact jats-xml@1.1.1

cat >check.mjs <<'CODE'
import { Jats } from 'jats-xml';
const authors = (name) => {
  const title = '<title-group><article-title>On Votes</article-title></title-group>';
  const contribs = `<contrib-group><contrib contrib-type="author">${name}</contrib></contrib-group>`;
  const article = `<article><front><article-meta>${title}${contribs}</article-meta></front><body><p>We paid.</p></body></article>`;
  return JSON.stringify(new Jats(article).frontmatter.authors.map((author) => author.name));
};
console.log(authors('<name><surname>Berg</surname><given-names>Ida</given-names></name>'));
console.log(authors('<name><surname>Berg</surname><given-names>Ida</given-names><suffix>Jr.</suffix></name>'));
console.log(authors('<collab>Lund Election Study</collab>'));
CODE

cat >expected.txt <<'SEEN'
["Ida Berg"]
["Ida Berg"]
[" "]
SEEN

node check.mjs >seen.txt
diff expected.txt seen.txt
cat seen.txt
