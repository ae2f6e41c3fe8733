#!/bin/sh
# Sentences by Unicode's rules (UAX #29), as Intl.Segmenter of Node 20 and later finds them: a bracket or an opening
# mark that follows a full stop without a blank is the end of the sentence before, since the rules count opening marks
# as closing ones. A sentence with a note in brackets ends in "[", and the next one begins with "1]", in every text from
# an encyclopedia.
# Needs Node 20 or later; works in a temporary folder. Fails if what is seen changes.
set -eu
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"

cat >check.mjs <<'CODE'
const sentences = new Intl.Segmenter('en', { granularity: 'sentence' });
for (const text of ['They left.[1] We paid.', 'They left [1]. We paid.', 'They left.(We stayed.) No.', 'They left.“We stayed.” No.']) {
  console.log(JSON.stringify(Array.from(sentences.segment(text), ({ segment }) => segment)));
}
CODE

cat >expected.txt <<'SEEN'
["They left.[","1] We paid."]
["They left [1]. ","We paid."]
["They left.(","We stayed.) ","No."]
["They left.“","We stayed.” ","No."]
SEEN

node check.mjs >seen.txt
diff expected.txt seen.txt
cat seen.txt
