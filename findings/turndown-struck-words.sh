#!/bin/sh
# turndown 7.2.5: words that a page strikes out (s, del) are plain words in its Markdown, so a correction reads as the
# contrary of what the page says; inserted and deleted words stand side by side.
# Needs Node 20 or later and npm; installs into a temporary folder. Fails if what is seen changes.
set -eu
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund --ignore-scripts --save-exact turndown@7.2.5

cat >check.mjs <<'CODE'
const print = (...parts) => console.log(parts.join(' '));
import TurndownService from 'turndown';
const markdown = (html) => new TurndownService().turndown(html);
print(markdown('<p>The boat will <s>not</s> run.</p>'));
print(markdown('<p>The boat costs <del>five</del><ins>six</ins> crowns.</p>'));
CODE

cat >expected.txt <<'SEEN'
The boat will not run.
The boat costs fivesix crowns.
SEEN

node check.mjs >seen.txt
diff expected.txt seen.txt
cat seen.txt
