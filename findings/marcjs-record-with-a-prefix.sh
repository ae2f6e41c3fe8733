#!/bin/sh
# marcjs 3.0.2: a MARCXML record whose elements have a prefix (`<marc:record>`), as catalogues send them among elements of other
# kinds, is an empty record: a leader of blanks and no fields. Nothing fails. By XML's namespaces a prefix is only a short name, and
# the same record without one is read. What it does not take from XML either: a comment in a subfield is part of its words. Whoever
# takes in a catalogue has so many records as it has, and none says whose book it is. Take the prefix off before, or count fields.
# Needs Node 20 or later and npm; installs into a temporary folder. Fails if what is seen changes.
set -eu
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund --ignore-scripts --save-exact marcjs@3.0.2

cat >check.mjs <<'CODE'
import { Marc } from 'marcjs';
const record = (mark, said) => {
  const subfield = `<${mark}subfield code="a">${said}</${mark}subfield>`;
  const field = `<${mark}datafield tag="245" ind1="1" ind2="0">${subfield}</${mark}datafield>`;
  const names = mark ? `xmlns:${mark.slice(0, -1)}` : 'xmlns';
  return `<${mark}record ${names}="http://www.loc.gov/MARC21/slim"><${mark}leader>00000nam a2200000 a 4500</${mark}leader>${field}</${mark}record>`;
};
for (const xml of [record('', 'The ferry'), record('marc:', 'The ferry'), record('', 'The <!-- sic -->fery')]) {
  console.log(JSON.stringify(Marc.parse(xml, 'marcxml')));
}
CODE

cat >expected.txt <<'SEEN'
{"leader":"00000nam a2200000 a 4500","fields":[["245","10","a","The ferry"]]}
{"leader":"            ","fields":[]}
{"leader":"00000nam a2200000 a 4500","fields":[["245","10","a","The <!-- sic -->fery"]]}
SEEN

node check.mjs >seen.txt
diff expected.txt seen.txt
cat seen.txt
