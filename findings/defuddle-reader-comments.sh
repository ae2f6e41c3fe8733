#!/bin/sh
# defuddle 0.19.4 and @mozilla/readability 0.6.0 on the same page: a reader's comment (class "comment") inside the
# article element is part of the article's text for the one and not for the other, so its words become the article's.
# Needs Node 20 or later and npm; installs into a temporary folder. Fails if what is seen changes.
set -eu
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund --ignore-scripts --save-exact defuddle@0.19.4 @mozilla/readability@0.6.0 jsdom@26.1.0

cat >check.mjs <<'CODE'
const print = (...parts) => console.log(parts.join(' '));
import { JSDOM } from 'jsdom';
import { Readability } from '@mozilla/readability';
import { Defuddle } from 'defuddle/node';
const paragraph = (i) => `<p>The council of the town said on Monday that ferry number ${i} would keep its night boat, ` +
  'and that nobody, not even the mayor, would have to wait for it in the rain.</p>';
const page = (middle) => '<!doctype html><html lang="en"><head><title>The night boat stays in town</title></head><body><article>' +
  '<h1>The night boat stays in town</h1>' + [1, 2, 3, 4].map(paragraph).join('') + middle + [5, 6].map(paragraph).join('') + '</article></body></html>';
const open = (middle) => new JSDOM(page(middle), { url: 'https://post.example/a' }).window.document;
const middle = '<div class="comment"><p>“I never said so,” wrote Ida Berg.</p></div>';
print('readability', new Readability(open(middle)).parse().textContent.includes('I never said so'));
print('defuddle', (await Defuddle(open(middle), 'https://post.example/a')).content.includes('I never said so'));
CODE

cat >expected.txt <<'SEEN'
readability false
defuddle true
SEEN

node check.mjs >seen.txt
diff expected.txt seen.txt
cat seen.txt
