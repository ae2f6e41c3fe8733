#!/bin/sh
# subsrt-ts 2.1.2: in WebVTT a line that holds a blank is no empty line and ends no cue, and captions that platforms make by machine begin
# many cues with one. Each such cue is left out whole, without a word; the parser of the standard's editor (webvtt-parser 2.2.0) reads it
# without an error.
# Needs Node 20 or later and npm; installs into a temporary folder. Fails if what is seen changes.
set -eu
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund --ignore-scripts --save-exact subsrt-ts@2.1.2 webvtt-parser@2.2.0

cat >check.mjs <<'CODE'
import { createRequire } from 'node:module';
const require = createRequire(import.meta.url);
const subsrt = require('subsrt-ts');
const { WebVTTParser } = require('webvtt-parser');
const vtt = (first) =>
  `WEBVTT\n\n00:01.000 --> 00:03.000\n${first}the pier is shut\n\n00:03.000 --> 00:05.000\nand so is the kiosk\n`;
const parse = subsrt.parse ?? subsrt.default.parse;
for (const [what, first] of [['as text alone', ''], ['below a line of one blank', ' \n']]) {
  const read = parse(vtt(first), { format: 'vtt' }).filter(({ type }) => type === 'caption');
  console.log(`${what}, subsrt-ts:`, JSON.stringify(read.map(({ text }) => text.trim())));
  const { cues, errors } = new WebVTTParser().parse(vtt(first));
  const shown = JSON.stringify(cues.map(({ text }) => text.trim()));
  console.log(`${what}, webvtt-parser:`, shown, errors.length, 'errors');
}
CODE

cat >expected.txt <<'SEEN'
as text alone, subsrt-ts: ["the pier is shut","and so is the kiosk"]
as text alone, webvtt-parser: ["the pier is shut","and so is the kiosk"] 0 errors
below a line of one blank, subsrt-ts: ["and so is the kiosk"]
below a line of one blank, webvtt-parser: ["the pier is shut","and so is the kiosk"] 0 errors
SEEN

node check.mjs >seen.txt
diff expected.txt seen.txt
cat seen.txt
