#!/bin/sh
# range-parser 1.2.1: a request for the last bytes of a file that is shorter than asked for ("bytes=-500" of 100) is called
# unsatisfiable, where RFC 9110 (14.1.2) says that the whole file is meant.
# Needs Node 20 or later and npm; installs into a temporary folder. Fails if what is seen changes.
set -eu
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund --ignore-scripts --save-exact range-parser@1.2.1

cat >check.mjs <<'CODE'
import parse from 'range-parser';
for (const header of ['bytes=-5', 'bytes=-100', 'bytes=-500']) console.log(header, JSON.stringify(parse(100, header)));
CODE

cat >expected.txt <<'SEEN'
bytes=-5 [{"start":95,"end":99}]
bytes=-100 [{"start":0,"end":99}]
bytes=-500 -1
SEEN

node check.mjs >seen.txt
diff expected.txt seen.txt
cat seen.txt
