#!/bin/sh
# words-to-numbers 1.5.1: words that count nothing become figures. "Point" is a decimal mark, or with its article 1; ordinals lose their ending,
# "no one" is "no 1": "at one point two crews left" says 1.2. A search for figures over such text finds what nobody said.
# Needs Node 20 or later and npm; installs into a temporary folder. Fails if what is seen changes.
set -eu
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund --ignore-scripts --save-exact words-to-numbers@1.5.1

cat >check.mjs <<'CODE'
import words from 'words-to-numbers';

for (const text of [
  'forty-two crews left',
  'at one point two crews left',
  'it is a point of order',
  'no one saw the second boat',
  'the first five boats stay',
])
  console.log(`${text}: ${words.wordsToNumbers(text)}`);
CODE

cat >expected.txt <<'SEEN'
forty-two crews left: 42 crews left
at one point two crews left: at 1.2 crews left
it is a point of order: it is 1 of order
no one saw the second boat: no 1 saw the 2 boat
the first five boats stay: the 1 5 boats stay
SEEN

node check.mjs >seen.txt
diff expected.txt seen.txt
cat seen.txt
