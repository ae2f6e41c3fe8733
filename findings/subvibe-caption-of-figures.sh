#!/bin/sh
# @aj-archipelago/subvibe 1.0.12: a line of a WebVTT caption that holds only figures is taken for the number of the next
# caption: a year or a sum that somebody named is lost, and so is all of the caption that stands below it. In SubRip
# (.srt) the same lines are kept.
# Needs Node 20 or later and npm; installs into a temporary folder. Fails if what is seen changes.
set -eu
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund --ignore-scripts --save-exact @aj-archipelago/subvibe@1.0.12

cat >check.mjs <<'CODE'
import { parse } from '@aj-archipelago/subvibe';
const show = (text) => console.log(JSON.stringify(parse(text).cues.map((caption) => caption.text)));
const captions = (mark) =>
  [['In what year?'], ['1999'], ['We paid', '1999', 'times nothing.']]
    .map((lines, at) => `${at + 1}\n00:00:0${at}${mark}000 --> 00:00:0${at}${mark}900\n${lines.join('\n')}\n`)
    .join('\n');
show(`WEBVTT\n\n${captions('.')}`);
show(captions(','));
CODE

cat >expected.txt <<'SEEN'
["In what year?","","We paid"]
["In what year?","1999","We paid\n1999\ntimes nothing."]
SEEN

node check.mjs >seen.txt
diff expected.txt seen.txt
cat seen.txt
