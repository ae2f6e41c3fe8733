#!/bin/sh
# open-graph-scraper 6.12.0: of a tag that Open Graph lets a page repeat, such as the authors and the subjects of an article, only the last
# is kept; of one that must not conflict, the last wins, where the protocol has the first.
# Needs Node 20 or later and npm; installs into a temporary folder. Fails if what is seen changes.
set -eu
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund --ignore-scripts --save-exact open-graph-scraper@6.12.0

cat >check.mjs <<'CODE'
import ogs from 'open-graph-scraper';
const meta = (property, ...values) => values.map((value) => `<meta property="${property}" content="${value}">`).join('');
const head = meta('og:title', 'Ferry stays', 'The Harbour Post') + meta('article:author', 'Ida Berg', 'Leo Lund') + meta('article:tag', 'ferries', 'winter');
const { result } = await ogs({ html: `<!doctype html><html><head><title>x</title>${head}</head><body></body></html>` });
for (const name of ['ogTitle', 'articleAuthor', 'articleTag']) console.log(name, JSON.stringify(result[name]));
CODE

cat >expected.txt <<'SEEN'
ogTitle "The Harbour Post"
articleAuthor "Leo Lund"
articleTag "winter"
SEEN

node check.mjs >seen.txt
diff expected.txt seen.txt
cat seen.txt
