#!/bin/sh
# snowball-stemmers 0.6.0 and stemmer 2.0.1: "mayor's" with the curly apostrophe that newspapers print has a stem of its
# own, so that a search by stems for the one does not find the other; Snowball alone takes the straight one off.
# Needs Node 20 or later and npm; installs into a temporary folder. Fails if what is seen changes.
set -eu
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund --ignore-scripts --save-exact snowball-stemmers@0.6.0 stemmer@2.0.1

cat >check.mjs <<'CODE'
const print = (...parts) => console.log(parts.join(' '));
import { newStemmer } from 'snowball-stemmers';
import { stemmer } from 'stemmer';
const snowball = newStemmer('english');
for (const word of ["mayor", "mayor's", 'mayor’s']) print(word, snowball.stem(word), stemmer(word));
CODE

cat >expected.txt <<'SEEN'
mayor mayor mayor
mayor's mayor mayor'
mayor’s mayor’ mayor’
SEEN

node check.mjs >seen.txt
diff expected.txt seen.txt
cat seen.txt
