#!/bin/sh
# @11ty/parse-date-strings 2.0.6, through which Eleventy reads the days of its pages: a day of the first century is one
# of the twentieth, "0099-01-01" one of 1999, since a year below 100 is taken as JavaScript's own constructor takes it.
# The package says that Temporal reads the same strings, and that invalid ones are an error; Temporal and Date.parse
# have the year 99.
# Needs Node 20 or later and npm; installs into a temporary folder. Fails if what is seen changes.
set -eu
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund --ignore-scripts --save-exact @11ty/parse-date-strings@2.0.6

cat >check.mjs <<'CODE'
import { parse } from '@11ty/parse-date-strings';
for (const text of ['1999-01-01', '0100-01-01', '0099-01-01', '0014-08-19T12:00:00Z']) {
  console.log(`${text}: ${parse(text).toISOString()}, Date.parse ${new Date(text).toISOString()}`);
}
CODE

cat >expected.txt <<'SEEN'
1999-01-01: 1999-01-01T00:00:00.000Z, Date.parse 1999-01-01T00:00:00.000Z
0100-01-01: 0100-01-01T00:00:00.000Z, Date.parse 0100-01-01T00:00:00.000Z
0099-01-01: 1999-01-01T00:00:00.000Z, Date.parse 0099-01-01T00:00:00.000Z
0014-08-19T12:00:00Z: 1914-08-19T12:00:00.000Z, Date.parse 0014-08-19T12:00:00.000Z
SEEN

node check.mjs >seen.txt
diff expected.txt seen.txt
cat seen.txt
