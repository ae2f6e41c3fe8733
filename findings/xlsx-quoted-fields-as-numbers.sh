#!/bin/sh
# xlsx 0.18.5 (SheetJS) reads CSV as a person types into cells, also fields in quotation marks: ids that are letters and figures become
# numbers (`5e3` is 5000), a month becomes the number of its first day, `(5)` is -5, a quoted "TRUE" is no word, and a field that begins with
# `=` is not there at all. UTF-8 without a byte order mark is read as Latin-1. With `raw: true` every field is what stands there; only
# then `007` is a code name and no seven.
# Needs Node 20 or later and npm; installs into a temporary folder. Fails if what is seen changes.
set -eu
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund --ignore-scripts --save-exact xlsx@0.18.5

cat >check.mjs <<'CODE'
import XLSX from 'xlsx';
const rows = (text, options) =>
  XLSX.utils.sheet_to_json(XLSX.read(text, options).Sheets.Sheet1, { header: 1 }).slice(1);
const table = 'id,words,said\n5e3,"007",2021-05\nq1,"(5)",2021-05-XX\nq2,"TRUE",../2021\nq3,"=1+1",2021\n';
for (const raw of [false, true]) console.log(JSON.stringify(rows(table, { type: 'string', raw })));
const words = 'id,words\nq1,“Łódź”\n';
for (const mark of ['', '\ufeff'])
  console.log(rows(Buffer.from(mark + words), { type: 'buffer' })[0][1] === '“Łódź”');
CODE

cat >expected.txt <<'SEEN'
[[5000,7,44317],["q1",-5,"2021-05-XX"],["q2",true,"../2021"],["q3",null,2021]]
[["5e3","007","2021-05"],["q1","(5)","2021-05-XX"],["q2","TRUE","../2021"],["q3","=1+1","2021"]]
false
true
SEEN

node check.mjs >seen.txt
diff expected.txt seen.txt
cat seen.txt
