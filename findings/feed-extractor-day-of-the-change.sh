#!/bin/sh
# @extractus/feed-extractor 8.0.3: of an Atom entry that states when it was published and when it was last changed, "published" is the
# change, so a piece corrected a year later has the date of its correction.
# Needs Node 20 or later and npm; installs into a temporary folder. Fails if what is seen changes.
set -eu
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund --ignore-scripts --save-exact @extractus/feed-extractor@8.0.3

cat >check.mjs <<'CODE'
import { extractFromXml } from '@extractus/feed-extractor';
const feed = '<feed xmlns="http://www.w3.org/2005/Atom"><title>Post</title><id>f</id><updated>2022-05-04T00:00:00Z</updated>' +
  '<entry><id>e</id><title>x</title><link href="https://post.example.org/ferry"/><published>2021-05-04T08:00:00Z</published>' +
  '<updated>2022-05-04T08:00:00Z</updated></entry></feed>';
console.log(extractFromXml(feed).entries[0].published);
CODE

cat >expected.txt <<'SEEN'
2022-05-04T08:00:00.000Z
SEEN

node check.mjs >seen.txt
diff expected.txt seen.txt
cat seen.txt
