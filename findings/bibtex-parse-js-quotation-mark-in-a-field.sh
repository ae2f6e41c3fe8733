#!/bin/sh
# bibtex-parse-js 0.0.24 and @orcid/bibtex-parse-js 0.0.25: in a field in quotation marks, a quotation mark in braces, which is how BibTeX has
# one written there (Tame the BeaST, 3, at the two kinds of field), ends the field, and all that follows in the entry is passed over: of the
# title "The {"}Ferry{"} stays" is left "The {", and the entry has neither year nor page. Nothing fails, and an accent, M{\"u}ller, is read,
# as is a field in braces. Of strings that are put together (`jan # " 5"`) the blanks at the ends are gone. Write fields in braces before the
# file is read, and compare the number of fields.
# Needs Node 20 or later and npm; installs into a temporary folder. Fails if what is seen changes.
set -eu
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund --ignore-scripts --save-exact bibtex-parse-js@0.0.24 @orcid/bibtex-parse-js@0.0.25

cat >check.mjs <<'CODE'
import orcid from '@orcid/bibtex-parse-js';
import parser from 'bibtex-parse-js';
for (const title of ['"The {"}Ferry{"} stays"', '{The "Ferry" stays}', '"The M{\\"u}ller ferry"', 'jan # " 5"']) {
  const file = `@article{a, author = {Berg, Ida}, title = ${title}, year = {2021}}`;
  for (const [name, reader] of Object.entries({ 'bibtex-parse-js': parser, '@orcid': orcid })) {
    console.log(title, '|', name, '|', JSON.stringify(reader.toJSON(file)[0].entryTags));
  }
}
CODE

cat >expected.txt <<'SEEN'
"The {"}Ferry{"} stays" | bibtex-parse-js | {"author":"Berg, Ida","title":"The {"}
"The {"}Ferry{"} stays" | @orcid | {"author":"Berg, Ida","title":"The {"}
{The "Ferry" stays} | bibtex-parse-js | {"author":"Berg, Ida","title":"The \"Ferry\" stays","year":"2021"}
{The "Ferry" stays} | @orcid | {"author":"Berg, Ida","title":"The \"Ferry\" stays","year":"2021"}
"The M{\"u}ller ferry" | bibtex-parse-js | {"author":"Berg, Ida","title":"The M{\\\"u}ller ferry","year":"2021"}
"The M{\"u}ller ferry" | @orcid | {"author":"Berg, Ida","title":"The M{\\\"u}ller ferry","year":"2021"}
jan # " 5" | bibtex-parse-js | {"author":"Berg, Ida","title":"jan5","year":"2021"}
jan # " 5" | @orcid | {"author":"Berg, Ida","title":"jan5","year":"2021"}
SEEN

node check.mjs >seen.txt
diff expected.txt seen.txt
cat seen.txt
