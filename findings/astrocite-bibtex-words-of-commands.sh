#!/bin/sh
# astrocite-bibtex 0.16.4: a command that is not on its list vanishes together with the words that it is put around, and nothing is
# reported. \textbf{not}, \underline{not} and \mbox{not}, which LaTeX's manual has among the plainest, take the "not" out of a title, so
# that it says the contrary; 5\textsuperscript{th} is 5; what \enquote quotes is gone. \emph keeps its words. One would expect that
# an unknown command is dropped and its words stay. Before relying on it, count words: where fewer come out than stand in the
# field, keep the field.
# Needs Node 20 or later and npm; installs into a temporary folder. Fails if what is seen changes.
set -eu
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund --ignore-scripts --save-exact astrocite-bibtex@0.16.4

cat >check.mjs <<'CODE'
import { parse } from 'astrocite-bibtex';
const titles = ['emph', 'textbf', 'underline', 'mbox', 'textsc', 'enquote'].map((command) => `The ferry will \\${command}{not} stay`);
for (const title of [...titles, 'On the 5\\textsuperscript{th} day']) {
  console.log(`${title} | ${parse(`@article{a, title = {${title}}}`)[0].title}`);
}
CODE

cat >expected.txt <<'SEEN'
The ferry will \emph{not} stay | The ferry will <i>not</i> stay
The ferry will \textbf{not} stay | The ferry will  stay
The ferry will \underline{not} stay | The ferry will  stay
The ferry will \mbox{not} stay | The ferry will  stay
The ferry will \textsc{not} stay | The ferry will  stay
The ferry will \enquote{not} stay | The ferry will  stay
On the 5\textsuperscript{th} day | On the 5 day
SEEN

node check.mjs >seen.txt
diff expected.txt seen.txt
cat seen.txt
