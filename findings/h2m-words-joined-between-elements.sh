#!/bin/sh
# h2m 0.7.0: the blank between two words is lost where both stand in elements of their own, as a first and a family name
# may, or what is struck and what is put in: "Ida Berg" becomes "IdaBerg", and no search for a quotation finds it. With
# a word between them the blanks are kept.
# Needs Node 20 or later and npm; installs into a temporary folder. Fails if what is seen changes.
set -eu
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund --ignore-scripts --save-exact h2m@0.7.0

cat >check.mjs <<'CODE'
import h2m from 'h2m';
for (const html of [
  '<p>Ida <b>Berg</b> said no.</p>',
  '<p><b>Ida</b> <i>Berg</i> said no.</p>',
  '<p>We <del>paid</del> <ins>owed</ins> it.</p>',
  '<p><a href="https://example.org/">Ida Berg</a> <em>never</em> paid.</p>',
]) {
  console.log(`${html}: ${h2m(html)}`);
}
CODE

cat >expected.txt <<'SEEN'
<p>Ida <b>Berg</b> said no.</p>: Ida Berg said no.
<p><b>Ida</b> <i>Berg</i> said no.</p>: IdaBerg said no.
<p>We <del>paid</del> <ins>owed</ins> it.</p>: We paidowed it.
<p><a href="https://example.org/">Ida Berg</a> <em>never</em> paid.</p>: [Ida Berg](https://example.org/)*never* paid.
SEEN

node check.mjs >seen.txt
diff expected.txt seen.txt
cat seen.txt
