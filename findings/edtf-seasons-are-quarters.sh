#!/bin/sh
# edtf 4.11.1: a season has the bounds of a calendar quarter, though the specification gives no months: northern spring (25, and 21
# without a hemisphere) is January to March, summer April to June, winter October to December, and none crosses a new year.
# Needs Node 20 or later and npm; installs into a temporary folder. Fails if what is seen changes.
set -eu
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund --ignore-scripts --save-exact edtf@4.11.1

cat >check.mjs <<'CODE'
const print = (...parts) => console.log(parts.join(' '));
import edtf from 'edtf';
for (const text of ['2016-21', '2016-24', '2016-25', '2016-29']) {
  const { min, max } = edtf(text);
  print(text, new Date(min).toISOString().slice(0, 10), new Date(max).toISOString().slice(0, 10));
}
CODE

cat >expected.txt <<'SEEN'
2016-21 2016-01-01 2016-03-31
2016-24 2016-10-01 2016-12-31
2016-25 2016-01-01 2016-03-31
2016-29 2016-10-01 2016-12-31
SEEN

node check.mjs >seen.txt
diff expected.txt seen.txt
cat seen.txt
