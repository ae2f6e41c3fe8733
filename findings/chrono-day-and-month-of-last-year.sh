#!/bin/sh
# chrono-node 2.10.3: in "on 20 May last year" and "20 May of last year" the day is found alone and lies in the year in which it is
# read (both parts of it "certain"), and "last year" is a second find of its own; "in the year 2021" is next year.
# Needs Node 20 or later and npm; installs into a temporary folder. Fails if what is seen changes.
set -eu
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund --ignore-scripts --save-exact chrono-node@2.10.3

cat >check.mjs <<'CODE'
import * as chrono from 'chrono-node';
const read = new Date(2026, 5, 17, 12);
for (const text of ['He said so on 20 May last year.', 'He said so on 20 May of last year.', 'He will say so on 12 March next year.', 'He said so in the year 2021.', 'He said so last year.']) {
  console.log(chrono.parse(text, read).map(({ text: found, start }) =>
    `${found}: ${['year', 'month', 'day'].map((part) => start.get(part) + (start.isCertain(part) ? '' : '?')).join(' ')}`).join(' | '));
}
CODE

cat >expected.txt <<'SEEN'
on 20 May: 2026? 5 20 | last year: 2025 6? 17?
on 20 May: 2026? 5 20 | last year: 2025 6? 17?
on 12 March: 2026? 3 12 | next year: 2027 6? 17?
in the year: 2027 6? 17?
last year: 2025 6? 17?
SEEN

node check.mjs >seen.txt
diff expected.txt seen.txt
cat seen.txt
