#!/bin/sh
# citeproc 2.4.63: a date in words ("raw") of two years, as reports and sports have it ("2021/22"), is printed as "Summer 2021", for 22
# is taken for EDTF's code of a season; "1920s" is 1920, and a date given in parts and in words at once is printed as both in one.
# Needs Node 20 or later and npm; installs into a temporary folder. Fails if what is seen changes.
set -eu
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund --ignore-scripts --save-exact citeproc@2.4.63 @citation-js/core@0.8.2 @citation-js/plugin-csl@0.8.2

cat >check.mjs <<'CODE'
import CSL from 'citeproc';
import { plugins } from '@citation-js/core';
import '@citation-js/plugin-csl';
const english = plugins.config.get('@csl').locales.get('en-US');
const style = '<style xmlns="http://purl.org/net/xbiblio/csl" version="1.0" class="in-text"><info><title>x</title><id>x</id>' +
  '<updated>2021-01-01T00:00:00Z</updated></info><citation><layout><date variable="issued" form="text"/></layout></citation></style>';
const print = (issued) => {
  const engine = new CSL.Engine({ retrieveLocale: () => english, retrieveItem: (id) => ({ id, type: 'report', issued }) }, style);
  engine.setOutputFormat('text');
  engine.updateItems(['x']);
  return engine.makeCitationCluster([{ id: 'x' }]);
};
for (const raw of ['2021/22', '1920s', '2021/2022', '4 May 2021']) console.log(`${raw}: ${print({ raw })}`);
console.log(print({ 'date-parts': [[2021, 5, 4]], literal: 'early May' }));
CODE

cat >expected.txt <<'SEEN'
2021/22: Summer 2021
1920s: 1920
2021/2022: 2021–2022
4 May 2021: May 4, 2021
May 4, early May2021
SEEN

node check.mjs >seen.txt
diff expected.txt seen.txt
cat seen.txt
