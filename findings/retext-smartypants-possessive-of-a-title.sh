#!/bin/sh
# retext-smartypants 6.2.0: behind a quoted title with a genitive ("The Ferry"'s owner) the closing mark is turned into an opening one, and
# so is the apostrophe, so that the quotation never ends.
# Needs Node 20 or later and npm; installs into a temporary folder. Fails if what is seen changes.
set -eu
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund --ignore-scripts --save-exact retext@9.0.0 retext-smartypants@6.2.0

cat >check.mjs <<'CODE'
import { retext } from 'retext';
import retextSmartypants from 'retext-smartypants';
for (const text of ['"The Ferry"\'s owner said no.', '"The Ferry" and its owner said no.', 'He owns "The Ferry".']) console.log(String(retext().use(retextSmartypants).processSync(text)));
CODE

cat >expected.txt <<'SEEN'
“The Ferry“‘s owner said no.
“The Ferry” and its owner said no.
He owns “The Ferry”.
SEEN

node check.mjs >seen.txt
diff expected.txt seen.txt
cat seen.txt
