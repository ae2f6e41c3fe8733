#!/bin/sh
# vtt.js 0.13.0: of the references that WebVTT takes over from HTML (in its rules for parsing the text of a cue) it knows six,
# &amp; &lt; &gt; &nbsp; and the two marks of direction. `&#39;`, `&quot;` and `&eacute;`, which those write who make captions from HTML, stay
# in the words: "it&#39;s" is shown and searched so, where a browser of its own shows "it's". Nothing is reported. Decode them, but for `&lt;`
# and `&amp;`, before the file is handed over.
# Needs Node 20 or later and npm; installs into a temporary folder. Fails if what is seen changes.
set -eu
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund --ignore-scripts --save-exact vtt.js@0.13.0 jsdom@26.1.0

cat >check.mjs <<'CODE'
import { JSDOM } from 'jsdom';
import vtt from 'vtt.js';
const { window } = new JSDOM('');
for (const said of ['Berg &amp; Dahl', '5 &lt; 6', 'It&#39;s so', '&quot;No&quot;', 'Caf&eacute;']) {
  console.log(said, '|', vtt.WebVTT.convertCueToDOMTree(window, said).textContent);
}
CODE

cat >expected.txt <<'SEEN'
Berg &amp; Dahl | Berg & Dahl
5 &lt; 6 | 5 < 6
It&#39;s so | It&#39;s so
&quot;No&quot; | &quot;No&quot;
Caf&eacute; | Caf&eacute;
SEEN

node check.mjs >seen.txt
diff expected.txt seen.txt
cat seen.txt
