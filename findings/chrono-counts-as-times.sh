#!/bin/sh
# chrono-node 2.10.3: in running text a range of counted people, a house number and an age after a name that is
# also a month are read as times and years, each with certain (not implied) parts.
# Needs Node 20 or later and npm; installs into a temporary folder. Fails if what is seen changes.
set -eu
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund --ignore-scripts --save-exact chrono-node@2.10.3

cat >check.mjs <<'CODE'
const print = (...parts) => console.log(parts.join(' '));
import * as chrono from 'chrono-node';
const read = (text) => chrono.parse(text, new Date(2020, 5, 15, 12)).map((r) => {
  const part = (p) => (r.start.isCertain(p) ? `${p} ${r.start.get(p)}` : '');
  return r.text + ' => ' + ['year', 'month', 'hour'].map(part).filter(Boolean).join(', ');
}).join('; ');
print(read('She met 10 to 15 people.'));
print(read('He lives at 10 Downing Street.'));
print(read('said Noor May, 34.'));
print(read('In May 61 people died.'));
CODE

cat >expected.txt <<'SEEN'
10 to 15 => hour 10
at 10 => hour 10
May, 34 => year 2034, month 5
May 61 => year 1961, month 5
SEEN

node check.mjs >seen.txt
diff expected.txt seen.txt
cat seen.txt
