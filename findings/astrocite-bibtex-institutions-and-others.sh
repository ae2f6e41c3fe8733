#!/bin/sh
# astrocite-bibtex 0.16.4: an institution in braces, which BibTeX's own manual (btxdoc, 4) gives as the way to keep a name whole, is taken
# apart all the same: {Harbour Board} is a person Board with the first name Harbour. "and others", which stands there for authors that are
# not named, leaves no trace, so that two authors of many are all; and a name with a particle and no comma ("Jon van Dahl", the
# first of BibTeX's three forms) is all family name, sorted under J. Keep the field `author` beside what is read of it.
# Needs Node 20 or later and npm; installs into a temporary folder. Fails if what is seen changes.
set -eu
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund --ignore-scripts --save-exact astrocite-bibtex@0.16.4

cat >check.mjs <<'CODE'
import { parse } from 'astrocite-bibtex';
for (const author of ['{Harbour Board}', 'Ida Berg and Jon Dahl and others', 'Jon van Dahl', 'van Dahl, Jon']) {
  console.log(`${author} | ${JSON.stringify(parse(`@article{a, author = {${author}}, title = {T}}`)[0].author)}`);
}
CODE

cat >expected.txt <<'SEEN'
{Harbour Board} | [{"family":"Board","given":"Harbour"}]
Ida Berg and Jon Dahl and others | [{"family":"Berg","given":"Ida"},{"family":"Dahl","given":"Jon"}]
Jon van Dahl | [{"family":"Jon van Dahl"}]
van Dahl, Jon | [{"family":"van Dahl","given":"Jon"}]
SEEN

node check.mjs >seen.txt
diff expected.txt seen.txt
cat seen.txt
