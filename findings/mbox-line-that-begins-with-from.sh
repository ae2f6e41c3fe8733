#!/bin/sh
# mbox-parser 1.0.1 and node-mbox 2.0.0: a line that begins with "From " ends a mail wherever it stands, also where the mail states its length
# (mboxcl2, which quotes no such line): one newsletter becomes two, and the sentence is gone. Where the line was quoted as ">From" (mboxo,
# mboxrd), nobody takes the mark off again: the sentence is read as a line of the mail that was answered.
# Needs Node 20 or later and npm; installs into a temporary folder. Fails if what is seen changes.
set -eu
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund --ignore-scripts --save-exact mbox-parser@1.0.1 node-mbox@2.0.0

cat >check.mjs <<'CODE'
import { createRequire } from 'node:module';
import { Readable } from 'node:stream';
import { mboxParser } from 'mbox-parser';

const { MboxStream } = createRequire(import.meta.url)('node-mbox');
const mail = (line) => {
  const body = `The council met.\n\n${line}\nThe crews left.\n`;
  return `From ann@example.org Tue May  4 10:00:00 2021
From: Ann Lee <ann@example.org>
Date: Tue, 4 May 2021 10:00:00 +0000
Subject: Harbour letter
Content-Type: text/plain; charset=us-ascii
Content-Length: ${body.length}

${body}
`;
};
const streamed = (text) =>
  new Promise((done) => {
    const mails = [];
    MboxStream(Readable.from([Buffer.from(text)]))
      .on('data', (one) => mails.push(String(one)))
      .on('finish', () => done(mails));
  });
for (const line of ['The harbour says nothing.', '>From the harbour nothing is heard.', 'From the harbour nothing is heard.']) {
  const parsed = (await mboxParser(Readable.from([Buffer.from(mail(line))]))).map(({ text }) => text);
  const cut = (await streamed(mail(line))).map((one) => one.replace(/^(?:\S+: .*\n)+\n/, ''));
  console.log(line);
  console.log(`  mbox-parser: ${JSON.stringify(parsed)}`);
  console.log(`  node-mbox: ${JSON.stringify(cut)}`);
}
CODE

cat >expected.txt <<'SEEN'
The harbour says nothing.
  mbox-parser: ["The council met.\n\nThe harbour says nothing.\nThe crews left.\n\n"]
  node-mbox: ["The council met.\n\nThe harbour says nothing.\nThe crews left.\n\n"]
>From the harbour nothing is heard.
  mbox-parser: ["The council met.\n\n>From the harbour nothing is heard.\nThe crews left.\n\n"]
  node-mbox: ["The council met.\n\n>From the harbour nothing is heard.\nThe crews left.\n\n"]
From the harbour nothing is heard.
  mbox-parser: ["The council met.\n\n",null]
  node-mbox: ["The council met.\n\n","The crews left.\n\n"]
SEEN

node check.mjs >seen.txt
diff expected.txt seen.txt
cat seen.txt
