#!/bin/sh
# astrocite-eutils 0.16.4: the date of an article is the one by which PubMed sorts, and not the one that PubMed shows:
# an issue of 2021 is of 1 January 2021, one of "Mar-Apr" of 1 March, and one of spring of 1 March too, all as exact as
# a day that was printed.
# Needs Node 20 or later and npm; installs into a temporary folder. Fails if what is seen changes.
set -eu
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund --ignore-scripts --save-exact astrocite-eutils@0.16.4

cat >check.mjs <<'CODE'
import { toCSL } from 'astrocite-eutils';
const record = { uid: '1', title: 'On Votes', source: 'J', lang: ['eng'], pubtype: [], articleids: [], authors: [] };
for (const [pubdate, day] of [['2021 Mar 4', '2021/03/04'], ['2021', '2021/01/01'], ['2021 Mar-Apr', '2021/03/01'], ['2021 Spring', '2021/03/01']]) {
  const article = { ...record, pubdate, sortpubdate: `${day} 00:00` };
  const [{ issued }] = toCSL({ header: { type: 'esummary', version: '0.3' }, result: { uids: ['1'], 1: article } });
  console.log(`${pubdate}: ${JSON.stringify(issued)}`);
}
CODE

cat >expected.txt <<'SEEN'
2021 Mar 4: {"date-parts":[["2021","03","04"]]}
2021: {"date-parts":[["2021","01","01"]]}
2021 Mar-Apr: {"date-parts":[["2021","03","01"]]}
2021 Spring: {"date-parts":[["2021","03","01"]]}
SEEN

node check.mjs >seen.txt
diff expected.txt seen.txt
cat seen.txt
