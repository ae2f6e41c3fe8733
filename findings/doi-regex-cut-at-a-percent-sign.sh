#!/bin/sh
# doi-regex 0.1.17: a DOI is cut before # and, in an address, before the percent sign that such signs are written with,
# and what is left may be the DOI of another work: of the DOI Handbook's own example only "10.1000/456" is found, and of
# a DOI with < and >, as one publisher gave them for years, a stump. The full stop at the end of a sentence is part of a
# DOI.
# Needs Node 20 or later and npm; installs into a temporary folder. Fails if what is seen changes.
set -eu
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund --ignore-scripts --save-exact doi-regex@0.1.17

cat >check.mjs <<'CODE'
import doiRegex from 'doi-regex';
const find = (text) => console.log(`${text}: ${JSON.stringify(text.match(doiRegex()))}`);
find('10.1000/456#789');
find('https://doi.org/10.1000/456%23789');
find('10.1002/(SICI)1000-2000(199001)1:2<3::AID-ABC4>3.0.CO;2-X');
find('https://doi.org/10.1002/(SICI)1000-2000(199001)1:2%3C3::AID-ABC4%3E3.0.CO;2-X');
find('See 10.1000/182.');
CODE

cat >expected.txt <<'SEEN'
10.1000/456#789: ["10.1000/456"]
https://doi.org/10.1000/456%23789: ["10.1000/456"]
10.1002/(SICI)1000-2000(199001)1:2<3::AID-ABC4>3.0.CO;2-X: ["10.1002/(SICI)1000-2000(199001)1:2<3::AID-ABC4>3.0.CO;2-X"]
https://doi.org/10.1002/(SICI)1000-2000(199001)1:2%3C3::AID-ABC4%3E3.0.CO;2-X: ["10.1002/(SICI)1000-2000(199001)1:2"]
See 10.1000/182.: ["10.1000/182."]
SEEN

node check.mjs >seen.txt
diff expected.txt seen.txt
cat seen.txt
