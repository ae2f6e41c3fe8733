#!/bin/sh
# subtitle-converter 3.0.12 and the readers of WebVTT: of a SubRip file, which has no way to write `<` but itself, it makes a WebVTT file in
# which the `<` stands as before, though there it begins a tag and has to be `&lt;` (WebVTT, at the text of captions). The converter says
# "success"; players and parsers then leave out what is behind it: of "Fewer than 5 <6 of us stay" the words are "Fewer than 5". `&` is not
# written as `&amp;` either. The tags that SubRip files do have (<i>, <b>, <u>) are the same in both. Write `<` as `&lt;` where no such tag
# stands, before the file is converted.
# Needs Node 20 or later and npm; installs into a temporary folder. Fails if what is seen changes.
set -eu
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund --ignore-scripts --save-exact subtitle-converter@3.0.12 webvtt-parser@2.2.0 vtt.js@0.13.0 jsdom@26.1.0

cat >check.mjs <<'CODE'
import { JSDOM } from 'jsdom';
import { convert } from 'subtitle-converter';
import vtt from 'vtt.js';
import reader from 'webvtt-parser';
const { window } = new JSDOM('');
const words = (node) => (node.type === 'text' ? node.value : node.children.map(words).join(''));
for (const said of ['We <i>never</i> pay', 'Fewer than 5 <6 of us> stay', 'x < y is what he said']) {
  const { subtitle, status } = convert(`1\n00:00:01,000 --> 00:00:02,500\n${said}\n\n`, '.vtt', {});
  const { cues } = new reader.WebVTTParser().parse(subtitle, 'subtitles');
  const played = vtt.WebVTT.convertCueToDOMTree(window, cues[0].text).textContent;
  console.log(`${said} | success: ${status.success} | ${cues[0].text} | ${JSON.stringify([played, words(cues[0].tree)])}`);
}
CODE

cat >expected.txt <<'SEEN'
We <i>never</i> pay | success: true | We <i>never</i> pay | ["We never pay","We never pay"]
Fewer than 5 <6 of us> stay | success: true | Fewer than 5 <6 of us> stay | ["Fewer than 5  stay","Fewer than 5  stay"]
x < y is what he said | success: true | x < y is what he said | ["x ","x "]
SEEN

node check.mjs >seen.txt
diff expected.txt seen.txt
cat seen.txt
