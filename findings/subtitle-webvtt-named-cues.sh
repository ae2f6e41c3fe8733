#!/bin/sh
# subtitle 4.2.2: a WebVTT cue identifier that is a word (valid; the specification allows any line without "-->") becomes
# part of the words of the cue before it; on the first cue it is an error.
# Needs Node 20 or later and npm; installs into a temporary folder. Fails if what is seen changes.
set -eu
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund --ignore-scripts --save-exact subtitle@4.2.2

cat >check.mjs <<'CODE'
const print = (...parts) => console.log(parts.join(' '));
import { parseSync } from 'subtitle';
const words = (text) => {
  try {
    return JSON.stringify(parseSync(text).filter(({ type }) => type === 'cue').map(({ data }) => data.text));
  } catch (error) {
    return error.message;
  }
};
print(words('WEBVTT\n\n00:00:01.000 --> 00:00:02.000\nIt will run.\n\nsecond\n00:00:03.000 --> 00:00:04.000\nYes.\n'));
print(words('WEBVTT\n\nfirst\n00:00:01.000 --> 00:00:02.000\nIt will run.\n'));
CODE

cat >expected.txt <<'SEEN'
["It will run.\n\nsecond","Yes."]
expected timestamp at row 3, but received: "first"
SEEN

node check.mjs >seen.txt
diff expected.txt seen.txt
cat seen.txt
