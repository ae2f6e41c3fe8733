#!/bin/sh
# infobox-parser 3.6.4: where a value of an infobox of Wikipedia holds a link, the words beside it are lost, so that
# whoever was mayor of a town held the office "Lund", and of a link whose words differ from the name of its page, the
# name is the value and not the words. Of words in a template that marks their language or quotes them, the name of the
# template is left.
# Needs Node 20 or later and npm; installs into a temporary folder. Fails if what is seen changes.
set -eu
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund --ignore-scripts --save-exact infobox-parser@3.6.4

cat >check.mjs <<'CODE'
import infobox from 'infobox-parser';
const parse = infobox.default ?? infobox;
const values = ['Mayor of Lund', 'Mayor of [[Lund]]', '[[Lund Council|Council]] clerk', 'Clerk, then [[mayor]]', '{{lang|sv|Nej}}', '{{quote|We paid|Ida Berg}}'];
for (const value of values) {
  console.log(`${value}: ${JSON.stringify(parse(`{{Infobox person\n| name = Ida Berg\n| office = ${value}\n}}`).general.office)}`);
}
CODE

cat >expected.txt <<'SEEN'
Mayor of Lund: "Mayor of Lund"
Mayor of [[Lund]]: "Lund"
[[Lund Council|Council]] clerk: "Lund Council"
Clerk, then [[mayor]]: "mayor"
{{lang|sv|Nej}}: "lang"
{{quote|We paid|Ida Berg}}: "quote"
SEEN

node check.mjs >seen.txt
diff expected.txt seen.txt
cat seen.txt
