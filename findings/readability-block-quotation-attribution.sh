#!/bin/sh
# @mozilla/readability 0.6.0: in the form that the HTML Standard shows for a quotation with its source inside
# (blockquote with a footer that holds the name), the words stay and the name of who said them is removed.
# Needs Node 20 or later and npm; installs into a temporary folder. Fails if what is seen changes.
set -eu
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund --ignore-scripts --save-exact @mozilla/readability@0.6.0 jsdom@26.1.0

cat >check.mjs <<'CODE'
const print = (...parts) => console.log(parts.join(' '));
import { JSDOM } from 'jsdom';
import { Readability } from '@mozilla/readability';
const paragraph = (i) => `<p>The council of the town said on Monday that ferry number ${i} would keep its night boat, ` +
  'and that nobody, not even the mayor, would have to wait for it in the rain.</p>';
const page = (middle) => '<!doctype html><html lang="en"><head><title>The night boat stays in town</title></head><body><article>' +
  '<h1>The night boat stays in town</h1>' + [1, 2, 3, 4].map(paragraph).join('') + middle + [5, 6].map(paragraph).join('') + '</article></body></html>';
const open = (middle) => new JSDOM(page(middle), { url: 'https://post.example/a' }).window.document;
const kept = (middle) => /<blockquote>.*<\/blockquote>/s.exec(new Readability(open(middle)).parse().content)?.[0].replace(/\s+/g, ' ');
print(kept('<blockquote><p>“It will run all night.”</p><footer>— <cite>Mara Obi</cite>, mayor</footer></blockquote>'));
print(kept('<blockquote><p>“It will run all night.”</p><p>— Mara Obi, mayor</p></blockquote>'));
CODE

cat >expected.txt <<'SEEN'
<blockquote><p>“It will run all night.”</p></blockquote>
<blockquote><p>“It will run all night.”</p><p>— Mara Obi, mayor</p></blockquote>
SEEN

node check.mjs >seen.txt
diff expected.txt seen.txt
cat seen.txt
