#!/bin/sh
# apache-arrow 21.2.0: tableFromJSON() takes the type of a column from the first record that has it, and turns later
# values into it without an error: behind the year 1990, "c. 1985" is NaN, and behind a `true`, both "no" and "yes" are
# false. A field that a record lacks is an empty text, though null stays null: a speaker whom nobody knows is one
# without a name.
# Needs Node 20 or later and npm; installs into a temporary folder. Fails if what is seen changes.
set -eu
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund --ignore-scripts --save-exact apache-arrow@21.2.0

cat >check.mjs <<'CODE'
import { inspect } from 'node:util';
import { tableFromJSON } from 'apache-arrow';
const show = (field, records) => console.log(field, inspect(tableFromJSON(records).toArray().map((row) => row[field])));
show('year', [{ year: 'c. 1985' }, { year: 1990 }]);
show('year', [{ year: 1990 }, { year: 'c. 1985' }]);
show('checked', [{ checked: true }, { checked: 'no' }, { checked: 'yes' }]);
show('speaker', [{ speaker: 'Ida' }, { speaker: null }, {}]);
CODE

cat >expected.txt <<'SEEN'
year [ 'c. 1985', '1990' ]
year [ 1990, NaN ]
checked [ true, false, false ]
speaker [ 'Ida', null, '' ]
SEEN

node check.mjs >seen.txt
diff expected.txt seen.txt
cat seen.txt
