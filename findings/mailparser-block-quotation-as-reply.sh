#!/bin/sh
# mailparser 3.14.2: the text it makes of a mail that is HTML alone sets a block quotation with "> ", as a reply quotes the mail
# before it; who reads "> " lines as somebody else's mail loses the newsletter's quotation. Link addresses come amid sentences.
# Needs Node 20 or later and npm; installs into a temporary folder. Fails if what is seen changes.
set -eu
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund --ignore-scripts --save-exact mailparser@3.14.2

cat >check.mjs <<'CODE'
const print = (...parts) => console.log(parts.join(' '));
import { simpleParser } from 'mailparser';
const mail = 'From: Ida Berg <ida@example.org>\r\nSubject: Boats\r\nContent-Type: text/html; charset=utf-8\r\n\r\n' +
  '<p>She said <a href="https://example.org/x">there</a>:</p><blockquote>It will run.</blockquote>';
print((await simpleParser(mail)).text);
CODE

cat >expected.txt <<'SEEN'
She said there [https://example.org/x]:

> It will run.
SEEN

node check.mjs >seen.txt
diff expected.txt seen.txt
cat seen.txt
