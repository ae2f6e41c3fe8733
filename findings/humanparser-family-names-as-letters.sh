#!/bin/sh
# humanparser 2.7.0: a family name that is also a suffix on its list, such as Ma or Senior, is taken for letters after the name, and
# the family name is empty; so is the number of a king, but "Juan Carlos I" then has the family name Carlos.
# Needs Node 20 or later and npm; installs into a temporary folder. Fails if what is seen changes.
set -eu
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund --ignore-scripts --save-exact humanparser@2.7.0

cat >check.mjs <<'CODE'
import humanparser from 'humanparser';
for (const name of ['Yo-Yo Ma', 'Ida Senior', 'Charles V', 'Juan Carlos I', 'Ida Li']) {
  const { firstName, lastName, suffix } = humanparser.parseName(name);
  console.log(JSON.stringify({ firstName, lastName, suffix }));
}
CODE

cat >expected.txt <<'SEEN'
{"firstName":"Yo-Yo","lastName":"","suffix":"Ma"}
{"firstName":"Ida","lastName":"","suffix":"Senior"}
{"firstName":"Charles","lastName":"","suffix":"V"}
{"firstName":"Juan","lastName":"Carlos","suffix":"I"}
{"firstName":"Ida","lastName":"Li"}
SEEN

node check.mjs >seen.txt
diff expected.txt seen.txt
cat seen.txt
