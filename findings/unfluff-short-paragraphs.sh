#!/bin/sh
# unfluff 3.2.0: short paragraphs at the beginning of an article are not part of its text, and a short paragraph is just what
# a quotation with its attribution often is; nothing says that something was left out.
# Needs Node 20 or later and npm; installs into a temporary folder. Fails if what is seen changes.
set -eu
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund --ignore-scripts --save-exact unfluff@3.2.0

cat >check.mjs <<'CODE'
const print = (...parts) => console.log(parts.join(' '));
import unfluff from 'unfluff';
const paragraphs = [1, 2, 3, 4, 5, 6].map((i) => '<p>The council of the town said on Monday that ferry number ' + i +
  ' would keep its night boat, and that nobody, not even the mayor, would have to wait for it in the rain.</p>').join('');
const { text } = unfluff('<html lang="en"><head><title>Boats</title></head><body><article><h1>The night boat stays in town</h1><p>“It stays,” she said.</p>' + paragraphs + '</article></body></html>');
print(text.includes('It stays'), text.split('\n\n').length + ' paragraphs');
CODE

cat >expected.txt <<'SEEN'
false 6 paragraphs
SEEN

node check.mjs >seen.txt
diff expected.txt seen.txt
cat seen.txt
