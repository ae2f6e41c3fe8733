#!/bin/sh
# another-name-parser 0.1.0: an initial I. or V. is a suffix, "the first" or "the fifth", wherever it stands: Ida V.
# Berg is Ida Berg V. The word between the names of two people is a title, and both are one person, Ida Berg Leo Lund.
# Of three initials the last is put to the family name: Tolkien's is "R. Tolkien".
# Needs Node 20 or later and npm; installs into a temporary folder. Fails if what is seen changes.
set -eu
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund --ignore-scripts --save-exact another-name-parser@0.1.0

cat >check.mjs <<'CODE'
import parse from 'another-name-parser';
for (const text of ['Ida B. Berg', 'Ida V. Berg', 'Ida I. Berg', 'Ida Berg and Leo Lund', 'J. R. R. Tolkien', 'J. R. Tolkien']) {
  const { original, ...parts } = parse(text);
  console.log(`${original}: ${JSON.stringify(parts)}`);
}
CODE

cat >expected.txt <<'SEEN'
Ida B. Berg: {"prefix":null,"first":"Ida","middle":"B.","last":"Berg","suffix":null}
Ida V. Berg: {"prefix":null,"first":"Ida","middle":null,"last":"Berg","suffix":"V."}
Ida I. Berg: {"prefix":null,"first":"Ida","middle":null,"last":"Berg","suffix":"I."}
Ida Berg and Leo Lund: {"prefix":"and","first":"Ida","middle":"Berg","last":"Leo Lund","suffix":null}
J. R. R. Tolkien: {"prefix":null,"first":"J.","middle":"R.","last":"R. Tolkien","suffix":null}
J. R. Tolkien: {"prefix":null,"first":"J.","middle":"R.","last":"Tolkien","suffix":null}
SEEN

node check.mjs >seen.txt
diff expected.txt seen.txt
cat seen.txt
