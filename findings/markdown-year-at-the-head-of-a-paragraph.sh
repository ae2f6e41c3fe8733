#!/bin/sh
# remove-markdown 0.7.0, markdown-to-txt 2.0.1 and strip-markdown 6.0.0: a paragraph that begins with a year and a full stop
# ("1986. The ferry sank.") is a list in Markdown that begins with that number (CommonMark, 5.3: the start number), and a browser
# shows "1986." All three give "The ferry sank.", so that the year of a chronicle or a diary is gone without a trace, where one
# would expect what a reader of the page sees. A year in the midst of a paragraph stays. Take the numbers from the tree of a parser
# (`start` of mdast's list); the first has `stripListLeaders: false`, which keeps them with all other marks of lists.
# Needs Node 20 or later and npm; installs into a temporary folder. Fails if what is seen changes.
set -eu
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund --ignore-scripts --save-exact remove-markdown@0.7.0 markdown-to-txt@2.0.1 lodash@4.17.21 strip-markdown@6.0.0 remark@15.0.1

cat >check.mjs <<'CODE'
import { markdownToTxt } from 'markdown-to-txt';
import { remark } from 'remark';
import removeMarkdown from 'remove-markdown';
import stripMarkdown from 'strip-markdown';
for (const text of ['1986. The ferry sank.', '1986\\. The ferry sank.', 'In 1986. The ferry sank.']) {
  const stripped = String(await remark().use(stripMarkdown).process(text)).trim();
  console.log(`${text} | ${removeMarkdown(text)} | ${markdownToTxt(text)} | ${stripped}`);
}
CODE

cat >expected.txt <<'SEEN'
1986. The ferry sank. | The ferry sank. | The ferry sank. | The ferry sank.
1986\. The ferry sank. | 1986\. The ferry sank. | 1986. The ferry sank. | 1986\. The ferry sank.
In 1986. The ferry sank. | In 1986. The ferry sank. | In 1986. The ferry sank. | In 1986. The ferry sank.
SEEN

node check.mjs >seen.txt
diff expected.txt seen.txt
cat seen.txt
