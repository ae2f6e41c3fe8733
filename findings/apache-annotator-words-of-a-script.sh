#!/bin/sh
# @apache-annotator/dom 0.2.0: what a page has in <script> and <style> counts as its words. A quotation that a script holds too, as pages do
# that carry their article as data, is first found there, where nobody sees it; and what stands before and behind a quotation is described
# with the rules of a style sheet, so that the selector no longer fits when these change. The Web Annotation model (4.2.4) has tags taken out
# of the text; a browser's text fragments (of the specification: what is not searchable) pass over both elements with what is in them. Hand
# over elements that have no scripts in them, or pass over ranges that begin in one.
# Needs Node 20 or later and npm; installs into a temporary folder. Fails if what is seen changes.
set -eu
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund --ignore-scripts --save-exact @apache-annotator/dom@0.2.0 @apache-annotator/selector@0.2.0 jsdom@26.1.0

cat >check.mjs <<'CODE'
import { JSDOM } from 'jsdom';
const page = '<script>var article = "We will not pay.";</script><p>She said: We will not pay</p><style>p { color: red }</style><p>He left.</p>';
const { window } = new JSDOM(`<body>${page}</body>`);
const { document, Node, NodeFilter, Range } = window;
Object.assign(globalThis, { window, document, Node, NodeFilter, Range });
const { createTextQuoteSelectorMatcher, describeTextQuote } = await import('@apache-annotator/dom');
for await (const range of createTextQuoteSelectorMatcher({ type: 'TextQuoteSelector', exact: 'We will not pay' })(document.body)) {
  console.log(String(range), 'in', range.startContainer.parentNode.nodeName);
}
const range = document.createRange();
const [said] = document.querySelector('p').childNodes;
range.setStart(said, 10);
range.setEnd(said, 25);
console.log(JSON.stringify(await describeTextQuote(range, document.body)));
CODE

cat >expected.txt <<'SEEN'
We will not pay in SCRIPT
We will not pay in P
{"type":"TextQuoteSelector","exact":"We will not pay","prefix":"","suffix":"p"}
SEEN

node check.mjs >seen.txt
diff expected.txt seen.txt
cat seen.txt
