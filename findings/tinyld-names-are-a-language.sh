#!/bin/sh
# tinyld 1.3.4 and franc 6.2.0: a list of names, of which newspaper texts are full, is a language of its own: Volapük for the
# one, Somali for the other, with nothing that says how little it rests on.
# Needs Node 20 or later and npm; installs into a temporary folder. Fails if what is seen changes.
set -eu
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund --ignore-scripts --save-exact tinyld@1.3.4 franc@6.2.0

cat >check.mjs <<'CODE'
const print = (...parts) => console.log(parts.join(' '));
import { detect } from 'tinyld';
import { franc } from 'franc';
const names = 'Ann Lee, Noor Haddad, Felix Brandt, Mara Obi, Ida Berg, Tom Harlow';
print(detect(names), franc(names));
CODE

cat >expected.txt <<'SEEN'
vo som
SEEN

node check.mjs >seen.txt
diff expected.txt seen.txt
cat seen.txt
