#!/bin/sh
# wink-nlp 2.4.0: a word with a hyphen is one token, and three where the hyphen is the no-break one (U+2011) that editors
# set in names and compounds: offsets of tokens and all that is learned of them differ between two prints of a word.
# Needs Node 20 or later and npm; installs into a temporary folder. Fails if what is seen changes.
set -eu
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund --ignore-scripts --save-exact wink-nlp@2.4.0 wink-eng-lite-web-model@1.8.1

cat >check.mjs <<'CODE'
const print = (...parts) => console.log(parts.join(' '));
import winkNLP from 'wink-nlp';
import model from 'wink-eng-lite-web-model';
const nlp = winkNLP(model);
for (const text of ['co-operate', 'co\u2011operate']) print(nlp.readDoc(text).tokens().out().length, 'tokens');
CODE

cat >expected.txt <<'SEEN'
1 tokens
3 tokens
SEEN

node check.mjs >seen.txt
diff expected.txt seen.txt
cat seen.txt
