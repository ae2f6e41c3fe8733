#!/bin/sh
# get-urls 12.1.0 and linkifyjs 4.4.0: an address that a text sets in the quotation marks of print (“https://example.org/a”,
# said …) is found with the closing mark, and by the first with the comma behind it: the link leads nowhere. In straight marks
# both have it right, so a test with these sees nothing. A sign such as ” may stand in an address (URL Standard, URL code points),
# but who writes one encodes it. get-urls also changes what it finds: www. is dropped, parameters are sorted, a comma behind the
# last with them, and a text fragment, which says what in the page is meant, is taken off (normalize-url's defaults). autolinker
# 4.1.5 finds each as it is written.
# Needs Node 20 or later and npm; installs into a temporary folder. Fails if what is seen changes.
set -eu
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund --ignore-scripts --save-exact get-urls@12.1.0 linkifyjs@4.4.0 autolinker@4.1.5

cat >check.mjs <<'CODE'
import { Autolinker } from 'autolinker';
import getUrls from 'get-urls';
import * as linkify from 'linkifyjs';
const texts = [
  'He wrote “https://example.org/a”, and left.', 'He wrote "https://example.org/a", and left.',
  'It is at https://www.example.org/a?q=b&id=1, he wrote.', 'See https://example.org/a#:~:text=we%20stay here.',
];
for (const text of texts) {
  console.log(text);
  console.log('  get-urls', [...getUrls(text)].join(' '));
  console.log('  linkifyjs', linkify.find(text).map(({ href }) => href).join(' '));
  console.log('  autolinker', Autolinker.parse(text, { urls: true }).map((match) => match.getMatchedText()).join(' '));
}
CODE

cat >expected.txt <<'SEEN'
He wrote “https://example.org/a”, and left.
  get-urls https://example.org/a%E2%80%9D,
  linkifyjs https://example.org/a”
  autolinker https://example.org/a
He wrote "https://example.org/a", and left.
  get-urls https://example.org/a
  linkifyjs https://example.org/a
  autolinker https://example.org/a
It is at https://www.example.org/a?q=b&id=1, he wrote.
  get-urls https://example.org/a?id=1,&q=b
  linkifyjs https://www.example.org/a?q=b&id=1
  autolinker https://www.example.org/a?q=b&id=1
See https://example.org/a#:~:text=we%20stay here.
  get-urls https://example.org/a
  linkifyjs https://example.org/a#:~:text=we%20stay
  autolinker https://example.org/a#:~:text=we%20stay
SEEN

node check.mjs >seen.txt
diff expected.txt seen.txt
cat seen.txt
