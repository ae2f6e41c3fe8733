#!/bin/sh
# compromise-dates 3.9.0 with compromise 14.17.0: an interval whose year stands at its first end ("3 March 2021 to 5 April") starts
# with its last day, in another year, and ends with that month; one whose days are joined by a dash is cut in two finds.
# Needs Node 20 or later and npm; installs into a temporary folder. Fails if what is seen changes.
set -eu
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund --ignore-scripts --save-exact compromise@14.17.0 compromise-dates@3.9.0

cat >check.mjs <<'CODE'
import nlp from 'compromise';
import dates from 'compromise-dates';
nlp.plugin(dates);
const setting = { timezone: 'Etc/UTC', today: '2026-06-17' };
for (const text of ['It was shut from 3 March 2021 to 5 April.', 'It was shut from 3 March to 5 April 2021.', 'It was shut 3 March - 5 April 2021.']) {
  console.log(nlp(text).dates(setting).json().map(({ dates: { start, end } }) => `${start} ${end}`).join(' | '));
}
CODE

cat >expected.txt <<'SEEN'
2027-04-05T23:59:59.999Z 2027-04-30T00:00:00.000Z
2021-03-03T00:00:00.000Z 2021-04-05T23:59:59.999Z
2027-03-03T00:00:00.000Z 2027-03-03T23:59:59.999Z | 2021-04-01T00:00:00.000Z 2021-04-30T23:59:59.999Z
SEEN

node check.mjs >seen.txt
diff expected.txt seen.txt
cat seen.txt
