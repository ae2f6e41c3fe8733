#!/bin/sh
# rehype-remark 10.0.1 with remark-stringify 11.0.0: HTML with struck-out words cannot be written, for the one makes a
# node that the other knows only with remark-gfm: the run ends with an error where one expects the words.
# Needs Node 20 or later and npm; installs into a temporary folder. Fails if what is seen changes.
set -eu
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund --ignore-scripts --save-exact unified@11.0.5 rehype-parse@9.0.1 rehype-remark@10.0.1 remark-stringify@11.0.0 remark-gfm@4.0.1

cat >check.mjs <<'CODE'
const print = (...parts) => console.log(parts.join(' '));
import { unified } from 'unified';
import rehypeParse from 'rehype-parse';
import rehypeRemark from 'rehype-remark';
import remarkGfm from 'remark-gfm';
import remarkStringify from 'remark-stringify';
const html = '<p>The boat costs <del>five</del> six crowns.</p>';
const base = () => unified().use(rehypeParse, { fragment: true }).use(rehypeRemark);
try { print(String(base().use(remarkStringify).processSync(html))); } catch (error) { print(error.message); }
print(String(base().use(remarkGfm).use(remarkStringify).processSync(html)).trim());
CODE

cat >expected.txt <<'SEEN'
Cannot handle unknown node `delete`
The boat costs ~~five~~ six crowns.
SEEN

node check.mjs >seen.txt
diff expected.txt seen.txt
cat seen.txt
