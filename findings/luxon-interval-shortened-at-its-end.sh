#!/bin/sh
# luxon 3.7.2: an interval of ISO 8601 whose end leaves out what it shares with its start ("2021-05-04/06", to the sixth) is read as valid
# and ends today at six o'clock: the end is taken for a time of day. "2021-05/06", May to June, is the same.
# Needs Node 20 or later and npm; installs into a temporary folder. Fails if what is seen changes.
set -eu
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund --ignore-scripts --save-exact luxon@3.7.2

cat >check.mjs <<'CODE'
import { DateTime, Interval } from 'luxon';
for (const text of ['2021-05-04/06', '2021-05/06', '2021-05-04/2021-05-06']) {
  const { isValid, start, end } = Interval.fromISO(text, { zone: 'utc' });
  const day = end.hasSame(DateTime.utc(), 'day') ? 'today' : end.toISODate();
  console.log(text, isValid, start.toISODate(), day, end.toFormat('HH:mm'));
}
CODE

cat >expected.txt <<'SEEN'
2021-05-04/06 true 2021-05-04 today 06:00
2021-05/06 true 2021-05-01 today 06:00
2021-05-04/2021-05-06 true 2021-05-04 2021-05-06 00:00
SEEN

node check.mjs >seen.txt
diff expected.txt seen.txt
cat seen.txt
