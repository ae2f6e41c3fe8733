#!/bin/sh
# any-date-parser 2.2.4: a day that the calendar lacks is moved into the next month without a word, also where its month has a
# name; a month alone, which newspapers and archives often have, is no date.
# Needs Node 20 or later and npm; installs into a temporary folder. Fails if what is seen changes.
set -eu
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund --ignore-scripts --save-exact any-date-parser@2.2.4

cat >check.mjs <<'CODE'
const print = (...parts) => console.log(parts.join(' '));
import any from 'any-date-parser';
for (const text of ['2021-02-30', '31 June 2021', '2021-05', 'May 2021']) {
  const date = any.fromString(text);
  print(text, Number.isNaN(date.getTime()) ? 'no date' : date.toISOString().slice(0, 10));
}
CODE

cat >expected.txt <<'SEEN'
2021-02-30 2021-03-02
31 June 2021 2021-07-01
2021-05 no date
May 2021 no date
SEEN

node check.mjs >seen.txt
diff expected.txt seen.txt
cat seen.txt
