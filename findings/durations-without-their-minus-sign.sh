#!/bin/sh
# iso8601-duration 2.1.4 and dayjs 1.11.23: the sign of a negative duration ("-P1D", as ISO 8601-2 and Temporal write it) is dropped without
# a word, so that a day before is a day after; luxon 3.7.2 keeps it.
# Needs Node 20 or later and npm; installs into a temporary folder. Fails if what is seen changes.
set -eu
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund --ignore-scripts --save-exact iso8601-duration@2.1.4 dayjs@1.11.23 luxon@3.7.2

cat >check.mjs <<'CODE'
import dayjs from 'dayjs';
import duration from 'dayjs/plugin/duration.js';
import * as iso from 'iso8601-duration';
import { Duration } from 'luxon';
dayjs.extend(duration);
for (const text of ['-P1D', '-PT2H', 'P1D']) {
  console.log([text, JSON.stringify(iso.parse(text)), dayjs.duration(text).toISOString(), Duration.fromISO(text).toISO()].join(' '));
}
CODE

cat >expected.txt <<'SEEN'
-P1D {"years":0,"months":0,"weeks":0,"days":1,"hours":0,"minutes":0,"seconds":0} P1D P-1D
-PT2H {"years":0,"months":0,"weeks":0,"days":0,"hours":2,"minutes":0,"seconds":0} PT2H PT-2H
P1D {"years":0,"months":0,"weeks":0,"days":1,"hours":0,"minutes":0,"seconds":0} P1D P1D
SEEN

node check.mjs >seen.txt
diff expected.txt seen.txt
cat seen.txt
