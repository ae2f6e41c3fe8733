#!/bin/sh
# @orama/orama 3.1.18: with the language that it has by default, English, a letter that is not on its short list cuts a word in two:
# "Zürich" is found by "rich" and "Müller" by "ller", and who searches for "Zürich" gets the rich as well. Letters are folded only then.
# Needs Node 20 or later and npm; installs into a temporary folder. Fails if what is seen changes.
set -eu
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund --ignore-scripts --save-exact @orama/orama@3.1.18

cat >check.mjs <<'CODE'
import { create, insert, search } from '@orama/orama';
const texts = ['The bank of Zürich', 'The rich of the town', 'Anna Müller', 'Peña and Østlund'];
const found = (language, term) => {
  const index = create({ schema: { text: 'string' }, language });
  for (const text of texts) insert(index, { text });
  return JSON.stringify(search(index, { term }).hits.map(({ document }) => document.text).sort());
};
console.log('rich', found('english', 'rich'));
console.log('ller', found('english', 'ller'));
console.log('stlund', found('english', 'stlund'));
console.log('German: rich', found('german', 'rich'));
console.log('Zürich', found('english', 'Zürich'));
CODE

cat >expected.txt <<'SEEN'
rich ["The bank of Zürich","The rich of the town"]
ller ["Anna Müller"]
stlund ["Peña and Østlund"]
German: rich ["The rich of the town"]
Zürich ["The bank of Zürich","The rich of the town"]
SEEN

node check.mjs >seen.txt
diff expected.txt seen.txt
cat seen.txt
