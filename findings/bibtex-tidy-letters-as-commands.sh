#!/bin/sh
# bibtex-tidy 1.14.0 and @citation-js/plugin-bibtex 0.8.2: the one, asked for nothing, writes letters as TeX's commands, Cyrillic ones as
# \cyrchar; the other reads those as words. Names in Cyrillic come back as commands, the first name of "Đorđe Łuka" becomes a particle,
# "…" becomes "\ldots", and what stood as “it’s” and “−5” has another apostrophe and a hyphen. Read without the detour, all is right.
# Needs Node 20 or later and npm; installs into a temporary folder. Fails if what is seen changes.
set -eu
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund --ignore-scripts --save-exact bibtex-tidy@1.14.0 @citation-js/core@0.8.2 @citation-js/plugin-bibtex@0.8.2

cat >check.mjs <<'CODE'
import { Cite } from '@citation-js/core';
import '@citation-js/plugin-bibtex';
import { tidy } from 'bibtex-tidy';

const source = `@article{ferry,
  author = {Иван Крафт and Đorđe Łuka},
  title = {Mayor: “It’s −5 and … falling”},
  year = {2021}
}`;
for (const [name, text] of [['as written', source], ['tidied', tidy(source).bibtex]]) {
  const [{ author, title }] = new Cite(text).data;
  console.log(name);
  for (const person of author) console.log(`  ${JSON.stringify(person)}`);
  console.log(`  ${title}`);
}
CODE

cat >expected.txt <<'SEEN'
as written
  {"given":"Иван","family":"Крафт"}
  {"given":"Đorđe","family":"Łuka"}
  Mayor: “It’s −5 and … falling”
tidied
  {"given":"\\cyrchar\\CYRI\\cyrchar\\cyrv\\cyrchar\\cyra\\cyrchar\\cyrn","family":"\\cyrchar\\CYRK\\cyrchar\\cyrr\\cyrchar\\cyra\\cyrchar\\cyrf\\cyrchar\\cyrt"}
  {"family":"Łuka","non-dropping-particle":"Đorđe"}
  Mayor: “It's -5 and \ldots falling”
SEEN

node check.mjs >seen.txt
diff expected.txt seen.txt
cat seen.txt
