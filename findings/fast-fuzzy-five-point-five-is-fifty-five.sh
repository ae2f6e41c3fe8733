#!/bin/sh
# fast-fuzzy 1.12.0: two texts that differ in signs alone have the likeness 1, and figures have signs: 5.5 million is 55 million, five
# below zero is five above it, a question is its answer. The documentation has `ignoreSymbols`, true unless set, which "normalizes
# strings by stripping symbols"; that the decimal point and the minus are among them one sees only when one looks. Duplicates of
# statements that are found by a likeness of 1 then hold other figures. Set `ignoreSymbols: false` for texts with figures.
# Needs Node 20 or later and npm; installs into a temporary folder. Fails if what is seen changes.
set -eu
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund --ignore-scripts --save-exact fast-fuzzy@1.12.0

cat >check.mjs <<'CODE'
import { fuzzy } from 'fast-fuzzy';
for (const [one, other] of [['It cost 5.5 million', 'It cost 55 million'], ['-5 degrees', '5 degrees'], ['We stay?', 'We stay!']]) {
  console.log(`${one} | ${other} | ${fuzzy(one, other)} | ${fuzzy(one, other, { ignoreSymbols: false }).toFixed(2)}`);
}
CODE

cat >expected.txt <<'SEEN'
It cost 5.5 million | It cost 55 million | 1 | 0.95
-5 degrees | 5 degrees | 1 | 0.90
We stay? | We stay! | 1 | 0.88
SEEN

node check.mjs >seen.txt
diff expected.txt seen.txt
cat seen.txt
