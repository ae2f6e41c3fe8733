#!/bin/sh
# @mozilla/readability 0.6.0 and defuddle 0.19.4: who is quoted in a block quotation, named with the class "author" as makers of
# such blocks name it, becomes the author of the whole article, and the name is taken out of the quotation.
# Needs Node 20 or later and npm; installs into a temporary folder. Fails if what is seen changes.
set -eu
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund --ignore-scripts --save-exact @mozilla/readability@0.6.0 defuddle@0.19.4 jsdom@26.1.0

cat >check.mjs <<'CODE'
import { JSDOM } from 'jsdom';
import { Readability } from '@mozilla/readability';
import { Defuddle } from 'defuddle/node';
const prose = '<p>The people of the two shores came to the hall in the evening and asked the board about the winter, the crew and the ' +
  'price of the crossing, and stayed until it was late.</p>';
const html = '<!doctype html><html lang="en"><head><title>Boats</title></head><body><article><h1>Boats</h1>' + prose +
  '<blockquote><p>Never again.</p><p class="author">Ida Berg</p></blockquote>' + prose + prose + '</article></body></html>';
const page = () => new JSDOM(html, { url: 'https://post.example.org/boats' }).window.document;
const quoted = (content) => /<blockquote>.*<\/blockquote>/s.exec(content)[0];
const one = new Readability(page()).parse();
console.log(`${one.byline} | ${quoted(one.content)}`);
const two = await Defuddle(page(), 'https://post.example.org/boats');
console.log(`${two.author} | ${quoted(two.content)}`);
CODE

cat >expected.txt <<'SEEN'
Ida Berg | <blockquote><p>Never again.</p></blockquote>
Ida Berg | <blockquote><p>Never again.</p></blockquote>
SEEN

node check.mjs >seen.txt
diff expected.txt seen.txt
cat seen.txt
