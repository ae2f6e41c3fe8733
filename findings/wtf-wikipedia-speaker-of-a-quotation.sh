#!/bin/sh
# wtf_wikipedia 10.4.2: of the templates that set a quotation apart, {{quote}} gives words and speaker, {{blockquote}} (to which Wikipedia
# leads it on) and {{cquote}} give the words without the speaker, and {{quotation}} and {{quote box}} give nothing at all.
# Needs Node 20 or later and npm; installs into a temporary folder. Fails if what is seen changes.
set -eu
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund --ignore-scripts --save-exact wtf_wikipedia@10.4.2

cat >check.mjs <<'CODE'
import wtf from 'wtf_wikipedia';

for (const quotation of [
  '{{quote|The ferry stays.|Mara Obi}}',
  '{{blockquote|The ferry stays.|Mara Obi}}',
  '{{cquote|The ferry stays.|author=Mara Obi}}',
  '{{quotation|The ferry stays.|Mara Obi}}',
  '{{quote box|quote=The ferry stays.|source=Mara Obi}}',
]) {
  const text = wtf(`The council met.\n\n${quotation}\n\nThe crews left.`).text();
  console.log(`${quotation}\n  ${JSON.stringify(text)}`);
}
CODE

cat >expected.txt <<'SEEN'
{{quote|The ferry stays.|Mara Obi}}
  "The council met.\n\n\"The ferry stays.\"\n\n- Mara Obi\n\nThe crews left."
{{blockquote|The ferry stays.|Mara Obi}}
  "The council met.\n\n\"The ferry stays.\"\n\nThe crews left."
{{cquote|The ferry stays.|author=Mara Obi}}
  "The council met.\n\nThe ferry stays.\n\nThe crews left."
{{quotation|The ferry stays.|Mara Obi}}
  "The council met.\n\nThe crews left."
{{quote box|quote=The ferry stays.|source=Mara Obi}}
  "The council met.\n\nThe crews left."
SEEN

node check.mjs >seen.txt
diff expected.txt seen.txt
cat seen.txt
