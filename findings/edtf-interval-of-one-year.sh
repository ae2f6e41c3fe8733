#!/bin/sh
# edtf 4.11.1: an interval whose ends are the same ("2018/2018"), which the EDTF specification does not forbid and catalogues
# write for "within 2018", is an error, while the same with a day more at its end is read.
# Needs Node 20 or later and npm; installs into a temporary folder. Fails if what is seen changes.
set -eu
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund --ignore-scripts --save-exact edtf@4.11.1

cat >check.mjs <<'CODE'
import edtf from 'edtf';
for (const text of ['2018/2018', '2018/2019', '2018-05-04/2018-05-04', '2018-05-04/2018-05-05']) {
  try {
    console.log(text, edtf(text).type);
  } catch (error) {
    console.log(text, error.message.split('\n')[0]);
  }
}
CODE

cat >expected.txt <<'SEEN'
2018/2018 invalid upper bound: 2018
2018/2019 Interval
2018-05-04/2018-05-04 invalid upper bound: 2018-05-04
2018-05-04/2018-05-05 Interval
SEEN

node check.mjs >seen.txt
diff expected.txt seen.txt
cat seen.txt
