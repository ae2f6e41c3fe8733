#!/bin/sh
# hyparquet-writer 0.17.0: the type of a column is guessed from the values at hand: confidences that happen to be 0 and 1 are
# INT32 in one file and DOUBLE in the next, and a column of nulls is BYTE_ARRAY, so files of one archive cannot be read as one table.
# Needs Node 20 or later and npm; installs into a temporary folder. Fails if what is seen changes.
set -eu
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund --ignore-scripts --save-exact hyparquet-writer@0.17.0 hyparquet@1.33.0

cat >check.mjs <<'CODE'
const print = (...parts) => console.log(parts.join(' '));
import { parquetWriteBuffer } from 'hyparquet-writer';
import { parquetMetadata } from 'hyparquet';
const type = (data) => parquetMetadata(parquetWriteBuffer({ columnData: [{ name: 'confidence', data }] })).schema[1].type;
print(type([1, 0]), type([1, 0.5]), type([null, null]));
CODE

cat >expected.txt <<'SEEN'
INT32 DOUBLE BYTE_ARRAY
SEEN

node check.mjs >seen.txt
diff expected.txt seen.txt
cat seen.txt
