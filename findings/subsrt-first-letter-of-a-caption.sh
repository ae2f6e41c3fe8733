#!/bin/sh
# subsrt-ts 2.1.2: of a caption in the format of SubStation Alpha (.ass, .ssa) the first letter is cut off: "Never" is "ever",
# "Not us" is "ot us", and of a caption that begins in italics the sign is left without its brace. It takes the sign behind the
# last comma for a blank; that format has the text begin right behind the comma, as this library's own writing has. So what it
# writes it reads back without the letter. There is no error, and where a file does have a blank there, all is right. Set a blank
# behind the last comma of each line before it is read.
# Needs Node 20 or later and npm; installs into a temporary folder. Fails if what is seen changes.
set -eu
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund --ignore-scripts --save-exact subsrt-ts@2.1.2

cat >check.mjs <<'CODE'
import subsrt from 'subsrt-ts';
const said = (file) => subsrt.parse(file, { format: 'ass' }).filter(({ type }) => type === 'caption').map(({ text }) => text.trim());
const fields = 'Format: Layer, Start, End, Style, Name, MarginL, MarginR, MarginV, Effect, Text';
for (const text of ['Never.', 'Not us, he said.', '{\\i1}Never.{\\i0}', ' Never.']) {
  const line = `Dialogue: 0,0:00:01.00,0:00:02.50,Default,Ida Berg,0,0,0,,${text}`;
  console.log(JSON.stringify(text), JSON.stringify(said(`[Script Info]\nScriptType: v4.00+\n\n[Events]\n${fields}\n${line}\n`)));
}
const written = subsrt.convert('1\n00:00:01,000 --> 00:00:02,000\nNever.\n', { format: 'ass' });
console.log('written by itself:', JSON.stringify(written.match(/,([^,]*)\r\n$/)[1]), 'and read:', JSON.stringify(said(written)));
CODE

cat >expected.txt <<'SEEN'
"Never." ["ever."]
"Not us, he said." ["ot us, he said."]
"{\\i1}Never.{\\i0}" ["\\i1}Never."]
" Never." ["Never."]
written by itself: "Never.\\N" and read: ["ever."]
SEEN

node check.mjs >seen.txt
diff expected.txt seen.txt
cat seen.txt
