#!/bin/sh
# tableschema 1.12.6 (Table Schema): a column of years refuses every year before 1000 and before our era, which the
# specification (a year as in XML Schema) has, while columns of dates and of months take the same years. A table of manuscripts
# is refused by its row of the year 987, or passes, by how exactly that day is known.
# Needs Node 20 or later and npm; installs into a temporary folder. Fails if what is seen changes.
set -eu
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund --ignore-scripts --save-exact tableschema@1.12.6

cat >check.mjs <<'CODE'
const print = (...parts) => console.log(parts.join(' '));
import tableschema from 'tableschema';
for (const [type, value] of [['year', '1987'], ['year', '0987'], ['year', '-0043'], ['yearmonth', '0987-05'], ['date', '0987-05-14']])
  try {
    new tableschema.Field({ name: 'written', type }).castValue(value);
    print(type, value, 'taken');
  } catch {
    print(type, value, 'refused');
  }
CODE

cat >expected.txt <<'SEEN'
year 1987 taken
year 0987 refused
year -0043 refused
yearmonth 0987-05 taken
date 0987-05-14 taken
SEEN

node check.mjs >seen.txt
diff expected.txt seen.txt
cat seen.txt
