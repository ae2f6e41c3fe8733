#!/bin/sh
# edtf 4.11.1: a string of digits alone, such as a day without hyphens (ISO 8601's basic format, which EDTF leaves out), is no
# syntax error but a count of milliseconds since 1970.
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
const read = (text) => { try { return edtf(text).edtf; } catch { return 'refused'; } };
for (const text of ['2018-05-12', '20180512', '2018-5-12']) print(text, read(text));
CODE

cat >expected.txt <<'SEEN'
2018-05-12 2018-05-12
20180512 1970-01-01T05:36:20.512Z
2018-5-12 refused
SEEN

node check.mjs >seen.txt
diff expected.txt seen.txt
cat seen.txt
