#!/bin/sh
# email-reply-parser 2.3.7: a paragraph that begins with "On" and has "wrote:" at the end of a line is the head of a quoted mail, so the
# writer's own words from there on are hidden: of a letter "on behalf of the board" only its greeting is left.
# Needs Node 20 or later and npm; installs into a temporary folder. Fails if what is seen changes.
set -eu
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund --ignore-scripts --save-exact email-reply-parser@2.3.7

cat >check.mjs <<'CODE'
import parser from 'email-reply-parser';
const Parser = parser.default ?? parser;
const visible = (text) => JSON.stringify(new Parser().read(text).getVisibleText());
console.log(visible('Dear all,\n\nOn behalf of the board I wrote:\nwe keep the ferry.\n\nThat still holds.\nIda Berg\n'));
console.log(visible('Dear all,\n\nFor the board I wrote:\nwe keep the ferry.\n\nThat still holds.\nIda Berg\n'));
CODE

cat >expected.txt <<'SEEN'
"Dear all,\n"
"Dear all,\n\nFor the board I wrote:\nwe keep the ferry.\n\nThat still holds.\nIda Berg\n"
SEEN

node check.mjs >seen.txt
diff expected.txt seen.txt
cat seen.txt
