#!/bin/sh
# humanparser 2.7.0: letters after a name that its list does not hold are taken for a first name, and all before the
# comma, title included, for the family name.
# Needs Node 20 or later and npm; installs into a temporary folder. Fails if what is seen changes.
set -eu
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund --ignore-scripts --save-exact humanparser@2.7.0

cat >check.mjs <<'CODE'
const print = (...parts) => console.log(parts.join(' '));
import human from 'humanparser';
const read = (name) => { const { salutation, firstName, lastName } = human.parseName(name); return JSON.stringify({ salutation, firstName, lastName }); };
print(read('Dr. Ida Berg'));
print(read('Dr. Ida Berg, MP'));
CODE

cat >expected.txt <<'SEEN'
{"salutation":"Dr.","firstName":"Ida","lastName":"Berg"}
{"firstName":"MP","lastName":"Dr. Ida Berg"}
SEEN

node check.mjs >seen.txt
diff expected.txt seen.txt
cat seen.txt
