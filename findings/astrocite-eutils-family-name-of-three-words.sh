#!/bin/sh
# astrocite-eutils 0.16.4: a name as PubMed writes it ("van der Berg I", family name and initials) is cut at its blanks,
# and only the first two words are kept, so that the family name is "van" and the given name "der": neither the name nor
# the initial is left. A family name of two words loses the initials, and a suffix is lost.
# Needs Node 20 or later and npm; installs into a temporary folder. Fails if what is seen changes.
set -eu
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund --ignore-scripts --save-exact astrocite-eutils@0.16.4

cat >check.mjs <<'CODE'
import { toCSL } from 'astrocite-eutils';
const record = { uid: '1', title: 'On Votes', source: 'J', lang: ['eng'], pubtype: [], articleids: [], pubdate: '2021 Mar 4', sortpubdate: '2021/03/04 00:00' };
for (const name of ['Berg I', 'van der Berg I', 'García Márquez G', 'de Berg IM', 'Berg I Jr']) {
  const article = { ...record, authors: [{ name, authtype: 'Author', clusterid: '' }] };
  const [{ author }] = toCSL({ header: { type: 'esummary', version: '0.3' }, result: { uids: ['1'], 1: article } });
  console.log(`${name}: ${JSON.stringify(author)}`);
}
CODE

cat >expected.txt <<'SEEN'
Berg I: [{"family":"Berg","given":"I"}]
van der Berg I: [{"family":"van","given":"der"}]
García Márquez G: [{"family":"García","given":"Márquez"}]
de Berg IM: [{"family":"de","given":"Berg"}]
Berg I Jr: [{"family":"Berg","given":"I"}]
SEEN

node check.mjs >seen.txt
diff expected.txt seen.txt
cat seen.txt
