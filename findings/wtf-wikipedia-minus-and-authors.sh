#!/bin/sh
# wtf_wikipedia 10.4.2: the template {{minus}}, with which Wikipedia sets the sign of a negative number, is nothing, while {{ndash}}
# is a dash: −5 degrees are 5, and a loss is a gain. {{aut|Berg}}, which sets an author's name in small capitals, is read as the code
# of a country and becomes the flag of Austria; the name is gone. {{smallcaps|Berg}} is nothing. One would expect the last argument,
# as for {{nowrap}} and {{small}}, or an entry among the templates that were not understood. Look for these three in the wikitext before.
# Needs Node 20 or later and npm; installs into a temporary folder. Fails if what is seen changes.
set -eu
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund --ignore-scripts --save-exact wtf_wikipedia@10.4.2

cat >check.mjs <<'CODE'
import wtf from 'wtf_wikipedia';
const texts = ['It was {{minus}}5 degrees.', 'From 1914{{ndash}}1918.', '{{aut|Berg}} wrote it.', '{{smallcaps|Berg}} wrote it.', '{{nowrap|Ida Berg}} wrote it.'];
const shown = (words) => words.replace(/\p{Regional_Indicator}/gu, (sign) => `<U+${sign.codePointAt(0).toString(16)}>`);
for (const text of texts) console.log(text, '|', shown(wtf(text).text()));
CODE

cat >expected.txt <<'SEEN'
It was {{minus}}5 degrees. | It was 5 degrees.
From 1914{{ndash}}1918. | From 1914–1918.
{{aut|Berg}} wrote it. | <U+1f1e6><U+1f1f9> wrote it.
{{smallcaps|Berg}} wrote it. | wrote it.
{{nowrap|Ida Berg}} wrote it. | Ida Berg wrote it.
SEEN

node check.mjs >seen.txt
diff expected.txt seen.txt
cat seen.txt
