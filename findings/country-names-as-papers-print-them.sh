#!/bin/sh
# i18n-iso-countries 7.14.0 and country-list 2.4.1: of the names under which papers print countries, the first knows Iran, Russia, Bolivia and Vietnam,
# but neither Syria nor Moldova, of which it has the official name alone; the second knows official names only. Both answer undefined.
# Needs Node 20 or later and npm; installs into a temporary folder. Fails if what is seen changes.
set -eu
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund --ignore-scripts --save-exact i18n-iso-countries@7.14.0 country-list@2.4.1

cat >check.mjs <<'CODE'
import countries from 'country-list';
import iso from 'i18n-iso-countries';

for (const name of ['Iran', 'Russia', 'Bolivia', 'Vietnam', 'Syria', 'Moldova', 'Syrian Arab Republic'])
  console.log(`${name}: ${iso.getAlpha2Code(name, 'en')}, ${countries.getCode(name)}`);
CODE

cat >expected.txt <<'SEEN'
Iran: IR, undefined
Russia: RU, undefined
Bolivia: BO, undefined
Vietnam: VN, undefined
Syria: undefined, undefined
Moldova: undefined, undefined
Syrian Arab Republic: SY, undefined
SEEN

node check.mjs >seen.txt
diff expected.txt seen.txt
cat seen.txt
