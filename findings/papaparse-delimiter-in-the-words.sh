#!/bin/sh
# papaparse 5.7.1: which sign parts the columns is guessed from where signs stand, also inside of quoted fields, and the line break at the end
# of a file counts as a row of one column. So a table of words that holds lists (`Ida; Jon; Mia`) or strokes in verse is cut at these: the
# header is one column, words are cut, and their quotation marks stay. With `skipEmptyLines: true`, or `delimiter: ','`, each field is what
# stands there.
# Needs Node 20 or later and npm; installs into a temporary folder. Fails if what is seen changes.
set -eu
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund --ignore-scripts --save-exact papaparse@5.7.1

cat >check.mjs <<'CODE'
import Papa from 'papaparse';
const tables = [
  'id,crew\nq1,Ida; Jon; Mia\nq2,Tove; Abel; Ann\n',
  'id,words\nq1,"row|row|row|row, they sang|home"\nq2,"haul|haul|haul|haul, they sang|home"\n',
];
for (const table of tables)
  for (const options of [{}, { skipEmptyLines: true }, { delimiter: ',' }]) {
    const { data, meta, errors } = Papa.parse(table, { header: true, ...options });
    console.log(meta.delimiter, JSON.stringify(data[0]), [...new Set(errors.map(({ code }) => code))].join());
  }
CODE

cat >expected.txt <<'SEEN'
; {"id,crew":"q1,Ida","__parsed_extra":[" Jon"," Mia"]} TooManyFields
, {"id":"q1","crew":"Ida; Jon; Mia"} 
, {"id":"q1","crew":"Ida; Jon; Mia"} TooFewFields
| {"id,words":"q1,\"row","__parsed_extra":["row","row","row, they sang","home\""]} TooManyFields
, {"id":"q1","words":"row|row|row|row, they sang|home"} 
, {"id":"q1","words":"row|row|row|row, they sang|home"} TooFewFields
SEEN

node check.mjs >seen.txt
diff expected.txt seen.txt
cat seen.txt
