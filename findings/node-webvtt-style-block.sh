#!/bin/sh
# node-webvtt 1.9.4: a file with a STYLE block before its first cue, as the WebVTT specification has it, is refused as
# malformed; the same file without the block is read. (A NOTE at that place is accepted.)
# Needs Node 20 or later and npm; installs into a temporary folder. Fails if what is seen changes.
set -eu
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund --ignore-scripts --save-exact node-webvtt@1.9.4

cat >check.mjs <<'CODE'
const print = (...parts) => console.log(parts.join(' '));
import webvtt from 'node-webvtt';
const read = (block) => {
  try {
    return webvtt.parse(`WEBVTT\n\n${block}00:01.000 --> 00:02.000\nIt will run.\n`).cues.length + ' cue';
  } catch (error) {
    return error.message;
  }
};
print(read(''));
print(read('NOTE a remark\n\n'));
print(read('STYLE\n::cue { color: white }\n\n'));
CODE

cat >expected.txt <<'SEEN'
1 cue
1 cue
Cue identifier needs to be followed by timestamp (cue #0)
SEEN

node check.mjs >seen.txt
diff expected.txt seen.txt
cat seen.txt
