#!/bin/sh
# @edtf-ts/core 0.4.2: a time with its zone, which EDTF has at its lowest level ("2021-05-04T23:30:00-05:00"), is read, and its zone
# is kept in the text of the date and left out of its moment: half past eleven in the evening in New York, London and Delhi are one
# and the same. So of two statements the earlier comes out as the later one, by up to a day. edtf 4.11.1 counts the zone. Make a
# time UTC ("Z") before handing it over.
# Needs Node 20 or later and npm; installs into a temporary folder. Fails if what is seen changes.
set -eu
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund --ignore-scripts --save-exact @edtf-ts/core@0.4.2 edtf@4.11.1

cat >check.mjs <<'CODE'
import { parse } from '@edtf-ts/core';
import edtf from 'edtf';
const moment = (time) => new Date(Number(time)).toISOString();
for (const time of ['2021-05-04T23:30:00-05:00', '2021-05-04T23:30:00Z', '2021-05-04T23:30:00+05:30']) {
  console.log(time, '| @edtf-ts/core', moment(parse(time).value.min), '| edtf', moment(edtf(time).min));
}
CODE

cat >expected.txt <<'SEEN'
2021-05-04T23:30:00-05:00 | @edtf-ts/core 2021-05-04T23:30:00.000Z | edtf 2021-05-05T04:30:00.000Z
2021-05-04T23:30:00Z | @edtf-ts/core 2021-05-04T23:30:00.000Z | edtf 2021-05-04T23:30:00.000Z
2021-05-04T23:30:00+05:30 | @edtf-ts/core 2021-05-04T23:30:00.000Z | edtf 2021-05-04T18:00:00.000Z
SEEN

node check.mjs >seen.txt
diff expected.txt seen.txt
cat seen.txt
