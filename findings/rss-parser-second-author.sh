#!/bin/sh
# rss-parser 3.13.0: of several authors of an item (repeated dc:creator in RSS, several author elements in Atom) only the
# first is kept, and nothing says that there were more.
# Needs Node 20 or later and npm; installs into a temporary folder. Fails if what is seen changes.
set -eu
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund --ignore-scripts --save-exact rss-parser@3.13.0

cat >check.mjs <<'CODE'
const print = (...parts) => console.log(parts.join(' '));
import Parser from 'rss-parser';
const parser = new Parser();
const rss = await parser.parseString('<rss version="2.0" xmlns:dc="http://purl.org/dc/elements/1.1/"><channel><title>T</title>' +
  '<item><title>Boats</title><dc:creator>Ida Berg</dc:creator><dc:creator>Mara Obi</dc:creator></item></channel></rss>');
const atom = await parser.parseString('<feed xmlns="http://www.w3.org/2005/Atom"><title>T</title><id>f</id><entry><id>e</id><title>Boats</title>' +
  '<author><name>Ida Berg</name></author><author><name>Mara Obi</name></author></entry></feed>');
print(JSON.stringify(rss.items[0]).includes('Mara Obi'), rss.items[0].creator);
print(JSON.stringify(atom.items[0]).includes('Mara Obi'), atom.items[0].author);
CODE

cat >expected.txt <<'SEEN'
false Ida Berg
false Ida Berg
SEEN

node check.mjs >seen.txt
diff expected.txt seen.txt
cat seen.txt
