#!/bin/sh
# @rr0/time 0.11.2: an interval that is open at one end ("../1850", all that was before) is written again as one whose
# end nobody knows ("/1850"), which EDTF tells apart, and so every archive that reads and writes a date once says less
# than it did. A year before 1000 or before our era is written without its noughts ("99", "-43"), which is no EDTF, and
# an unspecified figure as "[object Object]".
# Needs Node 20 or later and npm; installs into a temporary folder. Fails if what is seen changes.
set -eu
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund --ignore-scripts --save-exact @rr0/time@0.11.2

cat >check.mjs <<'CODE'
import { Level2Date, Level2Interval } from '@rr0/time';
for (const text of ['1850/1860', '../1850', '1850/..', '/1850']) console.log(`${text}: ${Level2Interval.fromString(text)}`);
for (const text of ['1850~', '0099', '-0043', '185X', '2021-XX']) console.log(`${text}: ${Level2Date.fromString(text)}`);
CODE

cat >expected.txt <<'SEEN'
1850/1860: 1850/1860
../1850: /1850
1850/..: 1850/
/1850: /1850
1850~: 1850~
0099: 99
-0043: -43
185X: [object Object]
2021-XX: 2021-[object Object]
SEEN

node check.mjs >seen.txt
diff expected.txt seen.txt
cat seen.txt
