#!/bin/sh
# parse-full-name 1.2.7: "García Márquez, Gabriel", as catalogues write a family name of two words, is a person whose first name is
# García and whose suffix is Gabriel; with one more given name behind the comma the same family name is read right.
# Needs Node 20 or later and npm; installs into a temporary folder. Fails if what is seen changes.
set -eu
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund --ignore-scripts --save-exact parse-full-name@1.2.7

cat >check.mjs <<'CODE'
import { parseFullName } from 'parse-full-name';
for (const name of ['García Márquez, Gabriel', 'García Márquez, Gabriel José', 'Lloyd George, David', 'George, David']) {
  const { first, middle, last, suffix, error } = parseFullName(name);
  console.log(JSON.stringify({ first, middle, last, suffix, errors: error.length }));
}
CODE

cat >expected.txt <<'SEEN'
{"first":"García","middle":"","last":"Márquez","suffix":"Gabriel","errors":0}
{"first":"Gabriel","middle":"José","last":"García Márquez","suffix":"","errors":0}
{"first":"Lloyd","middle":"","last":"George","suffix":"David","errors":0}
{"first":"David","middle":"","last":"George","suffix":"","errors":0}
SEEN

node check.mjs >seen.txt
diff expected.txt seen.txt
cat seen.txt
