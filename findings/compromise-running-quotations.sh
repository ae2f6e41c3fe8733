#!/bin/sh
# compromise 14.17.0: a quotation that runs over two paragraphs, set as newspapers set it (each paragraph opens, only the
# last closes), is one quotation with the second opening mark among its words; German marks („…“) are not found at all,
# for its table lets „ be closed by ” (U+201D) only, which German does not use.
# Needs Node 20 or later and npm; installs into a temporary folder. Fails if what is seen changes.
set -eu
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund --ignore-scripts --save-exact compromise@14.17.0

cat >check.mjs <<'CODE'
const print = (...parts) => console.log(parts.join(' '));
import nlp from 'compromise';
const quotations = (text) => JSON.stringify(nlp(text).quotations().out('array'));
print(quotations('“We will pay.\n\n“And we will stay,” she said.'));
print(quotations('„Wir zahlen“, sagte sie.'));
print(quotations('«Nous payons», dit-elle.'));
CODE

cat >expected.txt <<'SEEN'
["“We will pay.\n\n“And we will stay,”"]
[]
["«Nous payons»,"]
SEEN

node check.mjs >seen.txt
diff expected.txt seen.txt
cat seen.txt
