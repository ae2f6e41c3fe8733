#!/bin/sh
# defuddle 0.19.4: a list of short quotations within an article is removed whole, while a list of longer ones stays;
# nothing in the result says that words of the article are gone.
# Needs Node 20 or later and npm; installs into a temporary folder. Fails if what is seen changes.
set -eu
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund --ignore-scripts --save-exact defuddle@0.19.4 jsdom@26.1.0

cat >check.mjs <<'CODE'
const print = (...parts) => console.log(parts.join(' '));
import { JSDOM } from 'jsdom';
import { Defuddle } from 'defuddle/node';
const paragraph = (i) => `<p>The council of the town said on Monday that ferry number ${i} would keep its night boat, ` +
  'and that nobody, not even the mayor, would have to wait for it in the rain.</p>';
const page = (middle) => '<!doctype html><html lang="en"><head><title>The night boat stays in town</title></head><body><article>' +
  '<h1>The night boat stays in town</h1>' + [1, 2, 3, 4].map(paragraph).join('') + middle + [5, 6].map(paragraph).join('') + '</article></body></html>';
const open = (middle) => new JSDOM(page(middle), { url: 'https://post.example/a' }).window.document;
const has = async (middle) => /<li>/.test((await Defuddle(open(middle), 'https://post.example/a')).content);
print(await has('<ul><li>“One,” she said</li><li>“Two,” he said</li></ul>'));
print(await has('<ul><li>“We will keep the night boat for as long as there are people who need it,” Mara Obi said.</li>' +
  '<li>“Nobody asked the crews,” Tom Ray said.</li></ul>'));
CODE

cat >expected.txt <<'SEEN'
false
true
SEEN

node check.mjs >seen.txt
diff expected.txt seen.txt
cat seen.txt
