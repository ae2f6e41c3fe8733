#!/bin/sh
# htmldiff-js 1.0.5, htmldiff-javascript 0.1.0 and node-htmldiff 0.9.4: what they compare are words, and of elements the name. A
# link that now leads to another document, with the same words, is not marked by the first two, and what they show leads to the new
# one as if it had always done so; a day in `<time datetime>` is changed unseen by all three. A picture is marked by all, a link
# by the third. One would expect a change of a page to be marked, or named as one that is not looked at; the documentation of none
# says so. Compare the addresses and days of two states of a page besides.
# Needs Node 20 or later and npm; installs into a temporary folder. Fails if what is seen changes.
set -eu
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund --ignore-scripts --save-exact htmldiff-js@1.0.5 htmldiff-javascript@0.1.0 node-htmldiff@0.9.4

cat >check.mjs <<'CODE'
import htmldiffJs from 'htmldiff-js';
import htmldiffJavascript from 'htmldiff-javascript';
import nodeHtmldiff from 'node-htmldiff';
const readers = {
  'htmldiff-js': (before, after) => (htmldiffJs.default ?? htmldiffJs).execute(before, after),
  'htmldiff-javascript': (before, after) => htmldiffJavascript.execute(before, after),
  'node-htmldiff': nodeHtmldiff,
};
const states = [
  ['<p>He wrote <a href="/2020/berg">this</a>.</p>', '<p>He wrote <a href="/2021/dahl">this</a>.</p>'],
  ['<p>On <time datetime="2021-05-04">Tuesday</time>.</p>', '<p>On <time datetime="2021-05-11">Tuesday</time>.</p>'],
  ['<p>On <img src="/a.png" alt="Ida">.</p>', '<p>On <img src="/b.png" alt="Jon">.</p>'],
];
for (const [before, after] of states) {
  for (const [name, compare] of Object.entries(readers)) console.log(name, '|', /<(?:ins|del)\b/.test(compare(before, after)) ? 'marked' : 'not marked', '|', after);
}
CODE

cat >expected.txt <<'SEEN'
htmldiff-js | not marked | <p>He wrote <a href="/2021/dahl">this</a>.</p>
htmldiff-javascript | not marked | <p>He wrote <a href="/2021/dahl">this</a>.</p>
node-htmldiff | marked | <p>He wrote <a href="/2021/dahl">this</a>.</p>
htmldiff-js | not marked | <p>On <time datetime="2021-05-11">Tuesday</time>.</p>
htmldiff-javascript | not marked | <p>On <time datetime="2021-05-11">Tuesday</time>.</p>
node-htmldiff | not marked | <p>On <time datetime="2021-05-11">Tuesday</time>.</p>
htmldiff-js | marked | <p>On <img src="/b.png" alt="Jon">.</p>
htmldiff-javascript | marked | <p>On <img src="/b.png" alt="Jon">.</p>
node-htmldiff | marked | <p>On <img src="/b.png" alt="Jon">.</p>
SEEN

node check.mjs >seen.txt
diff expected.txt seen.txt
cat seen.txt
