#!/bin/sh
# letterparser 0.1.8: the words of a mail that is forwarded as an attachment (message/rfc822) are joined to the text of the mail that
# forwards it, without its head, so that who sent the one seems to say what another wrote.
# Needs Node 20 or later and npm; installs into a temporary folder. Fails if what is seen changes.
set -eu
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund --ignore-scripts --save-exact letterparser@0.1.8

cat >check.mjs <<'CODE'
import { extract } from 'letterparser';
const mail = [
  'From: Ida Berg <ida@example.org>', 'Subject: Fwd: Ferry', 'Content-Type: multipart/mixed; boundary=cut', '',
  '--cut', 'Content-Type: text/plain; charset=utf-8', '', 'Look what he writes.',
  '--cut', 'Content-Type: message/rfc822', '',
  'From: Leo Lund <leo@example.org>', 'Subject: Ferry', 'Content-Type: text/plain; charset=utf-8', '', 'I never promised a ferry.',
  '--cut--', '',
].join('\r\n');
const { from, text, attachments } = extract(mail);
console.log(JSON.stringify([from.name, text, attachments?.length ?? 0]));
CODE

cat >expected.txt <<'SEEN'
["Ida Berg","Look what he writes.\nI never promised a ferry.",0]
SEEN

node check.mjs >seen.txt
diff expected.txt seen.txt
cat seen.txt
