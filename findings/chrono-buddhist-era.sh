#!/bin/sh
# chrono-node 2.10.3: the English word "be" after a year is read as the Buddhist era, so that a date in a
# sentence that goes on with "be" lies 543 years back.
# Needs Node 20 or later and npm; installs into a temporary folder. Fails if what is seen changes.
set -eu
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund --ignore-scripts --save-exact chrono-node@2.10.3

cat >check.mjs <<'CODE'
const print = (...parts) => console.log(parts.join(' '));
import * as chrono from 'chrono-node';
const read = (text) => chrono.parse(text).map((r) => [r.text, r.start.get('year')].join(' => ')).join('; ');
print(read('It will on 3 March 2018 be held in the town hall.'));
print(read('It will be held on 3 March 2018 in the town hall.'));
CODE

cat >expected.txt <<'SEEN'
on 3 March 2018 be => 1475
on 3 March 2018 => 2018
SEEN

node check.mjs >seen.txt
diff expected.txt seen.txt
cat seen.txt
