#!/bin/sh
# numbered 1.1.0: where figures and words stand together, as papers print large numbers, the figures are passed over: "5 million"
# and "1.5 million" are 1000000. Of "two and a half million" the half is gone, "ten or twenty" are 1020, "minus five" is 5. What
# it does not know it passes over, with neither an error nor NaN, so one cannot tell that a word was not understood. The figure of
# a statement is then another. Hand it words of which every one is a number, and no others.
# Needs Node 20 or later and npm; installs into a temporary folder. Fails if what is seen changes.
set -eu
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund --ignore-scripts --save-exact numbered@1.1.0

cat >check.mjs <<'CODE'
import numbered from 'numbered';
for (const words of ['five million', '5 million', '1.5 million', 'two and a half million', 'ten or twenty', 'minus five']) {
  console.log(words, '|', numbered.parse(words));
}
CODE

cat >expected.txt <<'SEEN'
five million | 5000000
5 million | 1000000
1.5 million | 1000000
two and a half million | 2000000
ten or twenty | 1020
minus five | 5
SEEN

node check.mjs >seen.txt
diff expected.txt seen.txt
cat seen.txt
