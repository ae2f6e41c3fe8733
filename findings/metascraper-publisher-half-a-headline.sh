#!/bin/sh
# metascraper-publisher 5.49.24: where a page names no publisher, whatever its title has behind a dash or a bar is the publisher,
# be it a section or the second half of the headline. An archive files the article under an outlet that does not exist.
# Needs Node 20 or later and npm; installs into a temporary folder. Fails if what is seen changes.
set -eu
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund --ignore-scripts --save-exact metascraper@5.49.24 metascraper-publisher@5.49.24

cat >check.mjs <<'CODE'
import metascraper from 'metascraper';
import publisher from 'metascraper-publisher';

const read = metascraper([publisher()]);
for (const title of [
  'The ferry stays',
  'The ferry stays | Harbour Post',
  'The ferry stays | Opinion',
  'Mara Obi - a mayor and her ferry',
  'The ferry stays | Harbour Post | Letters',
]) {
  const html = `<!doctype html><html lang="en"><head><title>${title}</title></head><body><h1>The ferry stays</h1></body></html>`;
  const found = await read({ html, url: 'https://example.org/ferry' });
  console.log(`${title}: ${found.publisher}`);
}
CODE

cat >expected.txt <<'SEEN'
The ferry stays: null
The ferry stays | Harbour Post: Harbour Post
The ferry stays | Opinion: Opinion
Mara Obi - a mayor and her ferry: a mayor and her ferry
The ferry stays | Harbour Post | Letters: Letters
SEEN

node check.mjs >seen.txt
diff expected.txt seen.txt
cat seen.txt
