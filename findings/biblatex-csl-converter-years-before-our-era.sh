#!/bin/sh
# biblatex-csl-converter 3.6.0 and citation-js 0.8.2 with its plugin for styles: biblatex's dates are those of ISO 8601 (biblatex's
# manual, 2.3.8), which has a year 0, so that `-0043` is 44 BC. CSL has no such year and writes 44 BC as -44 ("BC" is put behind
# the number as it stands, CSL 1.0.2, on AD and BC). The number is handed on unchanged: what is dated to the Ides of March is cited
# a year late, "43 B.C.E.", and 1 BC, `0000`, as not dated at all. A full date of that time is not read. Subtract one from a year
# that is not above 0 between the two.
# Needs Node 20 or later and npm; installs into a temporary folder. Fails if what is seen changes.
set -eu
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund --ignore-scripts --save-exact @citation-js/core@0.8.2 @citation-js/plugin-csl@0.8.2 biblatex-csl-converter@3.6.0

cat >check.mjs <<'CODE'
import { Cite } from '@citation-js/core';
import '@citation-js/plugin-csl';
import { BibLatexParser, CSLExporter } from 'biblatex-csl-converter';
for (const date of ['0044', '0000', '-0043', '-0043-03-15']) {
  const { entries, errors } = new BibLatexParser(`@book{a, author = {Berg, Ida}, title = {T}, date = {${date}}}`).parse();
  const [work] = Object.values(new CSLExporter(entries).parse());
  const cited = new Cite(work).format('bibliography', { format: 'text' }).trim();
  console.log(`${date} | ${JSON.stringify(work.issued)} | ${cited} | ${errors.map(({ type }) => type).join()}`);
}
CODE

cat >expected.txt <<'SEEN'
0044 | {"date-parts":[[44]]} | Berg, I. (44 C.E.). T. | 
0000 | {"date-parts":[[0]]} | Berg, I. (n.d.). T. | 
-0043 | {"date-parts":[[-43]]} | Berg, I. (43 B.C.E.). T. | 
-0043-03-15 | undefined | Berg, I. (n.d.). T. | invalid_date
SEEN

node check.mjs >seen.txt
diff expected.txt seen.txt
cat seen.txt
