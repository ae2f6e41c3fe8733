#!/bin/sh
# parse-duration 2.1.9: a time as clocks show it, which is how podcasts (itunes:duration) and captions state one, is read as one
# of the unit asked for and some thousandths: in seconds, "1:02:03" is one second and "12:30" twelve. "1,5 h", as most of Europe
# writes an hour and a half, is fifteen hours, and of ISO 8601's "P1DT2H" the day is gone, while "PT1H30M" is right. It is a number
# each time, where one would expect null, which "no hours" gives. A statement after an hour is then cited at the first second. Give
# it only numbers with their units, and read the other forms oneself.
# Needs Node 20 or later and npm; installs into a temporary folder. Fails if what is seen changes.
set -eu
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund --ignore-scripts --save-exact parse-duration@2.1.9

cat >check.mjs <<'CODE'
import parse from 'parse-duration';
for (const time of ['1h 2m 3s', '1:02:03', '12:30', '1.5 h', '1,5 h', 'PT1H30M', 'P1DT2H', 'no hours']) console.log(time, '|', parse(time, 's'));
CODE

cat >expected.txt <<'SEEN'
1h 2m 3s | 3723
1:02:03 | 1.002003
12:30 | 12.03
1.5 h | 5400
1,5 h | 54000
PT1H30M | 5400
P1DT2H | 7200
no hours | null
SEEN

node check.mjs >seen.txt
diff expected.txt seen.txt
cat seen.txt
