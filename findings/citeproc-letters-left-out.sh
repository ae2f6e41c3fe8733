#!/bin/sh
# citeproc 2.4.63: an apostrophe before a word and one after a word are printed as a pair of double quotation marks, as if somebody were
# quoted: "Rock 'n' roll", and "The '90s and James' boat" with all that stands between; curly ones in the title stay as they are.
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
  '<updated>2021-01-01T00:00:00Z</updated></info><citation><layout><text variable="title"/></layout></citation></style>';
for (const title of ["Rock 'n' roll on the ferry", "The '90s and James' boat", 'Rock ’n’ roll on the ferry']) {
  const engine = new CSL.Engine({ retrieveLocale: () => english, retrieveItem: (id) => ({ id, type: 'article-newspaper', title }) }, style);
  engine.setOutputFormat('text');
  engine.updateItems(['x']);
  console.log(engine.makeCitationCluster([{ id: 'x' }]));
}
CODE

cat >expected.txt <<'SEEN'
Rock “n” roll on the ferry
The “90s and James” boat
Rock ’n’ roll on the ferry
SEEN

node check.mjs >seen.txt
diff expected.txt seen.txt
cat seen.txt
