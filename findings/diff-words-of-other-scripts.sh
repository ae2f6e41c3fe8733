#!/bin/sh
# diff 9.0.0 (jsdiff): diffWords, which compares words, compares letters where a text is in Cyrillic, Greek or Georgian: of a
# Russian verb changed from "stays" to "will stay" the one letter in its midst is marked, and "yes" that became "give" is a letter
# added. Words of Latin letters, with whatever marks, are whole. The documentation says that a regular expression finds the words
# unless a segmenter is given, and that the results will be somewhat worse; not that there are no words then. A list of changed
# words of a translated statement has no words in it. Hand over `intlSegmenter`.
# Needs Node 20 or later and npm; installs into a temporary folder. Fails if what is seen changes.
set -eu
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund --ignore-scripts --save-exact diff@9.0.0

cat >check.mjs <<'CODE'
import { diffWords } from 'diff';
const shown = (changes) => changes.map(({ added, removed, value }) => (added ? `[+${value}]` : removed ? `[-${value}]` : value)).join('');
const texts = [['ru', 'Паром остаётся', 'Паром останется'], ['ru', 'Он сказал да', 'Он сказал дай'], ['el', 'είπε όχι', 'είπε ναι'], ['pl', 'Łódź mówi', 'Łódź mówiła']];
for (const [language, before, after] of texts) {
  const intlSegmenter = new Intl.Segmenter(language, { granularity: 'word' });
  console.log(`${shown(diffWords(before, after))} | with a segmenter: ${shown(diffWords(before, after, { intlSegmenter }))}`);
}
CODE

cat >expected.txt <<'SEEN'
Паром оста[-ё][+не]тся | with a segmenter: Паром [-остаётся][+останется]
Он сказал да[+й] | with a segmenter: Он сказал [-да][+дай]
είπε [-όχ][+να]ι | with a segmenter: είπε [-όχι][+ναι]
Łódź [-mówi][+mówiła] | with a segmenter: Łódź [-mówi][+mówiła]
SEEN

node check.mjs >seen.txt
diff expected.txt seen.txt
cat seen.txt
