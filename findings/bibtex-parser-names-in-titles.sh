#!/bin/sh
# @retorquere/bibtex-parser 9.0.29: unless it is told otherwise, a title is put into sentence case, and with it the names of persons,
# countries and outlets that a headline holds, also with a possessive; what stands in quotation marks keeps its capitals, and so do
# words of capitals alone.
# Needs Node 20 or later and npm; installs into a temporary folder. Fails if what is seen changes.
set -eu
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund --ignore-scripts --save-exact @retorquere/bibtex-parser@9.0.29

cat >check.mjs <<'CODE'
import { parse } from '@retorquere/bibtex-parser';
const titles = [
  "How Mara Obi of the UN Told NATO's Board that Norway Would Pay",
  'The Harbour Post Says No to the Night Ferry',
  '“We Will Keep the Ferry,” Says Obi',
];
for (const title of titles)
  for (const options of [{}, { sentenceCase: false }]) {
    const { entries } = parse(`@online{a, title = {${title}}}`, options);
    console.log(entries[0].fields.title);
  }
CODE

cat >expected.txt <<'SEEN'
How mara obi of the UN told nato's board that norway would pay
How Mara Obi of the UN Told NATO's Board that Norway Would Pay
The harbour post says no to the night ferry
The Harbour Post Says No to the Night Ferry
“We Will Keep the Ferry,” says obi
“We Will Keep the Ferry,” Says Obi
SEEN

node check.mjs >seen.txt
diff expected.txt seen.txt
cat seen.txt
