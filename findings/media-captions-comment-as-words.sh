#!/bin/sh
# media-captions 1.0.4: a Comment line of an ASS file, which players never show (a translator's note, an older wording,
# a line taken out), becomes a further line of the caption before it, numbers and all, and so words of the person who
# speaks there, though the comment names somebody else. A comment that stands before the first caption is left out.
# Needs Node 20 or later and npm; installs into a temporary folder. Fails if what is seen changes.
set -eu
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund --ignore-scripts --save-exact media-captions@1.0.4

cat >check.mjs <<'CODE'
import { parseText } from 'media-captions';
const head = '[Script Info]\nScriptType: v4.00+\n\n[Events]\nFormat: Layer, Start, End, Style, Name, MarginL, MarginR, MarginV, Effect, Text\n';
const line = (kind, from, name, text) => `${kind}: 0,0:00:0${from}.00,0:00:0${from + 1}.00,Default,${name},0,0,0,,${text}\n`;
const show = async (lines) => {
  const { cues } = await parseText(head + lines, { type: 'ass' });
  console.log(JSON.stringify(cues.map((cue) => cue.text)));
};
const berg = line('Dialogue', 1, 'Ida Berg', 'We paid.');
const note = line('Comment', 3, 'Leo Lund', 'Check this: we never paid?');
const lund = line('Dialogue', 5, 'Leo Lund', 'No.');
await show(berg + lund);
await show(berg + note + lund);
await show(note + berg + lund);
CODE

cat >expected.txt <<'SEEN'
["<v Ida Berg>We paid.","<v Leo Lund>No."]
["<v Ida Berg>We paid.\nComment: 0,0:00:03.00,0:00:04.00,Default,Leo Lund,0,0,0,,Check this: we never paid?","<v Leo Lund>No."]
["<v Ida Berg>We paid.","<v Leo Lund>No."]
SEEN

node check.mjs >seen.txt
diff expected.txt seen.txt
cat seen.txt
