#!/bin/sh
# string-similarity-js 2.1.4: two sentences in which words have changed places have the similarity 1, as if they were one and the same:
# "On Monday Jon sued Ida again" and "On Monday Ida sued Jon again", and "not" may stand before another verb. What is compared are
# pairs of letters, blanks among them, and any word within a sentence that changes places keeps its pairs; the documentation shows
# 0.9 for changed words, where the first and the last of a text are among them. A threshold of 1, or a test that something is above
# 0.99, does not tell who did what to whom. Compare the texts themselves where it is 1.
# Needs Node 20 or later and npm; installs into a temporary folder. Fails if what is seen changes.
set -eu
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund --ignore-scripts --save-exact string-similarity-js@2.1.4

cat >check.mjs <<'CODE'
import { stringSimilarity } from 'string-similarity-js';
const pairs = [
  ['On Monday Jon sued Ida again', 'On Monday Ida sued Jon again'],
  ['We do not stay and they go now', 'We do stay and they not go now'],
  ['Lorem ipsum', 'Ipsum lorem'],
];
for (const [one, other] of pairs) console.log(`${one} | ${other} | ${stringSimilarity(one, other)}`);
CODE

cat >expected.txt <<'SEEN'
On Monday Jon sued Ida again | On Monday Ida sued Jon again | 1
We do not stay and they go now | We do stay and they not go now | 1
Lorem ipsum | Ipsum lorem | 0.9
SEEN

node check.mjs >seen.txt
diff expected.txt seen.txt
cat seen.txt
