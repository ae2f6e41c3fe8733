#!/bin/sh
# @nlpjs/lang-en 4.26.1: its tokenizer writes out what is shortened, and takes every "'s" for "is": "the mayor's man" is "the
# mayor is man", "Ida's boat" is "Ida is boat", "let's" is "let is" and "Jon's paid" "Jon is paid", so that a genitive becomes a
# statement about somebody. "won't" and "can't" are "wo not" and "ca not", words that no other text has. With the apostrophe that
# newspapers print (’) nothing is written out, so that one sentence has two readings. One would expect the words of the text,
# of which a tokenizer is to give the pieces. Cut texts with another tokenizer before they are compared.
# Needs Node 20 or later and npm; installs into a temporary folder. Fails if what is seen changes.
set -eu
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund --ignore-scripts --save-exact @nlpjs/lang-en@4.26.1

cat >check.mjs <<'CODE'
import { TokenizerEn } from '@nlpjs/lang-en';
const tokenizer = new TokenizerEn();
for (const text of ["the mayor's man", 'the mayor’s man', "Ida's boat", "Jon's paid", "let's go", "Jon won't pay", 'Jon won’t pay']) {
  console.log(`${text} | ${tokenizer.tokenize(text).join(' ')}`);
}
CODE

cat >expected.txt <<'SEEN'
the mayor's man | the mayor is man
the mayor’s man | the mayor’s man
Ida's boat | Ida is boat
Jon's paid | Jon is paid
let's go | let is go
Jon won't pay | Jon wo not pay
Jon won’t pay | Jon won’t pay
SEEN

node check.mjs >seen.txt
diff expected.txt seen.txt
cat seen.txt
