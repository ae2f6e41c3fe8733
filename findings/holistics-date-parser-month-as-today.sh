#!/bin/sh
# @holistics/date-parser 3.0.2: a month as ISO 8601 writes it ("2021-03") is the day of reading, as if nothing stood
# there; "2021/03" and "q1 2021" are the whole year, "1990s" is one year of the ten, and of an interval of two days with
# a solidus only the first is left. "12/2020" and "mar 2021" are read right. One would expect an error, which the
# package has for "last monday".
# Needs Node 20 or later and npm; installs into a temporary folder. Fails if what is seen changes.
set -eu
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund --ignore-scripts --save-exact @holistics/date-parser@3.0.2

cat >check.mjs <<'CODE'
import parser from '@holistics/date-parser';
const now = new Date('2019-06-15T12:00:00Z');
for (const text of ['12/2020', 'mar 2021', '2021-03', '2021/03', 'q1 2021', '1990s', '2021-03-04/2021-03-06']) {
  const { start, end } = parser.parse(text, now, { timezoneRegion: 'UTC', output: 'date', weekStartDay: 'monday' });
  console.log(`${text}: ${start} until before ${end}`);
}
CODE

cat >expected.txt <<'SEEN'
12/2020: 2020-12-01 until before 2021-01-01
mar 2021: 2021-03-01 until before 2021-04-01
2021-03: 2019-06-15 until before 2019-06-16
2021/03: 2021-01-01 until before 2022-01-01
q1 2021: 2021-01-01 until before 2022-01-01
1990s: 1990-01-01 until before 1991-01-01
2021-03-04/2021-03-06: 2021-03-04 until before 2021-03-05
SEEN

node check.mjs >seen.txt
diff expected.txt seen.txt
cat seen.txt
