#!/bin/sh
# sugar-date 2.0.6: a word that it does not know, before a year or a month, is passed over: "before 1921", "not 2021", "Easter 2021"
# and "room 1921" are all the first of January of that year, and "page 5" and "ferry 5" the first of May 2001. One would expect an
# invalid date, as "1921 people" and "Q2 2021" give. The documentation says that a string that is not understood makes an invalid
# date. Whoever takes what Sugar accepts for a date of a statement dates statements by page numbers; hand it only what is known to
# be a date.
# Needs Node 20 or later and npm; installs into a temporary folder. Fails if what is seen changes.
set -eu
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund --ignore-scripts --save-exact sugar-date@2.0.6

cat >check.mjs <<'CODE'
import Sugar from 'sugar-date';
const texts = ['before 1921', 'not 2021', 'Easter 2021', 'room 1921', 'page 5', 'ferry 5', '1921 people', 'Q2 2021'];
for (const text of texts) {
  const date = Sugar.Date.create(text);
  console.log(text, '|', Sugar.Date.isValid(date) ? Sugar.Date.format(date, '{yyyy}-{MM}-{dd}') : 'invalid');
}
CODE

cat >expected.txt <<'SEEN'
before 1921 | 1921-01-01
not 2021 | 2021-01-01
Easter 2021 | 2021-01-01
room 1921 | 1921-01-01
page 5 | 2001-05-01
ferry 5 | 2001-05-01
1921 people | invalid
Q2 2021 | invalid
SEEN

node check.mjs >seen.txt
diff expected.txt seen.txt
cat seen.txt
