#!/bin/sh
# node-summarizer 1.0.7: a sentence ends for it at every full stop, also within a number and behind "Mr", and what it gives as a
# summary are such pieces, by their weight and not by their order, joined without a blank: "cost $5.5 million" is "cost $5." and
# a sentence "Berg of the board." follows the crew's leaving though it was said before. One would expect whole sentences of the
# text, in their order, as the method that it names (by frequency) has them. A summary that an archive shows states another sum,
# and somebody's words without him. Look each of its sentences up in the text between two ends of sentences.
# Needs Node 20 or later and npm; installs into a temporary folder. Fails if what is seen changes.
set -eu
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund --ignore-scripts --save-exact node-summarizer@1.0.7

cat >check.mjs <<'CODE'
import { SummarizerManager } from 'node-summarizer';
const text = [
  'The ferry of the harbour board cost $5.5 million in 2021.', '“The ferry will not stay,” said Mr. Berg of the board.',
  'The crew of the ferry left the harbour.', 'Nobody paid the crew of the ferry, said Jon Dahl.', 'It rained.',
].join(' ');
console.log(new SummarizerManager(text, 3).getSummaryByFrequency().summary);
CODE

cat >expected.txt <<'SEEN'
The crew of the ferry left the harbour.The ferry of the harbour board cost $5.Berg of the board.
SEEN

node check.mjs >seen.txt
diff expected.txt seen.txt
cat seen.txt
