#!/bin/sh
# wikibase-sdk 11.6.6: Wikidata states of each date how far it is known (precision 11 a day, 9 a year, 8 a decade, 7 a century). As it
# comes, simplifyClaims makes a day of all of them, the first of January; for that there is the converter `simple-day`, which gives
# "1921" for a year. But it gives a decade and a century as years too: somebody who lived in the 20th century (+1901, precision 7)
# was born in 1901. And a year before our era, which Wikidata's JSON counts without a year 0 (-0044 is 44 BC), is given as ISO's
# -000044, which is 45 BC. Read the precision and the year from the claim itself.
# Needs Node 20 or later and npm; installs into a temporary folder. Fails if what is seen changes.
set -eu
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund --ignore-scripts --save-exact wikibase-sdk@11.6.6

cat >check.mjs <<'CODE'
import { simplifyClaims } from 'wikibase-sdk';
const calendarmodel = 'http://www.wikidata.org/entity/Q1985727';
const birth = (time, precision) => {
  const datavalue = { type: 'time', value: { time, timezone: 0, before: 0, after: 0, precision, calendarmodel } };
  const mainsnak = { snaktype: 'value', property: 'P569', datatype: 'time', datavalue };
  return { P569: [{ mainsnak, type: 'statement', id: 'Q1$1', rank: 'normal' }] };
};
const known = { 11: 'day', 9: 'year', 8: 'decade', 7: 'century' };
const times = [['+1921-05-04T00:00:00Z', 11], ['+1921-00-00T00:00:00Z', 9], ['+1920-00-00T00:00:00Z', 8], ['+1901-00-00T00:00:00Z', 7], ['-0044-03-15T00:00:00Z', 11]];
for (const [time, precision] of times) {
  const read = ['iso', 'simple-day'].map((timeConverter) => simplifyClaims(birth(time, precision), { timeConverter }).P569[0]);
  console.log(`${time} to the ${known[precision]} | ${read.join(' | ')}`);
}
CODE

cat >expected.txt <<'SEEN'
+1921-05-04T00:00:00Z to the day | 1921-05-04T00:00:00.000Z | 1921-05-04
+1921-00-00T00:00:00Z to the year | 1921-01-01T00:00:00.000Z | 1921
+1920-00-00T00:00:00Z to the decade | 1920-01-01T00:00:00.000Z | 1920
+1901-00-00T00:00:00Z to the century | 1901-01-01T00:00:00.000Z | 1901
-0044-03-15T00:00:00Z to the day | -000044-03-15T00:00:00.000Z | -44-03-15
SEEN

node check.mjs >seen.txt
diff expected.txt seen.txt
cat seen.txt
