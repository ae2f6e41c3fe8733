#!/bin/sh
# keyword-extractor 0.3.0: with figures kept (`remove_digits: false`) the point in a number is lost, so that 3.5% is
# 35%, and 1.5 million 15 million, which nobody said; the words of a text where that stands are then the same as those
# of one where this does. A minus sign is kept, and so is the sign of percent.
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
for (const text of ['Rents rose 35% in June', 'Rents rose 3.5% in June', 'She owes 1.5 million', 'A rate of -0.5 percent']) {
  console.log(`${text}: ${extractor.extract(text, options).join(' ')}`);
}
CODE

cat >expected.txt <<'SEEN'
Rents rose 35% in June: Rents rose 35% June
Rents rose 3.5% in June: Rents rose 35% June
She owes 1.5 million: owes 15 million
A rate of -0.5 percent: rate -05 percent
SEEN

node check.mjs >seen.txt
diff expected.txt seen.txt
cat seen.txt
