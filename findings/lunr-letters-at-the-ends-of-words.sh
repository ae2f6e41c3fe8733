#!/bin/sh
# lunr 2.3.9: a letter of Latin script beyond ASCII is cut off at either end of a word when the word is indexed, but not when it is searched
# for, so that "café" and "Østlund" are not found as they are written, and "caf" and "stlund" are; within a word such letters stay.
# Needs Node 20 or later and npm; installs into a temporary folder. Fails if what is seen changes.
set -eu
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund --ignore-scripts --save-exact lunr@2.3.9

cat >check.mjs <<'CODE'
import lunr from 'lunr';
const index = lunr(function () {
  this.ref('id');
  this.field('text');
  this.add({ id: 'a', text: 'Ida Østlund in the café said so' });
  this.add({ id: 'b', text: 'a naïve question of Müller' });
});
for (const word of ['café', 'caf', 'Østlund', 'stlund', 'naïve', 'Müller']) {
  console.log(word, JSON.stringify(index.search(word).map(({ ref }) => ref)));
}
CODE

cat >expected.txt <<'SEEN'
café []
caf ["a"]
Østlund []
stlund ["a"]
naïve ["b"]
Müller ["b"]
SEEN

node check.mjs >seen.txt
diff expected.txt seen.txt
cat seen.txt
