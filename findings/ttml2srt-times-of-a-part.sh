#!/bin/sh
# ttml2srt 1.2.4: in TTML a time within a part (div, body) that has a beginning of its own counts from there (TTML 2, 12.2: the
# containing time interval), as programmes that are put together of parts have it. Here the beginning of the part is not read:
# what is said eleven seconds in is put at the first second, and as captions with the same times become one, the answer stands in
# one caption with the question, as said by one. Nothing is reported. And `&lt;` stays a reference in the SRT, which has none. Add
# the times of the ancestors before converting.
# Needs Node 20 or later and npm; installs into a temporary folder. Fails if what is seen changes.
set -eu
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund --ignore-scripts --save-exact ttml2srt@1.2.4

cat >check.mjs <<'CODE'
import ttml from 'ttml2srt';
const caption = (words) => `<p begin="00:00:01.000" end="00:00:02.000">${words}</p>`;
const parts = `<div>${caption('Will you stay?')}</div><div begin="10s">${caption('No: 5 &lt; 6.')}</div>`;
const named = 'xmlns="http://www.w3.org/ns/ttml" xmlns:ttp="http://www.w3.org/ns/ttml#parameter" ttp:frameRate="25"';
const srt = ttml.ttml2srt(`<tt ${named}><body>${parts}</body></tt>`);
console.log(srt.replaceAll('\r', '').replace('\uFEFF', '').trim());
CODE

cat >expected.txt <<'SEEN'
[INFO] FRAMERATE IS 25
1
00:00:01,000 --> 00:00:02,000
Will you stay?
No: 5 &lt; 6.
SEEN

node check.mjs >seen.txt
diff expected.txt seen.txt
cat seen.txt
