#!/bin/sh
# @deepgram/captions 1.2.0: its AssemblyAiConverter takes the times of Assembly AI, which are milliseconds, for seconds.
# Words said after one second and a half stand at 25 minutes, and those said after a minute and a half, a thousand times
# that, at one hour, since the hours start anew every 24. Nothing warns of it.
# Needs Node 20 or later and npm; installs into a temporary folder. Fails if what is seen changes.
set -eu
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund --ignore-scripts --save-exact @deepgram/captions@1.2.0

cat >check.mjs <<'CODE'
import { AssemblyAiConverter, srt } from '@deepgram/captions';
const word = (text, start, speaker) => ({ text, start, end: start + 500, confidence: 0.9, speaker });
const utterances = [
  { words: [word('We', 1500, 'A'), word('paid.', 2000, 'A')], start: 1500, end: 2500, speaker: 'A', text: 'We paid.' },
  { words: [word('No.', 90000, 'B')], start: 90000, end: 90500, speaker: 'B', text: 'No.' },
];
console.log(srt(new AssemblyAiConverter({ utterances })).trim());
CODE

cat >expected.txt <<'SEEN'
1
00:25:00,000 --> 00:41:40,000
[Speaker A]
We paid.

2
01:00:00,000 --> 01:08:20,000
[Speaker B]
No.
SEEN

node check.mjs >seen.txt
diff expected.txt seen.txt
cat seen.txt
