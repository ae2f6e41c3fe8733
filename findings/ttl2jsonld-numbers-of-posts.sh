#!/bin/sh
# @frogcat/ttl2jsonld 0.0.10: an integer of Turtle becomes a number of JSON also where JSON's readers cannot hold it, so that the
# number of a post with its nineteen figures is that of another: 1390000000000000001 and …002 are both 1390000000000000000. Turtle's
# integers have no end, and n3 2.13.12 keeps the figures as they are written. JSON-LD (1.1, on native types) has a string with
# its type for such values, which this library writes itself for decimals and for `007`. There is no error. Write such numbers as
# strings in the Turtle file.
# Needs Node 20 or later and npm; installs into a temporary folder. Fails if what is seen changes.
set -eu
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund --ignore-scripts --save-exact @frogcat/ttl2jsonld@0.0.10 n3@2.13.12

cat >check.mjs <<'CODE'
import ttl2jsonld from '@frogcat/ttl2jsonld';
import N3 from 'n3';
for (const number of ['1390000000000000001', '1390000000000000002', '007', '5.0']) {
  const turtle = `<https://example.org/post> <https://schema.org/position> ${number} .`;
  const value = ttl2jsonld.parse(turtle)['https://schema.org/position'];
  console.log(number, '|', JSON.stringify(value), '|', new N3.Parser().parse(turtle)[0].object.value);
}
CODE

cat >expected.txt <<'SEEN'
1390000000000000001 | 1390000000000000000 | 1390000000000000001
1390000000000000002 | 1390000000000000000 | 1390000000000000002
007 | {"@value":"007","@type":"http://www.w3.org/2001/XMLSchema#integer"} | 007
5.0 | {"@value":"5.0","@type":"http://www.w3.org/2001/XMLSchema#decimal"} | 5.0
SEEN

node check.mjs >seen.txt
diff expected.txt seen.txt
cat seen.txt
