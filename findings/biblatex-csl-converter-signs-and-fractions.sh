#!/bin/sh
# biblatex-csl-converter 3.6.0: of a command that it does not know the name is dropped and the arguments stay, without an entry in
# its lists of errors and warnings, so that a half, \frac{1}{2}, is the number 12, 5 \times 6 is "5 6" and \pounds5 is 5. A gap in
# a quoted title (\dots) is closed, as if nothing had been left out, though \ldots is read, and names of Vietnam lose the mark below
# (\d{a}). Unknown fields it does report. LaTeX's manual has all of these. Where a field holds a backslash, compare what comes out.
# Needs Node 20 or later and npm; installs into a temporary folder. Fails if what is seen changes.
set -eu
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund --ignore-scripts --save-exact biblatex-csl-converter@3.6.0

cat >check.mjs <<'CODE'
import { BibLatexParser, CSLExporter } from 'biblatex-csl-converter';
for (const title of ['They are $\\frac{1}{2}$ as many', 'A field of $5 \\times 6$ miles', 'It cost \\pounds{}5', 'We \\dots{} stay', 'We \\ldots{} stay', 'In L\\d{a}ng']) {
  const { entries, errors, warnings } = new BibLatexParser(`@article{a, title = {${title}}, date = {2021}}`).parse();
  const [work] = Object.values(new CSLExporter(entries).parse());
  console.log(`${title} | ${work.title} | ${errors.length} errors, ${warnings.length} warnings`);
}
CODE

cat >expected.txt <<'SEEN'
They are $\frac{1}{2}$ as many | They are 12 as many | 0 errors, 0 warnings
A field of $5 \times 6$ miles | A field of 5  6 miles | 0 errors, 0 warnings
It cost \pounds{}5 | It cost 5 | 0 errors, 0 warnings
We \dots{} stay | We  stay | 0 errors, 0 warnings
We \ldots{} stay | We … stay | 0 errors, 0 warnings
In L\d{a}ng | In lang | 0 errors, 0 warnings
SEEN

node check.mjs >seen.txt
diff expected.txt seen.txt
cat seen.txt
