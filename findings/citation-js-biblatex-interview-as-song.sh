#!/bin/sh
# @citation-js/plugin-bibtex 0.8.2: an interview, a speech and a broadcast are written to biblatex as @audio, also a printed
# interview, and read back from there each is a song; the interviewer is not written at all.
# Needs Node 20 or later and npm; installs into a temporary folder. Fails if what is seen changes.
set -eu
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund --ignore-scripts --save-exact @citation-js/core@0.8.2 @citation-js/plugin-bibtex@0.8.2

cat >check.mjs <<'CODE'
import { Cite } from '@citation-js/core';
import '@citation-js/plugin-bibtex';
for (const type of ['interview', 'speech', 'broadcast', 'article-newspaper', 'book']) {
  const item = { id: 'x', type, title: 'The ferry', author: [{ family: 'Berg', given: 'Ida' }], interviewer: [{ family: 'Lund', given: 'Leo' }] };
  const written = new Cite(item).format('biblatex');
  console.log(type, /@\w+/.exec(written)[0], new Cite(written).data[0].type, written.includes('Lund'));
}
CODE

cat >expected.txt <<'SEEN'
interview @audio song false
speech @audio song false
broadcast @audio song false
article-newspaper @article article-journal false
book @book book false
SEEN

node check.mjs >seen.txt
diff expected.txt seen.txt
cat seen.txt
