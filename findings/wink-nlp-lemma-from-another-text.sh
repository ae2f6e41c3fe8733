#!/bin/sh
# wink-nlp 2.4.0 with wink-eng-lite-web-model 1.8.1: a contraction written without its apostrophe is cut in two in the middle of
# a sentence and left whole before a full stop. Left whole it has no lemma (undefined), and once a reader has met enough unknown
# words in other texts its lemma is one of those words: what is learned of a text depends on what was read before it.
# Needs Node 20 or later and npm; installs into a temporary folder. Fails if what is seen changes.
set -eu
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund --ignore-scripts --save-exact wink-nlp@2.4.0 wink-eng-lite-web-model@1.8.1

cat >check.mjs <<'CODE'
import winkNLP from 'wink-nlp';
import model from 'wink-eng-lite-web-model';
const nlp = winkNLP(model, ['sbd', 'pos']);
const text = 'Nobody had heve.';
const lemmas = (of) => nlp.readDoc(of).tokens().out(nlp.its.lemma);
console.log('whole in the middle?', nlp.readDoc('They had heve here.').tokens().out().includes('heve'));
console.log('whole at the end?', nlp.readDoc(text).tokens().out().includes('heve'));
console.log('lemma in a new reader:', lemmas(text)[2]);
const letters = (n) => n.toString(26).replace(/./g, (digit) => String.fromCharCode(97 + parseInt(digit, 26)));
for (let n = 0; n < 200_000; n += 1000)
  nlp.readDoc(Array.from({ length: 1000 }, (_, i) => `q${letters(n + i)}x`).join(' '));
const later = lemmas(text)[2];
console.log('lemma after other texts is a word of theirs:', /^q[a-z]+x$/.test(later));
CODE

cat >expected.txt <<'SEEN'
whole in the middle? false
whole at the end? true
lemma in a new reader: undefined
lemma after other texts is a word of theirs: true
SEEN

node check.mjs >seen.txt
diff expected.txt seen.txt
cat seen.txt
