#!/bin/sh
# jsonfeed-to-atom 1.2.5 and jsonfeed-to-rss 3.0.8: an item of JSON Feed that speaks about another page (`external_url`) gets that
# page for its own address: it is Atom's link "alternate" and RSS's `link`. JSON Feed says that `url` is where the item stands and
# `external_url` the thing talked about; Atom (RFC 4287, 4.2.7.2) has "alternate" for the first and "related" for the second, and
# here the two are changed about. Whoever reads the Atom or the RSS files what Ida Berg writes against a page under the page that
# she writes against. Take `url` from the JSON Feed itself, or from Atom's "related" where there is one.
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
const addresses = { url: 'https://berg.example/1', external_url: 'https://mail.example/ferry' };
const item = { id: '1', title: 'T', content_text: 'I do not agree.', date_published: '2021-05-04T10:00:00Z', ...addresses };
const site = { title: 'Notes', home_page_url: 'https://berg.example/', feed_url: 'https://berg.example/f.json' };
const feed = () => ({ version: 'https://jsonfeed.org/version/1', ...site, author: { name: 'Ida Berg' }, items: [{ ...item }] });
const entry = (written) => written.split(/<(?:entry|item)>/)[1].match(/<link.*/g).join(' ');
console.log('Atom', entry(toAtom(feed())));
console.log('RSS', entry(toRss(feed())));
CODE

cat >expected.txt <<'SEEN'
Atom <link rel="alternate" href="https://mail.example/ferry"/> <link rel="related" href="https://berg.example/1"/>
RSS <link>https://mail.example/ferry</link>
SEEN

node check.mjs >seen.txt
diff expected.txt seen.txt
cat seen.txt
