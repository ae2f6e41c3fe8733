#!/bin/sh
# transliteration 2.6.1, any-ascii 0.3.3 and unidecode 1.1.0: a number with a fraction or a power is another number: 5½ is "51/2" and 10²
# "102". The first also drops the minus sign (U+2212), which leaves "5 degrees" of five below zero, and the capital ẞ: STRAẞE is "STRAE".
# Needs Node 20 or later and npm; installs into a temporary folder. Fails if what is seen changes.
set -eu
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund --ignore-scripts --save-exact transliteration@2.6.1 any-ascii@0.3.3 unidecode@1.1.0

cat >check.mjs <<'CODE'
import { transliterate } from 'transliteration';
import anyAscii from 'any-ascii';
import unidecode from 'unidecode';
for (const text of ['5½ years', '10² people', '−5 degrees', 'STRAẞE', 'Straße']) {
  console.log([text, transliterate(text), anyAscii(text), unidecode(text)].join(' | '));
}
CODE

cat >expected.txt <<'SEEN'
5½ years | 51/2 years | 51/2 years | 51/2 years
10² people | 102 people | 102 people | 102 people
−5 degrees | 5 degrees | -5 degrees | [?]5 degrees
STRAẞE | STRAE | STRASsE | STRASsE
Straße | Strasse | Strasse | Strasse
SEEN

node check.mjs >seen.txt
diff expected.txt seen.txt
cat seen.txt
