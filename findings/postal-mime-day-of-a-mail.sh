#!/bin/sh
# postal-mime 4.0.0: the date of a mail is given in UTC and its zone is dropped, so that a mail written on the evening of 14 March in
# New York (-0500) is one of 15 March; the day that its head prints cannot be had back from `date`. A date that is none is handed out
# as it stands, in the same field.
# Needs Node 20 or later and npm; installs into a temporary folder. Fails if what is seen changes.
set -eu
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund --ignore-scripts --save-exact postal-mime@4.0.0

cat >check.mjs <<'CODE'
import PostalMime from 'postal-mime';
for (const date of ['Sun, 14 Mar 2021 23:30:00 -0500', 'the Ides of March'])
  console.log((await PostalMime.parse(`From: news@example.org\r\nDate: ${date}\r\n\r\nNight ferry\r\n`)).date);
CODE

cat >expected.txt <<'SEEN'
2021-03-15T04:30:00.000Z
the Ides of March
SEEN

node check.mjs >seen.txt
diff expected.txt seen.txt
cat seen.txt
