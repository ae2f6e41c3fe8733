#!/bin/sh
# parquetjs 0.11.2: in a column of days (DATE), a day before 1970 is the next day, unless its time is midnight exactly:
# noon of 4 March 1965 is written as 5 March 1965, and so is one second past midnight. From 1970 on the same times are
# on their own day. A column of times is right.
# Needs Node 20 or later and npm; installs into a temporary folder. Fails if what is seen changes.
set -eu
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund --ignore-scripts --save-exact parquetjs@0.11.2

cat >check.mjs <<'CODE'
import parquet from 'parquetjs';
const writer = await parquet.ParquetWriter.openFile(new parquet.ParquetSchema({ day: { type: 'DATE' }, time: { type: 'TIMESTAMP_MILLIS' } }), 'days.parquet');
for (const text of ['1975-03-04T12:00:00Z', '1965-03-04T00:00:00Z', '1965-03-04T00:00:01Z', '1965-03-04T12:00:00Z']) {
  await writer.appendRow({ day: new Date(text), time: new Date(text) });
}
await writer.close();
const reader = await parquet.ParquetReader.openFile('days.parquet');
const cursor = reader.getCursor();
for (let row = await cursor.next(); row; row = await cursor.next()) console.log(`${row.time.toISOString()}: ${row.day.toISOString().slice(0, 10)}`);
await reader.close();
CODE

cat >expected.txt <<'SEEN'
1975-03-04T12:00:00.000Z: 1975-03-04
1965-03-04T00:00:00.000Z: 1965-03-04
1965-03-04T00:00:01.000Z: 1965-03-05
1965-03-04T12:00:00.000Z: 1965-03-05
SEEN

node check.mjs >seen.txt
diff expected.txt seen.txt
cat seen.txt
