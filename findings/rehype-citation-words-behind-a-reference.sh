#!/bin/sh
# rehype-citation 2.3.2: words behind a reference in brackets, which pandoc's syntax lets one add, are lost where no
# page comes first ("emphasis added", "passim"), so that what was changed in a quotation is said no more. If their first
# letters could be a Roman number (c, d, i, l, m, v, x) they are the number of a page: "my translation" is "p. m y
# translation", and "ch. 2" is "p. c h. 2". Behind a page they are kept.
# Needs Node 20 or later and npm; installs into a temporary folder. Fails if what is seen changes.
set -eu
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund --ignore-scripts --save-exact rehype@13.0.2 rehype-citation@2.3.2

cat >check.mjs <<'CODE'
import { writeFileSync } from 'node:fs';
import { rehype } from 'rehype';
import citation from 'rehype-citation';
writeFileSync('works.bib', '@book{berg,title={On Votes},author={Berg, Ida},year={1990}}\n');
const options = { bibliography: 'works.bib', path: process.cwd() };
for (const words of ['p. 5', 'p. 5, emphasis added', 'emphasis added', 'passim', 'my translation', 'cited by Lund', 'chap. 2', 'ch. 2']) {
  const page = await rehype().data('settings', { fragment: true }).use(citation, options).process(`<p>[@berg, ${words}]</p>`);
  console.log(`${words}: ${/\((.*)\)/.exec(String(page))[1]}`);
}
CODE

cat >expected.txt <<'SEEN'
p. 5: Berg, 1990, p. 5
p. 5, emphasis added: Berg, 1990, p. 5, emphasis added
emphasis added: Berg, 1990
passim: Berg, 1990
my translation: Berg, 1990, p. m y translation
cited by Lund: Berg, 1990, p. ci ted by Lund
chap. 2: Berg, 1990, Chapter 2
ch. 2: Berg, 1990, p. c h. 2
SEEN

node check.mjs >seen.txt
diff expected.txt seen.txt
cat seen.txt
