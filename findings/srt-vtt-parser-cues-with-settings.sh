#!/bin/sh
# @plussub/srt-vtt-parser 2.0.5: a WebVTT cue whose line of times goes on with settings ("align:start", as most players' files have it) has
# no end, or one that is made of figures of the settings (two minutes for two seconds and a half), and no error is raised: whoever cites the seconds of a quotation, or cuts them out, has only where it begins.
# Needs Node 20 or later and npm; installs into a temporary folder. Fails if what is seen changes.
set -eu
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund --ignore-scripts --save-exact @plussub/srt-vtt-parser@2.0.5

cat >check.mjs <<'CODE'
import { parse } from '@plussub/srt-vtt-parser';

for (const settings of ['', ' align:start', ' line:90% position:50%']) {
  const { entries } = parse(`WEBVTT\n\n00:01.000 --> 00:02.500${settings}\nThe ferry stays.\n`);
  console.log(`"${settings}": ${JSON.stringify(entries)}`);
}
CODE

cat >expected.txt <<'SEEN'
"": [{"id":"","from":1000,"to":2500,"text":"The ferry stays."}]
" align:start": [{"id":"","from":1000,"to":null,"text":"The ferry stays."}]
" line:90% position:50%": [{"id":"","from":1000,"to":120090,"text":"The ferry stays."}]
SEEN

node check.mjs >seen.txt
diff expected.txt seen.txt
cat seen.txt
