#!/bin/sh
# sentence-splitter 5.0.1: a sentence that ends within quotation marks does not end if another one follows in the paragraph, so
# that somebody's words and what another then did are one sentence; without the marks they are two.
# Needs Node 20 or later and npm; installs into a temporary folder. Fails if what is seen changes.
set -eu
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund --ignore-scripts --save-exact sentence-splitter@5.0.1

cat >check.mjs <<'CODE'
const print = (...parts) => console.log(parts.join(' '));
import { split } from 'sentence-splitter';
const sentences = (text) => JSON.stringify(split(text).filter(({ type }) => type === 'Sentence').map(({ raw }) => raw));
print(sentences('“It is over.” She left.'));
print(sentences('"It is over." She left.'));
print(sentences('It is over. She left.'));
CODE

cat >expected.txt <<'SEEN'
["“It is over.” She left."]
["\"It is over.\" She left."]
["It is over.","She left."]
SEEN

node check.mjs >seen.txt
diff expected.txt seen.txt
cat seen.txt
