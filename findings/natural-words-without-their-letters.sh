#!/bin/sh
# natural 8.1.1: its word tokenizers drop a letter that is not on their short list, so "Østlund" is "stlund" and "café" "caf", and the
# Treebank one makes a token of each such letter, of a Russian word as many as it has letters; "didn’t" with the curly mark is three.
# Needs Node 20 or later and npm; installs into a temporary folder. Fails if what is seen changes.
set -eu
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund --ignore-scripts --save-exact natural@8.1.1

cat >check.mjs <<'CODE'
import natural from 'natural/lib/natural/tokenizers/index.js';
for (const text of ['Østlund in the café', 'a naïve question', 'Иван сказал', 'He didn’t.', "He didn't."]) {
  console.log([natural.WordTokenizer, natural.AggressiveTokenizer, natural.TreebankWordTokenizer].map((Tokenizer) => new Tokenizer().tokenize(text).join('/')).join(' | '));
}
CODE

cat >expected.txt <<'SEEN'
stlund/in/the/caf | stlund/in/the/caf | Ø/stlund/in/the/caf/é
a/na/ve/question | a/na/ve/question | a/na/ï/ve/question
Иван/сказал |  | И/в/а/н/с/к/а/з/а/л
He/didn/t | He/didn/t | He/didn/’/t/.
He/didn/t | He/didn't | He/did/n't/.
SEEN

node check.mjs >seen.txt
diff expected.txt seen.txt
cat seen.txt
