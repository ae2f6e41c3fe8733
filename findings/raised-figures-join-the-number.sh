#!/bin/sh
# turndown 7.2.5, html-to-text 10.0.1, node-html-markdown 2.0.0 and rehype-remark 10.0.1: a raised figure is set on the line, without
# a mark or a space: ten to the sixth becomes 106, and a number with a note mark behind it another number.
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
const remark = unified().use(rehypeParse, { fragment: true }).use(rehypeRemark).use(remarkStringify);
for (const html of ['<p>About 10<sup>6</sup> people.</p>', '<p>He left in 1981<sup>2</sup> for good.</p>']) {
  console.log(new TurndownService().turndown(html));
  console.log(htmlToText(html));
  console.log(NodeHtmlMarkdown.translate(html));
  console.log(String(remark.processSync(html)).trim());
}
CODE

cat >expected.txt <<'SEEN'
About 106 people.
About 106 people.
About 106 people.
About 106 people.
He left in 19812 for good.
He left in 19812 for good.
He left in 19812 for good.
He left in 19812 for good.
SEEN

node check.mjs >seen.txt
diff expected.txt seen.txt
cat seen.txt
