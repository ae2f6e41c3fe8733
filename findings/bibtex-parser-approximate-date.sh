#!/bin/sh
# @retorquere/bibtex-parser 9.0.29: BibLaTeX's dates are EDTF, where `~` says about and `%` about and unsure. The fields are read as TeX,
# so that both signs vanish without an error and the date comes out as sure; `?` stays. `others`, which stands for names that are not
# given, is a person of that last name.
# Needs Node 20 or later and npm; installs into a temporary folder. Fails if what is seen changes.
set -eu
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund --ignore-scripts --save-exact @retorquere/bibtex-parser@9.0.29

cat >check.mjs <<'CODE'
import { parse } from '@retorquere/bibtex-parser';
const print = (...parts) => console.log(parts.join(' '));
for (const date of ['2020', '2020?', '2020~', '2020%']) {
  const { entries, errors } = parse(`@online{a, title = {The ferry}, date = {${date}}}`);
  print(date, 'is', JSON.stringify(entries[0].fields.date), errors.length, 'errors');
}
const { entries } = parse('@online{a, author = {Obi, Mara and others}}');
print(JSON.stringify(entries[0].fields.author));
CODE

cat >expected.txt <<'SEEN'
2020 is "2020" 0 errors
2020? is "2020?" 0 errors
2020~ is "2020" 0 errors
2020% is "2020" 0 errors
[{"lastName":"Obi","firstName":"Mara"},{"lastName":"others"}]
SEEN

node check.mjs >seen.txt
diff expected.txt seen.txt
cat seen.txt
