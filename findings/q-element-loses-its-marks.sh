#!/bin/sh
# turndown 7.2.5, html-to-text 10.0.1 and node-html-markdown 2.0.0: the marks of HTML's element for a quotation in a sentence (q),
# which the browser sets, are not in what they write, so what somebody said and what the paper says cannot be told apart;
# rehype-remark 10.0.1 sets them.
# Needs Node 20 or later and npm; installs into a temporary folder. Fails if what is seen changes.
set -eu
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund --ignore-scripts --save-exact turndown@7.2.5 html-to-text@10.0.1 node-html-markdown@2.0.0 unified@11.0.5 rehype-parse@9.0.1 rehype-remark@10.0.1 remark-stringify@11.0.0

cat >check.mjs <<'CODE'
import TurndownService from 'turndown';
import { htmlToText } from 'html-to-text';
import { NodeHtmlMarkdown } from 'node-html-markdown';
import { unified } from 'unified';
import rehypeParse from 'rehype-parse';
import rehypeRemark from 'rehype-remark';
import remarkStringify from 'remark-stringify';
const html = '<p>The mayor said that <q>the ferry is a joke</q> and a burden.</p>';
console.log(new TurndownService().turndown(html));
console.log(htmlToText(html));
console.log(NodeHtmlMarkdown.translate(html));
console.log(String(unified().use(rehypeParse, { fragment: true }).use(rehypeRemark).use(remarkStringify).processSync(html)).trim());
CODE

cat >expected.txt <<'SEEN'
The mayor said that the ferry is a joke and a burden.
The mayor said that the ferry is a joke and a burden.
The mayor said that the ferry is a joke and a burden.
The mayor said that "the ferry is a joke" and a burden.
SEEN

node check.mjs >seen.txt
diff expected.txt seen.txt
cat seen.txt
