#!/bin/sh
# csv-stringify 6.9.0: with `record_delimiter: '\n'`, which is what records end in anyway, a field with a carriage return alone, as
# texts of old word processors have it, is written without quotation marks; without the option it has them. csv-parse 7.0.3, of the
# same makers, takes that carriage return for the delimiter of records, and rows and fields come back as others.
# Needs Node 20 or later and npm; installs into a temporary folder. Fails if what is seen changes.
set -eu
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund --ignore-scripts --save-exact csv-stringify@6.9.0 csv-parse@7.0.3

cat >check.mjs <<'CODE'
import { parse } from 'csv-parse/sync';
import { stringify } from 'csv-stringify/sync';
const rows = [
  ['a', 'No.\rShe said'],
  ['b', 'Yes'],
];
for (const options of [{}, { record_delimiter: '\n' }]) {
  const text = stringify(rows, options);
  console.log(JSON.stringify(text));
  try {
    console.log(JSON.stringify(parse(text, { relax_column_count: true })));
  } catch (error) {
    console.log(error.code);
  }
}
CODE

cat >expected.txt <<'SEEN'
"a,\"No.\rShe said\"\nb,Yes\n"
[["a","No.\rShe said"],["b","Yes"]]
"a,No.\rShe said\nb,Yes\n"
[["a","No."],["She said\nb","Yes\n"]]
SEEN

node check.mjs >seen.txt
diff expected.txt seen.txt
cat seen.txt
