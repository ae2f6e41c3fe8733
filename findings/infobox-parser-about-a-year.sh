#!/bin/sh
# infobox-parser 3.6.4: "c. 1850" and even "before 1850" are the first of January of 1850, as a day that somebody stated
# would be, and so is a plain year, and a month its first day. "1850s" and "1850 or 1851" stay as they stand, so that
# the reader has words for the one and a day for the other, and nothing tells a day from what was made one.
# Needs Node 20 or later and npm; installs into a temporary folder. Fails if what is seen changes.
set -eu
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund --ignore-scripts --save-exact infobox-parser@3.6.4

cat >check.mjs <<'CODE'
process.env.TZ = 'UTC';
const { default: infobox } = await import('infobox-parser');
const parse = infobox.default ?? infobox;
for (const value of ['1 January 1850', '1850', 'c. 1850', 'before 1850', 'March 1850', '1850s', '1850 or 1851']) {
  console.log(`${value}: ${JSON.stringify(parse(`{{Infobox person\n| name = Ida Berg\n| birth_date = ${value}\n}}`).general.birthDate)}`);
}
CODE

cat >expected.txt <<'SEEN'
1 January 1850: "1850-01-01T00:00:00.000Z"
1850: "1850-01-01T00:00:00.000Z"
c. 1850: "1850-01-01T00:00:00.000Z"
before 1850: "1850-01-01T00:00:00.000Z"
March 1850: "1850-03-01T00:00:00.000Z"
1850s: "1850s"
1850 or 1851: "1850 or 1851"
SEEN

node check.mjs >seen.txt
diff expected.txt seen.txt
cat seen.txt
