#!/bin/sh
# datapackage 1.1.10 and tableschema 1.12.6, Frictionless Data's own packages: a CSV file that begins with a byte order mark, which a
# spreadsheet needs to read UTF-8 and writes itself, is refused, since the mark is read as part of the first column's name. No `encoding`
# helps: `utf-8` keeps the mark, `utf-8-sig` is unknown. Where columns are not held against a schema, the rows come without a word under
# a name that looks like `id` and is another.
# Needs Node 20 or later and npm; installs into a temporary folder. Fails if what is seen changes.
set -eu
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund --ignore-scripts --save-exact datapackage@1.1.10 tableschema@1.12.6

cat >check.mjs <<'CODE'
import { writeFileSync } from 'node:fs';
import datapackage from 'datapackage';
import tableschema from 'tableschema';
const table = 'id,words\nq1,We will pay\n';
writeFileSync('plain.csv', table);
writeFileSync('marked.csv', `\ufeff${table}`);
const fields = ['id', 'words'].map((name) => ({ name, type: 'string' }));
for (const [path, encoding] of [['plain.csv', 'utf-8'], ['marked.csv', 'utf-8'], ['marked.csv', 'utf-8-sig']]) {
  const resource = { name: 'claims', path, profile: 'tabular-data-resource', encoding, schema: { fields } };
  const made = await datapackage.Package.load({ name: 'x', resources: [resource] }, { basePath: '.' });
  try {
    console.log(path, encoding, made.valid, JSON.stringify(await made.resources[0].read()));
  } catch (error) {
    console.log(path, encoding, made.valid, error.message);
  }
}
const free = await tableschema.Table.load('marked.csv');
const [row] = await free.read({ keyed: true });
console.log(JSON.stringify(Object.keys(row).map((name) => [...name].length)), row.id);
CODE

cat >expected.txt <<'SEEN'
plain.csv utf-8 true [["q1","We will pay"]]
marked.csv utf-8 true The column header names do not match the field names in the schema
marked.csv utf-8-sig true Unknown encoding: utf-8-sig
[3,5] undefined
SEEN

node check.mjs >seen.txt
diff expected.txt seen.txt
cat seen.txt
