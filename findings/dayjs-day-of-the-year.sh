#!/bin/sh
# dayjs 1.11.23: an ordinal date of ISO 8601 ("2021-124", the 124th day: 4 May) is read as 4 December, and is valid: the three figures are
# taken for a month and a day. A year before 100 is one of the 1900s.
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
for (const text of ['2021-124', '2021-032', '0044-03-15', '2021-05-04']) {
  const date = dayjs.utc(text);
  console.log(text, date.isValid(), date.format('YYYY-MM-DD'));
}
CODE

cat >expected.txt <<'SEEN'
2021-124 true 2021-12-04
2021-032 true 2021-03-02
0044-03-15 true 1944-03-15
2021-05-04 true 2021-05-04
SEEN

node check.mjs >seen.txt
diff expected.txt seen.txt
cat seen.txt
