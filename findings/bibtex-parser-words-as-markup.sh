#!/bin/sh
# @retorquere/bibtex-parser 9.0.29: emphasis of a title comes out as a tag of HTML, but the words are not escaped for HTML. A title that
# quotes a tag is the same characters as one with an emphasised word, and `&amp;` among the words the same as a bare "&" is in HTML: no
# reader of the result can tell which was printed, and both as HTML and as text some title has other words than its entry.
# Needs Node 20 or later and npm; installs into a temporary folder. Fails if what is seen changes.
set -eu
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund --ignore-scripts --save-exact @retorquere/bibtex-parser@9.0.29

cat >check.mjs <<'CODE'
const print = (...parts) => console.log(parts.join(' '));
import { parse } from '@retorquere/bibtex-parser';
const entries = parse(String.raw`
@article{a, title = {The sign \emph{Mole} on the quay}}
@article{b, title = {The sign $<$i$>$Mole$<$/i$>$ on the quay}}
@article{c, title = {Nets \& ropes}}
@article{d, title = {Nets \&amp; ropes}}`).entries;
for (const { key, fields } of entries) print(key, fields.title);
CODE

cat >expected.txt <<'SEEN'
a The sign <i>Mole</i> on the quay
b The sign <i>Mole</i> on the quay
c Nets & ropes
d Nets &amp; ropes
SEEN

node check.mjs >seen.txt
diff expected.txt seen.txt
cat seen.txt
