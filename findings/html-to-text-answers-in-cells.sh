#!/bin/sh
# html-to-text 10.0.1: what stands in the cells of a table and in the terms of a list of terms is joined without a blank: an interview that is set as
# a table or as <dl> is one word at each seam ("Who stays?We do."), where paragraphs and list items are parted.
# Needs Node 20 or later and npm; installs into a temporary folder. Fails if what is seen changes.
set -eu
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund --ignore-scripts --save-exact html-to-text@10.0.1

cat >check.mjs <<'CODE'
import { convert } from 'html-to-text';

for (const html of [
  '<p>Who stays?</p><p>We do.</p>',
  '<ul><li>Who stays?</li><li>We do.</li></ul>',
  '<table><tr><th>Who stays?</th><td>We do.</td></tr><tr><th>Since when?</th><td>Since May.</td></tr></table>',
  '<dl><dt>Who stays?</dt><dd>We do.</dd></dl>',
])
  console.log(`${html}\n  ${JSON.stringify(convert(html))}`);
CODE

cat >expected.txt <<'SEEN'
<p>Who stays?</p><p>We do.</p>
  "Who stays?\n\nWe do."
<ul><li>Who stays?</li><li>We do.</li></ul>
  " * Who stays?\n * We do."
<table><tr><th>Who stays?</th><td>We do.</td></tr><tr><th>Since when?</th><td>Since May.</td></tr></table>
  "Who stays?We do.Since when?Since May."
<dl><dt>Who stays?</dt><dd>We do.</dd></dl>
  "Who stays?We do."
SEEN

node check.mjs >seen.txt
diff expected.txt seen.txt
cat seen.txt
