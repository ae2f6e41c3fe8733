#!/bin/sh
# subsrt-ts 2.1.2: the text of a caption is without what stands between < and > or in braces, whatever it is, so that words of a sentence
# that compares numbers are gone, and so is who speaks in a WebVTT voice tag: two people's words become one text.
# Needs Node 20 or later and npm; installs into a temporary folder. Fails if what is seen changes.
set -eu
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund --ignore-scripts --save-exact subsrt-ts@2.1.2

cat >check.mjs <<'CODE'
import subsrt from 'subsrt-ts';
const text = (file, format) => JSON.stringify(subsrt.parse(file, { format }).filter(({ type }) => type === 'caption').map((caption) => caption.text.trim()));
const time = '00:00:01.000 --> 00:00:02.000\n';
console.log(text(`1\n${time}Wages <5 are rare, and those >50 rarer.\n`, 'srt'));
console.log(text(`1\n${time}It is a set, {one, two}, he said.\n`, 'srt'));
console.log(text(`WEBVTT\n\n${time}<v Ida Berg>No.</v>\n<v Leo Lund>Yes.</v>\n`, 'vtt'));
console.log(text(`WEBVTT\n\n${time}5 &lt; 6 &amp; 7\n`, 'vtt'));
CODE

cat >expected.txt <<'SEEN'
["Wages 50 rarer."]
["It is a set, , he said."]
["No.\nYes."]
["5 &lt; 6 &amp; 7"]
SEEN

node check.mjs >seen.txt
diff expected.txt seen.txt
cat seen.txt
