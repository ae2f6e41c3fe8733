#!/bin/sh
# @echogarden/text-segmentation 0.8.1: where a sentence begins with a straight quotation mark, the mark is the end of
# the sentence before: 'She left. "' and 'We paid.". The sentence quoted then ends a quotation that it never began, and
# the one before begins one. With curly marks, and with brackets, the text is cut as one would expect.
# Needs Node 20 or later and npm; installs into a temporary folder. Fails if what is seen changes.
set -eu
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund --ignore-scripts --save-exact @echogarden/text-segmentation@0.8.1

cat >check.mjs <<'CODE'
import { segmentText } from '@echogarden/text-segmentation';
for (const text of ['She left. "We paid," he said. "Not all." He stayed.', 'She left. “We paid,” he said. “Not all.” He stayed.', 'She left. (We paid.) He stayed.']) {
  const { sentences } = await segmentText(text, { language: 'en' });
  console.log(JSON.stringify(sentences.map((sentence) => sentence.text)));
}
CODE

cat >expected.txt <<'SEEN'
["She left. \"","We paid,\" he said. \"","Not all.\" ","He stayed."]
["She left. ","“We paid,” he said. ","“Not all.” ","He stayed."]
["She left. ","(We paid.) ","He stayed."]
SEEN

node check.mjs >seen.txt
diff expected.txt seen.txt
cat seen.txt
