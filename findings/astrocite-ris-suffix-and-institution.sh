#!/bin/sh
# astrocite-ris 0.16.4: RIS has the form "family name, given names, suffix" (Reference Manager's specification, at AU), and a third part is
# read as the given name, the given name as the suffix: of Ida Berg, Jr. comes a person with the given name "Jr." and the suffix
# "Ida". An institution, which has no comma in RIS, is taken for a person: Harbour Board is Board, Harbour. Nothing says so. A
# name of three parts has to be turned round after reading, and one without a comma read from the file itself.
# Needs Node 20 or later and npm; installs into a temporary folder. Fails if what is seen changes.
set -eu
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund --ignore-scripts --save-exact astrocite-ris@0.16.4

cat >check.mjs <<'CODE'
import { parse } from 'astrocite-ris';
for (const name of ['Berg, Ida', 'Berg, Ida, Jr.', 'Harbour Board']) {
  const [entry] = parse(`TY  - JOUR\nAU  - ${name}\nTI  - The ferry\nER  - \n`);
  console.log(`${name} | ${JSON.stringify(entry.author)}`);
}
CODE

cat >expected.txt <<'SEEN'
Berg, Ida | [{"family":"Berg","given":"Ida"}]
Berg, Ida, Jr. | [{"family":"Berg","given":"Jr.","suffix":"Ida"}]
Harbour Board | [{"family":"Board","given":"Harbour"}]
SEEN

node check.mjs >seen.txt
diff expected.txt seen.txt
cat seen.txt
