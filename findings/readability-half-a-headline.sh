#!/bin/sh
# @mozilla/readability 0.6.0: of a headline with a spaced hyphen only the part before it is the title, and of one with a colon only
# what follows, so the speaker of "Berg: …" is gone. With a hyphen that holds also where the page's h1 has the whole headline.
# Needs Node 20 or later and npm; installs into a temporary folder. Fails if what is seen changes.
set -eu
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund --ignore-scripts --save-exact @mozilla/readability@0.6.0 jsdom@26.1.0

cat >check.mjs <<'CODE'
import { JSDOM } from 'jsdom';
import { Readability } from '@mozilla/readability';
const prose = '<p>The people of the two shores came to the hall in the evening and asked the board about the winter, the crew and the ' +
  'price of the crossing, and stayed until it was late.</p>';
const title = (head, heading = head) => {
  const html = `<!doctype html><html lang="en"><head><title>${head}</title></head><body><article><h1>${heading}</h1>` +
    `${prose}${prose}${prose}</article></body></html>`;
  return new Readability(new JSDOM(html, { url: 'https://post.example.org/boats' }).window.document).parse().title;
};
console.log(title('The night ferry stays for all - but only until May'));
console.log(title('The night ferry stays for all – but only until May'));
console.log(title('Berg: the ferry stays for one more winter'));
console.log(title('Berg: the ferry stays for one more winter', 'Ferry stays, says Berg'));
CODE

cat >expected.txt <<'SEEN'
The night ferry stays for all
The night ferry stays for all – but only until May
Berg: the ferry stays for one more winter
the ferry stays for one more winter
SEEN

node check.mjs >seen.txt
diff expected.txt seen.txt
cat seen.txt
