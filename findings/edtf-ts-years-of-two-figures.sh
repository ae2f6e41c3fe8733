#!/bin/sh
# @edtf-ts/core 0.4.2: the years 0000 to 0099, which EDTF (level 0) writes with four figures like any other, are read as 1900
# to 1999: what was said in the year 44 lies in 1944, by its bounds and in every comparison, and the year 44 comes out as later
# than 1921. The text of the date stays `0044`, and years before our era and from 100 on are right, so that tests with these see
# nothing. edtf 4.11.1 reads them right.
# Needs Node 20 or later and npm; installs into a temporary folder. Fails if what is seen changes.
set -eu
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund --ignore-scripts --save-exact @edtf-ts/core@0.4.2 edtf@4.11.1

cat >check.mjs <<'CODE'
import { compare, parse } from '@edtf-ts/core';
import edtf from 'edtf';
const day = (time) => new Date(Number(time)).toISOString().slice(0, 10);
for (const date of ['0044-03-15', '0000', '00XX', '0044/0046', '0100', '-0044']) {
  const { min, max } = parse(date).value;
  const other = edtf(date);
  console.log(date, '| @edtf-ts/core', day(min), day(max), '| edtf', day(other.min), day(other.max));
}
console.log('0044 after 1921:', compare(parse('0044').value, parse('1921').value) > 0);
CODE

cat >expected.txt <<'SEEN'
0044-03-15 | @edtf-ts/core 1944-03-15 1944-03-15 | edtf 0044-03-15 0044-03-15
0000 | @edtf-ts/core 1900-01-01 1900-12-31 | edtf 0000-01-01 0000-12-31
00XX | @edtf-ts/core 1900-01-01 1999-12-31 | edtf 0000-01-01 0099-12-31
0044/0046 | @edtf-ts/core 1944-01-01 1946-12-31 | edtf 0044-01-01 0046-12-31
0100 | @edtf-ts/core 0100-01-01 0100-12-31 | edtf 0100-01-01 0100-12-31
-0044 | @edtf-ts/core -000044-01 -000044-12 | edtf -000044-01 -000044-12
0044 after 1921: true
SEEN

node check.mjs >seen.txt
diff expected.txt seen.txt
cat seen.txt
