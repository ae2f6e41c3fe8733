#!/bin/sh
# @retorquere/bibtex-parser 9.0.29: a bare "<" or ">" in a title is read as an inverted mark, as TeX's oldest encoding would
# print it, so a quotation such as "5 < 6" comes out of a UTF-8 file with other characters than it went in with.
# Needs Node 20 or later and npm; installs into a temporary folder. Fails if what is seen changes.
set -eu
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund --ignore-scripts --save-exact @retorquere/bibtex-parser@9.0.29

cat >check.mjs <<'CODE'
import { parse } from '@retorquere/bibtex-parser';
const title = (text) => parse(`@misc{x, title = {{${text}}}}`).entries[0].fields.title;
for (const text of ['5 < 6', '6 > 5', '5 \\textless{} 6']) console.log(title(text));
CODE

cat >expected.txt <<'SEEN'
5 ¡ 6
6 ¿ 5
5 < 6
SEEN

node check.mjs >seen.txt
diff expected.txt seen.txt
cat seen.txt
