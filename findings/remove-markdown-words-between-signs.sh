#!/bin/sh
# remove-markdown 0.7.0: what stands between < and > is taken for a tag, also with a blank behind the <, which by CommonMark (6.6)
# and HTML is none: of "a < b and they say c > d" is left "a d", so that a sentence that compares two numbers loses the words
# between. What a footnote says is gone too, though the documentation speaks of marks that are removed. One would expect the words
# of a text to stay. markdown-to-txt 2.0.1 keeps them all, the footnote with its marks.
# Needs Node 20 or later and npm; installs into a temporary folder. Fails if what is seen changes.
set -eu
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund --ignore-scripts --save-exact remove-markdown@0.7.0 markdown-to-txt@2.0.1 lodash@4.17.21

cat >check.mjs <<'CODE'
import { markdownToTxt } from 'markdown-to-txt';
import removeMarkdown from 'remove-markdown';
for (const text of ['We say a < b and they say c > d.', 'We *never* <b>paid</b>.', 'He paid.[^1]\n\n[^1]: He took it back.']) {
  console.log([text, removeMarkdown(text), markdownToTxt(text)].map((words) => JSON.stringify(words)).join(' | '));
}
CODE

cat >expected.txt <<'SEEN'
"We say a < b and they say c > d." | "We say a  d." | "We say a < b and they say c > d."
"We *never* <b>paid</b>." | "We never paid." | "We never paid."
"He paid.[^1]\n\n[^1]: He took it back." | "He paid.\n\n" | "He paid.[^1]\n\n[^1]: He took it back."
SEEN

node check.mjs >seen.txt
diff expected.txt seen.txt
cat seen.txt
