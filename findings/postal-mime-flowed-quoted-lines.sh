#!/bin/sh
# postal-mime 4.0.0: in a mail of `format=flowed` the lines of a quoted paragraph are joined with their marks left in: `> The night`
# and `> ferry stays.` become `> The night > ferry stays.`, so that a `>` stands between the words. RFC 3676 has the marks of the lines
# counted and taken off before lines are joined.
# Needs Node 20 or later and npm; installs into a temporary folder. Fails if what is seen changes.
set -eu
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund --ignore-scripts --save-exact postal-mime@4.0.0

cat >check.mjs <<'CODE'
import PostalMime from 'postal-mime';
const mail = [
  'From: news@example.org',
  'Subject: Night ferry',
  'Content-Type: text/plain; charset=utf-8; format=flowed',
  '',
  'The board said on ',
  'Monday:',
  '',
  '> The night ',
  '> ferry stays.',
  '',
].join('\r\n');
console.log(JSON.stringify((await PostalMime.parse(mail)).text));
CODE

cat >expected.txt <<'SEEN'
"The board said on Monday:\n\n> The night > ferry stays.\n"
SEEN

node check.mjs >seen.txt
diff expected.txt seen.txt
cat seen.txt
