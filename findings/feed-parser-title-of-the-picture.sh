#!/bin/sh
# @rowanmanning/feed-parser 2.1.5: an item of RSS whose picture has a title and a caption (Media RSS) before the item's own has the
# picture's as its title and description, so the headline is that of a photograph; the order in an item means nothing in RSS.
# Needs Node 20 or later and npm; installs into a temporary folder. Fails if what is seen changes.
set -eu
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund --ignore-scripts --save-exact @rowanmanning/feed-parser@2.1.5

cat >check.mjs <<'CODE'
import { parseFeed } from '@rowanmanning/feed-parser';
const own = '<title>Ferry stays, says Berg</title><description>The night ferry stays.</description>';
const picture = '<media:title>Photo of a pier</media:title><media:description>The pier in 1921</media:description>';
for (const item of [own + picture, picture + own]) {
  const { items: [{ title, description }] } = parseFeed('<rss version="2.0" xmlns:media="http://search.yahoo.com/mrss/"><channel><title>Post</title>' +
    `<link>https://post.example.org/</link><description>d</description><item>${item}</item></channel></rss>`);
  console.log(`${title} | ${description}`);
}
CODE

cat >expected.txt <<'SEEN'
Ferry stays, says Berg | The night ferry stays.
Photo of a pier | The pier in 1921
SEEN

node check.mjs >seen.txt
diff expected.txt seen.txt
cat seen.txt
