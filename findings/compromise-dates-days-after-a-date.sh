#!/bin/sh
# compromise-dates 3.9.0 with compromise 14.17.0: "two days after 5 May 2021" lies two days before it, in the afternoon; "a decade
# ago" is today, and of "20 May last year" the day is lost and the whole month is meant.
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
for (const text of ['He left two days after 5 May 2021.', 'He left two days before 5 May 2021.', 'He left a decade ago.', 'He left ten years ago.', 'He left on 20 May last year.']) {
  const [{ dates: found }] = nlp(text).dates(setting).json();
  console.log(`${text} ${found.start} ${found.end}`);
}
CODE

cat >expected.txt <<'SEEN'
He left two days after 5 May 2021. 2021-05-03T17:00:00.000Z 2021-05-03T23:59:59.999Z
He left two days before 5 May 2021. 2021-04-29T17:00:00.000Z 2021-04-29T23:59:59.999Z
He left a decade ago. 2026-06-17T00:00:00.000Z 2026-06-17T00:00:00.000Z
He left ten years ago. 2016-06-17T00:00:00.000Z 2016-06-17T23:59:59.999Z
He left on 20 May last year. 2025-05-01T00:00:00.000Z 2025-05-31T23:59:59.999Z
SEEN

node check.mjs >seen.txt
diff expected.txt seen.txt
cat seen.txt
