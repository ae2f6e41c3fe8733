#!/bin/sh
# SQLite 3.53.4 (node-sqlite3-wasm 0.8.60), full-text search FTS5 as it comes: the tokenizer `unicode61` takes marks off letters, so that
# `Jose` finds José, but not off letters with two marks, and `Nguyen` does not find Nguyễn. The default is
# `remove_diacritics 1`, kept for old databases; with `2` names of Vietnam are found like those of Spain. With either, letters that
# Unicode does not take apart, the stroke of Łódź or Ørsted, are found only as they are written.
# Needs Node 20 or later and npm; installs into a temporary folder. Fails if what is seen changes.
set -eu
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund --ignore-scripts --save-exact node-sqlite3-wasm@0.8.60

cat >check.mjs <<'CODE'
import sqlite from 'node-sqlite3-wasm';
const db = new sqlite.Database(':memory:');
console.log('SQLite', db.get('SELECT sqlite_version() AS v').v);
const names = ['José', 'Nguyễn', 'Trần', 'Łódź', 'Ørsted'];
const tokenizers = ['unicode61', 'unicode61 remove_diacritics 2'];
for (const [i, tokenizer] of tokenizers.entries()) {
  db.exec(`CREATE VIRTUAL TABLE t${i} USING fts5 (words, tokenize = '${tokenizer}')`);
  for (const name of names) db.run(`INSERT INTO t${i} VALUES (?)`, [name]);
  const found = ['jose', 'nguyen', 'tran', 'lodz', 'orsted'].map((word) => {
    const row = db.get(`SELECT words FROM t${i} WHERE t${i} MATCH ?`, [word]);
    return `${word}: ${row?.words ?? 'nothing'}`;
  });
  console.log(`${tokenizer} | ${found.join(', ')}`);
}
CODE

cat >expected.txt <<'SEEN'
SQLite 3.53.4
unicode61 | jose: José, nguyen: nothing, tran: nothing, lodz: nothing, orsted: nothing
unicode61 remove_diacritics 2 | jose: José, nguyen: Nguyễn, tran: Trần, lodz: nothing, orsted: nothing
SEEN

node check.mjs >seen.txt
diff expected.txt seen.txt
cat seen.txt
