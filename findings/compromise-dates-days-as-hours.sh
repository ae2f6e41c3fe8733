#!/bin/sh
# compromise-dates 3.9.0 with compromise 14.17.0: "3-5 May 2021", as newspapers give days, is the afternoon of 1 May, from three to
# five; the month first, "May 3-5, 2021", is three days. Nothing in the result differs but the dates.
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
for (const text of ['The talks were held 3-5 May 2021.', 'The talks were held 4 to 6 May 2021.', 'The talks were held May 3-5, 2021.']) {
  const [{ dates: found }] = nlp(text).dates(setting).json();
  console.log(`${found.start} ${found.end}`);
}
CODE

cat >expected.txt <<'SEEN'
2021-05-01T15:00:00.000Z 2021-05-01T17:00:00.000Z
2021-05-01T16:00:00.000Z 2021-05-01T18:00:00.000Z
2021-05-03T00:00:00.000Z 2021-05-05T23:59:59.999Z
SEEN

node check.mjs >seen.txt
diff expected.txt seen.txt
cat seen.txt
