#!/bin/sh
# jsonfeed-to-rss 3.0.8 and jsonfeed-to-atom 1.2.5: the one writes of every feed that it is in American English, the other and the
# one that its author has the rights in it since this year ("© Ida Berg", with the year of the run). JSON Feed 1 has a field for
# neither, and the feed says nothing of the kind; RSS and Atom have both as optional. An archive that keeps language and rights of
# what it takes in then holds two statements that nobody made, and the second changes each year. Strike out `language`, `copyright`
# and `rights` from what they write, or set them from what is known.
# Needs Node 20 or later and npm; installs into a temporary folder. Fails if what is seen changes.
set -eu
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund --ignore-scripts --save-exact jsonfeed-to-atom@1.2.5 jsonfeed-to-rss@3.0.8

cat >check.mjs <<'CODE'
import toAtom from 'jsonfeed-to-atom';
import toRss from 'jsonfeed-to-rss';
const item = { id: '1', url: 'https://berg.example/1', title: 'T', content_text: 'Die Fähre bleibt.', date_published: '2021-05-04T10:00:00Z' };
const site = { title: 'Notizen', home_page_url: 'https://berg.example/', feed_url: 'https://berg.example/f.json' };
const feed = () => ({ version: 'https://jsonfeed.org/version/1', ...site, author: { name: 'Ida Berg' }, items: [{ ...item }] });
for (const written of [toRss(feed()), toAtom(feed())]) {
  const statements = written.match(/<(?:language|copyright|rights)>.*/g).join(' ');
  console.log(statements.replaceAll(String(new Date().getFullYear()), 'YEAR OF THE RUN'));
}
CODE

cat >expected.txt <<'SEEN'
<language>en-us</language> <copyright>© YEAR OF THE RUN Ida Berg</copyright>
<rights>© YEAR OF THE RUN Ida Berg</rights>
SEEN

node check.mjs >seen.txt
diff expected.txt seen.txt
cat seen.txt
