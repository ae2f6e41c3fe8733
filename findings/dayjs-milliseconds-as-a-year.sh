#!/bin/sh
# dayjs 1.11.23: a time in milliseconds since 1970 that comes as text, as every cell of a table does ("1712103000000", 3 April 2024), is
# valid and is a day of the year 1712: its first figures are taken for year, month and day. So is one in seconds. As a number the
# same time is right.
# Needs Node 20 or later and npm; installs into a temporary folder. Fails if what is seen changes.
set -eu
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund --ignore-scripts --save-exact dayjs@1.11.23

cat >check.mjs <<'CODE'
import dayjs from 'dayjs';
import utc from 'dayjs/plugin/utc.js';
dayjs.extend(utc);
for (const time of ['1712103000000', '1712103000', 1712103000000]) {
  const date = dayjs.utc(time);
  console.log(typeof time, time, date.isValid(), date.format('YYYY-MM-DD'));
}
CODE

cat >expected.txt <<'SEEN'
string 1712103000000 true 1712-10-30
string 1712103000 true 1712-10-30
number 1712103000000 true 2024-04-03
SEEN

node check.mjs >seen.txt
diff expected.txt seen.txt
cat seen.txt
