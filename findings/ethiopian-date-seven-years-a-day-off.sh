#!/bin/sh
# ethiopian-date 0.0.6: all days of the seven years from 1901 to 1907 are one day late in the Ethiopian calendar, and
# all from the Ethiopian years 1893 to 1899 one day early in ours, since the leap day that 1900 did not have is counted
# by another year than that in which it was missing. So it will be from 2101 on. The days before 1900 and after 1907
# agree with Intl.
# Needs Node 20 or later and npm; installs into a temporary folder. Fails if what is seen changes.
set -eu
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund --ignore-scripts --save-exact ethiopian-date@0.0.6

cat >check.mjs <<'CODE'
import { toEthiopian, toGregorian } from 'ethiopian-date';
const calendar = new Intl.DateTimeFormat('en-u-ca-ethiopic', { year: 'numeric', month: 'numeric', day: 'numeric', timeZone: 'UTC' });
const wrong = { toEthiopian: [], toGregorian: [] };
for (let time = Date.UTC(1890, 0, 1); time < Date.UTC(1999, 0, 1); time += 86400000) {
  const ours = new Date(time).toISOString().slice(0, 10).split('-').map(Number);
  const [month, day, year] = calendar.format(time).split(' ')[0].split('/').map(Number);
  const theirs = [year, month, day];
  if (String(toEthiopian(...ours)) !== String(theirs)) wrong.toEthiopian.push([ours, toEthiopian(...ours), theirs]);
  if (String(toGregorian(...theirs)) !== String(ours)) wrong.toGregorian.push([theirs, toGregorian(...theirs), ours]);
}
for (const [name, days] of Object.entries(wrong)) {
  const [given, seen, right] = days[0].map((parts) => parts.join('-'));
  console.log(`${name}: ${days.length} days from ${given} to ${days.at(-1)[0].join('-')} are wrong`);
  console.log(`  of ${given} it says ${seen}, and Intl ${right}`);
}
CODE

cat >expected.txt <<'SEEN'
toEthiopian: 2556 days from 1901-1-1 to 1907-12-31 are wrong
  of 1901-1-1 it says 1893-4-24, and Intl 1893-4-23
toGregorian: 2557 days from 1893-1-1 to 1899-13-6 are wrong
  of 1893-1-1 it says 1900-9-10, and Intl 1900-9-11
SEEN

node check.mjs >seen.txt
diff expected.txt seen.txt
cat seen.txt
