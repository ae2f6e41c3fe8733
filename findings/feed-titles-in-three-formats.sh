#!/bin/sh
# feed 6.0.0: an item's title is put unchanged into Atom as type="html", which says that it is markup to be parsed, and into JSON
# Feed, whose titles are plain text. So a title that holds an ampersand or an angle bracket is read as markup from the one and as
# it stands from the other; no option says which of the two the title is.
# Needs Node 20 or later and npm; installs into a temporary folder. Fails if what is seen changes.
set -eu
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund --ignore-scripts --save-exact feed@6.0.0

cat >check.mjs <<'CODE'
import { Feed } from 'feed';
const feed = new Feed({ id: 'https://example.org/', title: 'Harbour', copyright: '' });
feed.addItem({
  id: 'https://example.org/1',
  link: 'https://example.org/1',
  title: 'R&D <b>bold</b> at 5 < 6',
  date: new Date('2021-03-14T00:00:00Z'),
});
const titles = (text) => text.match(/<title[^>]*>(?:(?!<\/title>)[^])*<\/title>/g).at(-1);
console.log(titles(feed.atom1()));
console.log(titles(feed.rss2()));
console.log(JSON.stringify(JSON.parse(feed.json1()).items[0].title));
CODE

cat >expected.txt <<'SEEN'
<title type="html"><![CDATA[R&D <b>bold</b> at 5 < 6]]></title>
<title><![CDATA[R&D <b>bold</b> at 5 < 6]]></title>
"R&D <b>bold</b> at 5 < 6"
SEEN

node check.mjs >seen.txt
diff expected.txt seen.txt
cat seen.txt
