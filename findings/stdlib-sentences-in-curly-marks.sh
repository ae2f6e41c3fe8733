#!/bin/sh
# @stdlib/nlp-sentencize 0.2.4: behind a full stop and a curly closing mark, as every printed text has it, no sentence
# ends: what was quoted and what is told of somebody else are one sentence, and question and answer too. With straight
# marks the same text is cut right.
# Needs Node 20 or later and npm; installs into a temporary folder. Fails if what is seen changes.
set -eu
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund --ignore-scripts --save-exact @stdlib/nlp-sentencize@0.2.4

cat >check.mjs <<'CODE'
import sentencize from '@stdlib/nlp-sentencize';
for (const text of ['"We paid." Leo Lund was silent.', '“We paid.” Leo Lund was silent.', '"Who paid?" "We did."', '“Who paid?” “We did.”']) {
  console.log(JSON.stringify(sentencize(text)));
}
CODE

cat >expected.txt <<'SEEN'
["\"We paid.\"","Leo Lund was silent."]
["“We paid.” Leo Lund was silent."]
["\"Who paid?\"","\"We did.\""]
["“Who paid?” “We did.”"]
SEEN

node check.mjs >seen.txt
diff expected.txt seen.txt
cat seen.txt
