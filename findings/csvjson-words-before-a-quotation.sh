#!/bin/sh
# csvjson 5.1.0: toObject() with its option `quote` loses the words of a field that hold a quotation, whose marks RFC
# 4180 has doubled: of 'He said "no" to it' only "to it" is left. A field with a line break is cut at the break, and the
# record with it. Without the option a comma in a quoted field cuts the field, and its second half pushes out the next
# one. There is never an error.
# Needs Node 20 or later and npm; installs into a temporary folder. Fails if what is seen changes.
set -eu
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund --ignore-scripts --save-exact csvjson@5.1.0

cat >check.mjs <<'CODE'
import csvjson from 'csvjson';
const show = (text, options) => console.log(JSON.stringify(csvjson.toObject(text, options)));
show('name,words\nIda Berg,"He said no, twice"\n', { quote: true });
show('name,words\nIda Berg,"He said ""no"" to it"\n', { quote: true });
show('name,words\nIda Berg,"He said no.\nWe paid."\n', { quote: true });
show('name,words\n"Berg, Ida",He said no\n', {});
CODE

cat >expected.txt <<'SEEN'
[{"name":"Ida Berg","words":"He said no, twice"}]
[{"name":"Ida Berg","words":"to it"}]
[{"name":"Ida Berg","words":"He said no."},{"name":"","words":""}]
[{"name":"\"Berg","words":"Ida\""}]
SEEN

node check.mjs >seen.txt
diff expected.txt seen.txt
cat seen.txt
