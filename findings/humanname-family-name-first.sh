#!/bin/sh
# humanname 0.2.2: a name with its family name before a comma, as indexes and bibliographies write it, is read from left
# to right, so that family and first name change places, without an error: "Berg, Ida" is Berg Ida. The comma is lost,
# so that nothing tells it from the name of another person.
# Needs Node 20 or later and npm; installs into a temporary folder. Fails if what is seen changes.
set -eu
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund --ignore-scripts --save-exact humanname@0.2.2

cat >check.mjs <<'CODE'
import humanname from 'humanname';
for (const text of ['Ida Berg', 'Berg, Ida', 'van Gogh, Vincent', 'Vincent van Gogh', 'Berg, Ida, Jr.']) {
  const { firstName, lastName, suffix } = humanname.parse(text);
  console.log(`${text}: ${JSON.stringify({ firstName, lastName, suffix })}`);
}
CODE

cat >expected.txt <<'SEEN'
Ida Berg: {"firstName":"Ida","lastName":"Berg","suffix":""}
Berg, Ida: {"firstName":"Berg","lastName":"Ida","suffix":""}
van Gogh, Vincent: {"firstName":"van Gogh","lastName":"Vincent","suffix":""}
Vincent van Gogh: {"firstName":"Vincent","lastName":"van Gogh","suffix":""}
Berg, Ida, Jr.: {"firstName":"Berg","lastName":"Ida","suffix":"Jr"}
SEEN

node check.mjs >seen.txt
diff expected.txt seen.txt
cat seen.txt
