#!/bin/sh
# keyword-extractor 0.3.0: signs are taken out of words wherever they stand, so that "5.5 million" is "55 million" and half past ten,
# "10.30", is 1030. One would expect signs to be taken off at the ends of words. The keywords of a statement about money name ten
# times the sum, and a search for them finds other texts. Look each keyword up in the text from which it is, and drop what does
# not stand there. ("Not" is on its list of words to leave out, as on most.)
# Needs Node 20 or later and npm; installs into a temporary folder. Fails if what is seen changes.
set -eu
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund --ignore-scripts --save-exact keyword-extractor@0.3.0

cat >check.mjs <<'CODE'
import extractor from 'keyword-extractor';
const options = { language: 'english', remove_digits: false, return_changed_case: false };
for (const text of ['Berg paid $5.5 million at 10.30.', 'Berg did not pay 1,200 workers.']) {
  console.log(`${text} | ${extractor.extract(text, options).join(' ')}`);
}
CODE

cat >expected.txt <<'SEEN'
Berg paid $5.5 million at 10.30. | Berg paid $55 million 1030
Berg did not pay 1,200 workers. | Berg pay 1200 workers
SEEN

node check.mjs >seen.txt
diff expected.txt seen.txt
cat seen.txt
