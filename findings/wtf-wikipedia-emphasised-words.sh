#!/bin/sh
# wtf_wikipedia 10.4.2: words in the templates {{em}} and {{strong}} are left out of the text, while ''two'' and '''three''' marks keep theirs.
# What people set apart is often the word that a sentence turns on: “I {{em|never}} promised it” is read as “I promised it”.
# Needs Node 20 or later and npm; installs into a temporary folder. Fails if what is seen changes.
set -eu
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund --ignore-scripts --save-exact wtf_wikipedia@10.4.2

cat >check.mjs <<'CODE'
import wtf from 'wtf_wikipedia';

for (const source of [
  "“I ''never'' promised a ferry,” said Mara Obi.",
  '“I {{em|never}} promised a ferry,” said Mara Obi.',
  "The crews '''did not''' sign.",
  'The crews {{strong|did not}} sign.',
])
  console.log(`${source}\n  ${wtf(source).text()}`);
CODE

cat >expected.txt <<'SEEN'
“I ''never'' promised a ferry,” said Mara Obi.
  “I never promised a ferry,” said Mara Obi.
“I {{em|never}} promised a ferry,” said Mara Obi.
  “I promised a ferry,” said Mara Obi.
The crews '''did not''' sign.
  The crews did not sign.
The crews {{strong|did not}} sign.
  The crews sign.
SEEN

node check.mjs >seen.txt
diff expected.txt seen.txt
cat seen.txt
