#!/bin/sh
# subtitles-parser-vtt 0.1.0: WebVTT lets the hours of a time be left out, and most files do below an hour. A caption
# timed so becomes text of the caption before it, with its number and its times, and the words of two people one text; a
# file timed so throughout has no captions at all. There is no error.
# Needs Node 20 or later and npm; installs into a temporary folder. Fails if what is seen changes.
set -eu
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund --ignore-scripts --save-exact subtitles-parser-vtt@0.1.0

cat >check.mjs <<'CODE'
import parser from 'subtitles-parser-vtt';
const show = (text) => console.log(JSON.stringify(parser.fromVtt(text).map((caption) => caption.text)));
show('WEBVTT\n\n1\n00:00:01.000 --> 00:00:02.000\nWe paid.\n\n2\n00:01:00.000 --> 00:01:02.000\nNo.\n');
show('WEBVTT\n\n1\n00:00:01.000 --> 00:00:02.000\nWe paid.\n\n2\n01:00.000 --> 01:02.000\nNo.\n');
show('WEBVTT\n\n1\n00:01.000 --> 00:02.000\nWe paid.\n\n2\n01:00.000 --> 01:02.000\nNo.\n');
CODE

cat >expected.txt <<'SEEN'
["We paid.","No."]
["We paid.\n\n2\n01:00.000 --> 01:02.000\nNo."]
[]
SEEN

node check.mjs >seen.txt
diff expected.txt seen.txt
cat seen.txt
