#!/bin/sh
# @citation-js/name 0.4.2: of a name as papers print it, "Jon Dahl Jr." or "Jon Dahl, Jr.", the suffix is the family name or the
# given name: "Jr." sorted under J, or a Jr. of the family "Jon Dahl". What stands behind a comma is always the given name, so that
# "Ida Berg, MP" has the first name MP. "III" it knows, and it has a field for suffixes, which only "Dahl, Jon, Jr." fills. Its
# documentation gives no list of forms. In an index of persons each of the three is a person of his own. Take suffixes off a name before.
# Needs Node 20 or later and npm; installs into a temporary folder. Fails if what is seen changes.
set -eu
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund --ignore-scripts --save-exact @citation-js/name@0.4.2

cat >check.mjs <<'CODE'
import { parse } from '@citation-js/name';
for (const name of ['Dahl, Jon, Jr.', 'Jon Dahl III', 'Jon Dahl Jr.', 'Jon Dahl, Jr.', 'Ida Berg, MP']) console.log(`${name} | ${JSON.stringify(parse(name))}`);
CODE

cat >expected.txt <<'SEEN'
Dahl, Jon, Jr. | {"given":"Jon","suffix":"Jr.","family":"Dahl"}
Jon Dahl III | {"given":"Jon","suffix":"III","family":"Dahl"}
Jon Dahl Jr. | {"given":"Jon Dahl","family":"Jr."}
Jon Dahl, Jr. | {"given":"Jr.","family":"Jon Dahl"}
Ida Berg, MP | {"given":"MP","family":"Ida Berg"}
SEEN

node check.mjs >seen.txt
diff expected.txt seen.txt
cat seen.txt
