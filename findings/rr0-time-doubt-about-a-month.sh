#!/bin/sh
# @rr0/time 0.11.2: a mark of doubt before a part of a date, which in EDTF bears on that part alone, is set on all
# before it too: of "2021-?03", a month that is uncertain in a year that is not, the year is uncertain, and it is
# written again as "2021?-03?". So it is with the mark of approximation. A mark behind a part, which does bear on all
# before it, is read right.
# Needs Node 20 or later and npm; installs into a temporary folder. Fails if what is seen changes.
set -eu
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund --ignore-scripts --save-exact @rr0/time@0.11.2

cat >check.mjs <<'CODE'
import { Level2Date } from '@rr0/time';
for (const text of ['2021-03', '?2021-03', '2021-03?', '2021-?03', '2021-03-?04', '2021-~03-04']) {
  const date = Level2Date.fromString(text);
  const parts = [date.year, date.month, date.day].filter(Boolean);
  console.log(`${text}: ${date}, uncertain ${parts.map((part) => part.uncertain)}, approximate ${parts.map((part) => part.approximate)}`);
}
CODE

cat >expected.txt <<'SEEN'
2021-03: 2021-03, uncertain false,false, approximate false,false
?2021-03: 2021?-03, uncertain true,false, approximate false,false
2021-03?: 2021?-03?, uncertain true,true, approximate false,false
2021-?03: 2021?-03?, uncertain true,true, approximate false,false
2021-03-?04: 2021?-03?-04?, uncertain true,true,true, approximate false,false,false
2021-~03-04: 2021~-03~-04, uncertain false,false,false, approximate true,true,false
SEEN

node check.mjs >seen.txt
diff expected.txt seen.txt
cat seen.txt
