#!/bin/sh
# node-htmldiff 0.9.4: elements around words are compared in one direction only. Where the new state of a page strikes a word it
# is shown struck, without a mark; where it no longer strikes it, or has made one paragraph of two, the old state is shown as if
# nothing had changed: "He <s>never</s> paid" stays struck, though the page now says "never". One would expect the second state
# with marks in it, as the documentation has it and htmldiff-js 1.0.5 gives. Where nothing is marked, compare the two states as they are.
# Needs Node 20 or later and npm; installs into a temporary folder. Fails if what is seen changes.
set -eu
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund --ignore-scripts --save-exact htmldiff-js@1.0.5 node-htmldiff@0.9.4

cat >check.mjs <<'CODE'
import htmldiffJs from 'htmldiff-js';
import compare from 'node-htmldiff';
const states = [
  ['<p>He <s>never</s> paid.</p>', '<p>He never paid.</p>'],
  ['<p>He never paid.</p>', '<p>He <s>never</s> paid.</p>'],
  ['<p>“We stay.”</p><p>Ida left.</p>', '<p>“We stay.” Ida left.</p>'],
];
for (const [before, after] of states) {
  console.log(`${before} now ${after}`);
  console.log('  node-htmldiff', compare(before, after).replaceAll(/ data-operation-index="\d+"/g, ''));
  console.log('  htmldiff-js', (htmldiffJs.default ?? htmldiffJs).execute(before, after));
}
CODE

cat >expected.txt <<'SEEN'
<p>He <s>never</s> paid.</p> now <p>He never paid.</p>
  node-htmldiff <p>He <s>never</s> paid.</p>
  htmldiff-js <p>He <ins class="mod">never</ins> paid.</p>
<p>He never paid.</p> now <p>He <s>never</s> paid.</p>
  node-htmldiff <p>He <s>never</s> paid.</p>
  htmldiff-js <p>He <s><ins class="mod">never</ins></s> paid.</p>
<p>“We stay.”</p><p>Ida left.</p> now <p>“We stay.” Ida left.</p>
  node-htmldiff <p>“We stay.”</p><p>Ida left.</p>
  htmldiff-js <p>“We stay.”</p><p><ins class="diffmod">&nbsp;</ins>Ida left.</p>
SEEN

node check.mjs >seen.txt
diff expected.txt seen.txt
cat seen.txt
