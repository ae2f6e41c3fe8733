#!/bin/sh
# compromise 14.17.0: "-5.5 million" is the number 5500000, its sign neither in it nor in the prefix, where "minus 5.5 million" has it;
# a year in words ("twenty twenty-one") is two numbers, 0 and 1, and one with a space, as French and SI print it, is two.
# Needs Node 20 or later and npm; installs into a temporary folder. Fails if what is seen changes.
set -eu
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund --ignore-scripts --save-exact compromise@14.17.0

cat >check.mjs <<'CODE'
import nlp from 'compromise';
for (const text of ['It lost -5.5 million last year.', 'It lost minus 5.5 million last year.', 'It was in twenty twenty-one.', 'It carried 10 000 people.']) {
  console.log(nlp(text).numbers().json().map(({ text: found, number: { prefix, num } }) => `${found} ${prefix}${num}`).join(' | '));
}
CODE

cat >expected.txt <<'SEEN'
-5.5 million 5500000
minus 5.5 million -5500000
twenty twenty- 0 | one. 1
10 10 | 000 0
SEEN

node check.mjs >seen.txt
diff expected.txt seen.txt
cat seen.txt
