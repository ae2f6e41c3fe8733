#!/bin/sh
# dayjs 1.11.23: with the plugin quarterOfYear loaded after duration, a duration is added as so many milliseconds, its months of 30 days,
# so that a year and two months after 4 May is 3 July; loaded in the other order the two count by the calendar.
# Needs Node 20 or later and npm; installs into a temporary folder. Fails if what is seen changes.
set -eu
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund --ignore-scripts --save-exact dayjs@1.11.23

cat >check.mjs <<'CODE'
import { createRequire } from 'node:module';
const require = createRequire(import.meta.url);
for (const plugins of [['duration', 'quarterOfYear'], ['quarterOfYear', 'duration']]) {
  for (const path of Object.keys(require.cache)) delete require.cache[path];
  const dayjs = require('dayjs');
  for (const plugin of plugins) dayjs.extend(require(`dayjs/plugin/${plugin}`));
  const after = (start, duration) => dayjs(start).add(dayjs.duration(duration)).format('YYYY-MM-DD');
  console.log(plugins.join(', '), after('2021-05-04', 'P1Y2M'), after('2021-01-31', 'P1M'));
}
CODE

cat >expected.txt <<'SEEN'
duration, quarterOfYear 2022-07-03 2021-03-02
quarterOfYear, duration 2022-07-04 2021-02-28
SEEN

node check.mjs >seen.txt
diff expected.txt seen.txt
cat seen.txt
