#!/bin/sh
# @citation-js/plugin-ris 0.8.2: a newspaper article (CSL article-newspaper) loses its authors in RIS, and
# the author of a NEWS record is read as its reporter. A journal article of the same author keeps him.
# Needs Node 20 or later and npm; installs into a temporary folder. Fails if what is seen changes.
set -eu
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund --ignore-scripts --save-exact @citation-js/core@0.8.2 @citation-js/plugin-ris@0.8.2

cat >check.mjs <<'CODE'
const print = (...parts) => console.log(parts.join(' '));
import { Cite } from '@citation-js/core';
import '@citation-js/plugin-ris';
const item = { id: 'a', title: 'The night boat stays', author: [{ family: 'Berg', given: 'Ida' }] };
const lines = (type) => new Cite({ ...item, type }).format('ris').split(/\r?\n/).filter((l) => l.startsWith('AU'));
print(JSON.stringify(lines('article-newspaper')));
print(JSON.stringify(lines('article-journal')));
const [read] = new Cite('TY  - NEWS\nAU  - Berg, Ida\nTI  - The night boat stays\nER  - \n').data;
print(JSON.stringify({ author: read.author ?? null, reporter: read.reporter ?? null }));
CODE

cat >expected.txt <<'SEEN'
[]
["AU  - Berg, Ida"]
{"author":null,"reporter":"Berg, Ida"}
SEEN

node check.mjs >seen.txt
diff expected.txt seen.txt
cat seen.txt
