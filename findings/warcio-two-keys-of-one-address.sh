#!/bin/sh
# warcio 2.4.11: getSurt() gives one address two keys: "/Ä" is set in small letters and then encoded, "/%C3%84", which is the same address
# and how a browser writes it, has only its digits set so; what is indexed under the one is not found under the other.
# Needs Node 20 or later and npm; installs into a temporary folder. Fails if what is seen changes.
set -eu
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund --ignore-scripts --save-exact warcio@2.4.11

cat >check.mjs <<'CODE'
import { getSurt } from 'warcio';
for (const address of ['https://example.org/Ärzte', 'https://example.org/%C3%84rzte', 'https://example.org/ärzte']) {
  console.log(new URL(address).href, getSurt(address));
}
CODE

cat >expected.txt <<'SEEN'
https://example.org/%C3%84rzte org,example)/%C3%A4rzte
https://example.org/%C3%84rzte org,example)/%c3%84rzte
https://example.org/%C3%A4rzte org,example)/%C3%A4rzte
SEEN

node check.mjs >seen.txt
diff expected.txt seen.txt
cat seen.txt
