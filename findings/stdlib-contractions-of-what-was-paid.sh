#!/bin/sh
# @stdlib/nlp-expand-contractions 0.2.3: "'s" is written out as "is" behind every pronoun and "'d" as "would": "She's paid the crew"
# becomes "She is paid the crew", so that who paid is who was paid, and "He'd paid" "He would paid". The documentation speaks of
# expanding contractions to their formal equivalents, and says of no doubt; one would expect those with two readings to be left,
# as names are here ("Ida's"), or read by what follows, as compromise 14.17.0 does. With the apostrophe of print (’) nothing is
# written out at all. Keep the words as they are, or leave these two out.
# Needs Node 20 or later and npm; installs into a temporary folder. Fails if what is seen changes.
set -eu
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund --ignore-scripts --save-exact @stdlib/nlp-expand-contractions@0.2.3 compromise@14.17.0

cat >check.mjs <<'CODE'
import expand from '@stdlib/nlp-expand-contractions';
import nlp from 'compromise';
for (const text of ["She's paid the crew", "He'd paid the crew", "Ida's paid the crew", 'She’s paid the crew']) {
  console.log(`${text} | ${expand(text)} | compromise: ${nlp(text).contractions().expand().all().text()}`);
}
CODE

cat >expected.txt <<'SEEN'
She's paid the crew | She is paid the crew | compromise: She has paid the crew
He'd paid the crew | He would paid the crew | compromise: He had paid the crew
Ida's paid the crew | Ida's paid the crew | compromise: Ida has paid the crew
She’s paid the crew | She’s paid the crew | compromise: She has paid the crew
SEEN

node check.mjs >seen.txt
diff expected.txt seen.txt
cat seen.txt
