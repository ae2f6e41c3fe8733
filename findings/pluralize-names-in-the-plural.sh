#!/bin/sh
# pluralize 8.0.0: of words made singular to compare or count them, "US" is "ME", since the country is taken for the
# pronoun, and names of people and places lose their last letter: Lewis is "Lewi", Jones "Jone", Texas "Texa", as if one
# had written of several. That they begin with a capital is kept, but not looked at.
# Needs Node 20 or later and npm; installs into a temporary folder. Fails if what is seen changes.
set -eu
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund --ignore-scripts --save-exact pluralize@8.0.0

cat >check.mjs <<'CODE'
import pluralize from 'pluralize';
for (const word of ['votes', 'US', 'UN', 'Lewis', 'Jones', 'Paris', 'Texas', 'Athens']) console.log(`${word}: ${pluralize.singular(word)}`);
CODE

cat >expected.txt <<'SEEN'
votes: vote
US: ME
UN: UN
Lewis: Lewi
Jones: Jone
Paris: Paris
Texas: Texa
Athens: Athen
SEEN

node check.mjs >seen.txt
diff expected.txt seen.txt
cat seen.txt
