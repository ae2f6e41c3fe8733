#!/bin/sh
# eml-parse-js 1.1.15: where the subject of a mail runs over two lines, as RFC 5322 lets any longer header do, the words
# on both sides of the break become one ("paidback"), since the break goes with the blank that continues the line. Of a
# mail in parts, the text also holds the note behind the last part (the epilogue), which RFC 2046 says is to be ignored.
# Needs Node 20 or later and npm; installs into a temporary folder. Fails if what is seen changes.
set -eu
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund --ignore-scripts --save-exact eml-parse-js@1.1.15

cat >check.mjs <<'CODE'
import { readEml } from 'eml-parse-js';
const read = (text) => new Promise((resolve, reject) => readEml(text, (error, mail) => (error ? reject(error) : resolve(mail))));
const head = 'From: ida@example.org\r\nTo: leo@example.org\r\n';
const folded = await read(`${head}Subject: The sum was never paid\r\n back to the town\r\nContent-Type: text/plain\r\n\r\nNo.\r\n`);
console.log(JSON.stringify(folded.subject));
const parts = await read(
  `${head}Subject: x\r\nContent-Type: multipart/mixed; boundary="b"\r\n\r\nBefore.\r\n--b\r\nContent-Type: text/plain\r\n\r\nNo.\r\n--b--\r\nBehind.\r\n`,
);
console.log(JSON.stringify(parts.text));
CODE

cat >expected.txt <<'SEEN'
"The sum was never paidback to the town"
"No.\r\nBehind.\r\n"
SEEN

node check.mjs >seen.txt
diff expected.txt seen.txt
cat seen.txt
