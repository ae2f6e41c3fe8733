#!/bin/sh
# metascraper-author 5.56.2: where a page names no author, as agency news does not, the first reader below the article whose comment
# has the class "author" is the author of the article, and so is who is quoted in it with that class.
# Needs Node 20 or later and npm; installs into a temporary folder. Fails if what is seen changes.
set -eu
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund --ignore-scripts --save-exact metascraper@5.58.1 metascraper-author@5.56.2

cat >check.mjs <<'CODE'
import metascraper from 'metascraper';
import author from 'metascraper-author';
const read = async (body, head = '') => {
  const html = `<!doctype html><html><head><title>Ferry stays</title>${head}</head><body><article><h1>Ferry stays</h1>${body}</body></html>`;
  return (await metascraper([author()])({ html, url: 'https://post.example.org/ferry' })).author;
};
const comment = '</article><section class="comments"><p class="author"><a href="/readers/5">Olga Reader</a></p><p>Nonsense!</p></section>';
const quotation = '<blockquote><p>Never again.</p><cite class="author">Leo Lund</cite></blockquote></article>';
console.log(await read(comment));
console.log(await read(quotation));
console.log(await read(comment, '<meta name="author" content="Ida Berg">'));
CODE

cat >expected.txt <<'SEEN'
Olga Reader
Leo Lund
Ida Berg
SEEN

node check.mjs >seen.txt
diff expected.txt seen.txt
cat seen.txt
