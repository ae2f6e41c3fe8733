#!/bin/sh
# podcast-partytime 5.0.0: an episode whose title is figures alone, such as a year, has no title: the element is read as a number, and numbers
# are passed over. Where it has no description either, the whole episode is left out, with a warning in the log that it has neither; and a
# guid `00123` is "123". RSS 2.0 has both as strings. A podcast about single years loses just those; compare the number of items with that of
# the file, and take titles and guids from the file.
# Needs Node 20 or later and npm; installs into a temporary folder. Fails if what is seen changes.
set -eu
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund --ignore-scripts --save-exact podcast-partytime@5.0.0

cat >check.mjs <<'CODE'
process.env.PARTYTIME_LOG = 'silent';
const { parseFeed } = await import('podcast-partytime');
const media = '<enclosure url="https://example.org/1.mp3" length="5" type="audio/mpeg"/>';
const channel = '<title>Harbour talk</title><link>https://example.org/</link><description>d</description><language>en</language>';
for (const inner of ['<title>The year 1984</title>', '<title>1984</title><description>The ferry sank.</description>', '<title>1984</title>']) {
  const item = `<item><guid isPermaLink="false">00123</guid>${media}${inner}</item>`;
  const { items } = parseFeed(`<rss version="2.0"><channel>${channel}${item}</channel></rss>`);
  console.log(inner, JSON.stringify(items.map(({ title, description, guid }) => ({ title, description, guid }))));
}
CODE

cat >expected.txt <<'SEEN'
<title>The year 1984</title> [{"title":"The year 1984","guid":"123"}]
<title>1984</title><description>The ferry sank.</description> [{"description":"The ferry sank.","guid":"123"}]
<title>1984</title> []
SEEN

node check.mjs >seen.txt
diff expected.txt seen.txt
cat seen.txt
