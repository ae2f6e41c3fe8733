#!/bin/sh
# moment-hijri 3.0.0: its table of months begins with the year 1356 (1937), and a date before that is neither refused nor counted: all of them
# are the first of March 1001 and valid, and a day of 1881 is "1355/12/NaN". The documentation names no range. A newspaper of the year 1300
# (1882) is dated nine centuries back. And loading it sets moment's language to Arabic for the whole program, which by the documentation one
# does oneself, so that a day that has nothing to do with it is printed in Arabic figures. Check the year before, and set the language back.
# Needs Node 20 or later and npm; installs into a temporary folder. Fails if what is seen changes.
set -eu
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund --ignore-scripts --save-exact moment-hijri@3.0.0 moment@2.31.0

cat >check.mjs <<'CODE'
import moment from 'moment';
console.log('before:', moment('2021-05-04').format('D MMMM YYYY'));
const { default: hijri } = await import('moment-hijri');
console.log('after:', moment('2021-05-04').format('D MMMM YYYY'));
for (const date of ['1400/1/1', '1300/1/1', '1200/6/15']) {
  const day = hijri(date, 'iYYYY/iM/iD').locale('en');
  console.log(date, day.isValid(), day.format('YYYY-MM-DD'));
}
console.log('1881-11-12', hijri('1881-11-12').locale('en').format('iYYYY/iM/iD'));
CODE

cat >expected.txt <<'SEEN'
before: 4 May 2021
after: ٤ مايو ٢٠٢١
1400/1/1 true 1979-11-20
1300/1/1 true 1001-03-01
1200/6/15 true 1001-03-01
1881-11-12 1355/12/NaN
SEEN

node check.mjs >seen.txt
diff expected.txt seen.txt
cat seen.txt
