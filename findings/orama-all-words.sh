#!/bin/sh
# @orama/orama 3.1.18: with `threshold: 0`, documented as giving only documents that hold all words searched for, a document comes too
# that lacks one, if another word is the beginning of two of its words: "mayor’s" (cut at its apostrophe) finds "he said so".
# Needs Node 20 or later and npm; installs into a temporary folder. Fails if what is seen changes.
set -eu
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund --ignore-scripts --save-exact @orama/orama@3.1.18

cat >check.mjs <<'CODE'
import { create, insert, search } from '@orama/orama';
const index = create({ schema: { text: 'string' } });
for (const text of ['The mayor’s plan', 'he said so', 'the ferry and the ferryman', 'the ferry of Ida Berg']) insert(index, { text });
for (const term of ['ferry Berg', 'Ida Berg', 'mayor’s']) {
  console.log(term, JSON.stringify(search(index, { term, threshold: 0 }).hits.map(({ document }) => document.text)));
}
CODE

cat >expected.txt <<'SEEN'
ferry Berg ["the ferry and the ferryman","the ferry of Ida Berg"]
Ida Berg ["the ferry of Ida Berg"]
mayor’s ["he said so","The mayor’s plan"]
SEEN

node check.mjs >seen.txt
diff expected.txt seen.txt
cat seen.txt
