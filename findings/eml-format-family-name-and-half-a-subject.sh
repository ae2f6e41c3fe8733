#!/bin/sh
# eml-format 0.6.1: of a name in a mail that is encoded in part, as every name with one foreign letter may be, only the
# encoded word is kept: "=?utf-8?Q?=C3=85sa?= Berg" is "Åsa". Of a subject in two encoded words, which any longer one
# has to be, only the first is left, and the underscores that stand for blanks remain.
# Needs Node 20 or later and npm; installs into a temporary folder. Fails if what is seen changes.
set -eu
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund --ignore-scripts --save-exact eml-format@0.6.1

cat >check.mjs <<'CODE'
import { promisify } from 'node:util';
import eml from 'eml-format';
const read = promisify(eml.read);
const mail = (from, subject) => `From: ${from} <a@example.org>\r\nTo: l@example.org\r\nSubject: ${subject}\r\nContent-Type: text/plain\r\n\r\nNo.\r\n`;
for (const [from, subject] of [
  ['Ida Berg', 'We did not pay'],
  ['=?utf-8?Q?=C3=85sa?= Berg', '=?utf-8?Q?No_=E2=80=93_?= =?utf-8?Q?we_did_not_pay?='],
  ['=?utf-8?Q?=C3=85sa_Berg?=', '=?utf-8?Q?No_=E2=80=93_we_did_not_pay?='],
]) {
  const { from: sender, subject: title } = await read(mail(from, subject));
  console.log(JSON.stringify([sender.name, title]));
}
CODE

cat >expected.txt <<'SEEN'
["Ida Berg","We did not pay"]
["Åsa","No_–_"]
["Åsa_Berg","No_–_we_did_not_pay"]
SEEN

node check.mjs >seen.txt
diff expected.txt seen.txt
cat seen.txt
