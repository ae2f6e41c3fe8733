#!/bin/sh
# edtf 4.11.1: the bounds of a set or list follow the order in which its members stand, and a range within is left out of
# them: [2020,2016] ends before it begins, {2016,2018..2020} ends in 2018.
# Needs Node 20 or later and npm; installs into a temporary folder. Fails if what is seen changes.
set -eu
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund --ignore-scripts --save-exact edtf@4.11.1

cat >check.mjs <<'CODE'
const print = (...parts) => console.log(parts.join(' '));
import edtf from 'edtf';
for (const text of ['[2016,2020]', '[2020,2016]', '{2016,2018..2020}']) {
  const { min, max } = edtf(text);
  print(text, new Date(min).getUTCFullYear(), new Date(max).getUTCFullYear());
}
CODE

cat >expected.txt <<'SEEN'
[2016,2020] 2016 2020
[2020,2016] 2020 2016
{2016,2018..2020} 2016 2018
SEEN

node check.mjs >seen.txt
diff expected.txt seen.txt
cat seen.txt
