#!/bin/sh
# defuddle 0.19.4: a day that a short sentence marks up with the time element, which HTML has for just that, is cut out of the
# sentence as if it were the date of the page, also where the page states its date elsewhere: "It ran aground on and again on ,".
# Needs Node 20 or later and npm; installs into a temporary folder. Fails if what is seen changes.
set -eu
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund --ignore-scripts --save-exact defuddle@0.19.4 jsdom@26.1.0

cat >check.mjs <<'CODE'
import { JSDOM } from 'jsdom';
import { Defuddle } from 'defuddle/node';
const prose = '<p>The people of the two shores came to the hall in the evening and asked the board about the winter, the crew and the ' +
  'price of the crossing, and stayed until it was late.</p>';
const read = async (middle) => {
  const html = '<!doctype html><html lang="en"><head><title>Boats</title><meta property="article:published_time" ' +
    `content="2021-06-01T08:00:00Z"></head><body><article><h1>Boats</h1>${prose}${middle}${prose}${prose}</article></body></html>`;
  const { published, content } = await Defuddle(new JSDOM(html).window.document, 'https://post.example.org/boats');
  return `${published} ${content.replaceAll(prose, '').replace(/^<article>|<\/article>$/g, '').trim()}`;
};
const days = ['<time datetime="2021-05-04">4 May</time>', '<time datetime="2021-05-09">9 May</time>'];
console.log(await read(`<p>It ran aground on ${days[0]} and again on ${days[1]}, Ida Berg said.</p>`));
console.log(await read('<p>It ran aground on 4 May and again on 9 May, Ida Berg said.</p>'));
console.log(await read('<blockquote><p><time>Tuesday</time> was the worst day of my life.</p></blockquote>'));
CODE

cat >expected.txt <<'SEEN'
2021-06-01T08:00:00Z <p>It ran aground on  and again on <time>9 May</time>, Ida Berg said.</p>
2021-06-01T08:00:00Z <p>It ran aground on 4 May and again on 9 May, Ida Berg said.</p>
2021-06-01T08:00:00Z <blockquote><p> was the worst day of my life.</p></blockquote>
SEEN

node check.mjs >seen.txt
diff expected.txt seen.txt
cat seen.txt
