#!/bin/sh
# string-strip-html 13.7.6: references are resolved before tags are taken out, so that words which a page shows between
# angle brackets, and writes with &lt; and &gt; as it must, go as a tag would: "We did &lt;not&gt; pay" becomes "We did
# pay", an address behind a name is lost, and so is the mark of a quoted line. A comparison is kept with blanks ("a &lt;
# b") and loses words without.
# Needs Node 20 or later and npm; installs into a temporary folder. Fails if what is seen changes.
set -eu
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund --ignore-scripts --save-exact string-strip-html@13.7.6

cat >check.mjs <<'CODE'
import { stripHtml } from 'string-strip-html';
for (const html of [
  '<p>We did not pay.</p>',
  '<p>We did &lt;not&gt; pay.</p>',
  '<p>Ida Berg &lt;ida@example.org&gt; said no.</p>',
  '<p>&gt; We paid.</p>',
  '<p>If x &lt; y and y &gt; z, no.</p>',
  '<p>If x&lt;y and y&gt;z, no.</p>',
]) {
  console.log(`${html}: ${stripHtml(html).result}`);
}
CODE

cat >expected.txt <<'SEEN'
<p>We did not pay.</p>: We did not pay.
<p>We did &lt;not&gt; pay.</p>: We did pay.
<p>Ida Berg &lt;ida@example.org&gt; said no.</p>: Ida Berg said no.
<p>&gt; We paid.</p>: We paid.
<p>If x &lt; y and y &gt; z, no.</p>: If x < y and y > z, no.
<p>If x&lt;y and y&gt;z, no.</p>: If x z, no.
SEEN

node check.mjs >seen.txt
diff expected.txt seen.txt
cat seen.txt
