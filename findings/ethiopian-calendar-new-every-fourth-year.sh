#!/bin/sh
# ethiopian-calendar-new 1.1.0, which promises accurate conversion: in every fourth year, from the sixth day of the
# thirteenth month to the next September, every day is a day late. That sixth day does not exist in it: 11 September
# 2019 is the first day of 2012 already, and both are 11 September on the way back. Christmas of 2020 (28 Tahsas) is on
# the 29th.
# Needs Node 20 or later and npm; installs into a temporary folder. Fails if what is seen changes.
set -eu
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund --ignore-scripts --save-exact ethiopian-calendar-new@1.1.0

cat >check.mjs <<'CODE'
import { toEthiopian, toGregorian } from 'ethiopian-calendar-new';
const calendar = new Intl.DateTimeFormat('en-u-ca-ethiopic', { year: 'numeric', month: 'numeric', day: 'numeric', timeZone: 'UTC' });
const seen = ({ year, month, day }) => [year, month, day].join('-');
const right = (...ours) => {
  const [month, day, year] = calendar.format(Date.UTC(ours[0], ours[1] - 1, ours[2])).split(' ')[0].split('/');
  return [year, month, day].join('-');
};
for (const ours of [[2019, 9, 10], [2019, 9, 11], [2019, 9, 12], [2020, 1, 7], [2021, 1, 7]]) {
  console.log(`${ours.join('-')}: ${seen(toEthiopian(...ours))}, Intl ${right(...ours)}`);
}
console.log(`2011-13-6: ${seen(toGregorian(2011, 13, 6))}`);
console.log(`2012-1-1: ${seen(toGregorian(2012, 1, 1))}`);
CODE

cat >expected.txt <<'SEEN'
2019-9-10: 2011-13-5, Intl 2011-13-5
2019-9-11: 2012-1-1, Intl 2011-13-6
2019-9-12: 2012-1-2, Intl 2012-1-1
2020-1-7: 2012-4-29, Intl 2012-4-28
2021-1-7: 2013-4-29, Intl 2013-4-29
2011-13-6: 2019-9-11
2012-1-1: 2019-9-11
SEEN

node check.mjs >seen.txt
diff expected.txt seen.txt
cat seen.txt
