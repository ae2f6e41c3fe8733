#!/bin/sh
# sbd 1.0.19: within "Ph.D." or "M.Sc." the sentence is cut, and the stop at which it is cut is lost: "Ida Berg, Ph" and "D., spoke.", so
# that the sentences put together are not the text any more.
# Needs Node 20 or later and npm; installs into a temporary folder. Fails if what is seen changes.
set -eu
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund --ignore-scripts --save-exact sbd@1.0.19

cat >check.mjs <<'CODE'
import sbd from 'sbd';
for (const text of ['Ida Berg, Ph.D., spoke. She left.', 'Leo Lund, M.Sc., agreed. He left.', 'Ida Berg of the U.S. Senate spoke. She left.']) console.log(JSON.stringify(sbd.sentences(text)));
CODE

cat >expected.txt <<'SEEN'
["Ida Berg, Ph","D., spoke.","She left."]
["Leo Lund, M.Sc., agreed.","He left."]
["Ida Berg of the U.S.","Senate spoke.","She left."]
SEEN

node check.mjs >seen.txt
diff expected.txt seen.txt
cat seen.txt
