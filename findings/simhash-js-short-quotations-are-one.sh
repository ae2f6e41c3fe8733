#!/bin/sh
# simhash-js 1.0.0: the fingerprint of every text of up to four characters is 0, so that "No." and "Yes." are each
# other's duplicates, and so are all Chinese sentences of four signs. Of two such the similarity is NaN, which is
# neither above nor below a bound. One would expect other fingerprints, or an error for a text that is too short.
# Needs Node 20 or later and npm; installs into a temporary folder. Fails if what is seen changes.
set -eu
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund --ignore-scripts --save-exact simhash-js@1.0.0

cat >check.mjs <<'CODE'
import sjs from 'simhash-js';
const simhash = new sjs.SimHash();
const texts = ['No.', 'Yes.', 'War', '我们输了', '他们赢了', 'We did', 'They did'];
for (const text of texts) console.log(`${text}: ${simhash.hash(text)}`);
console.log(`No. and Yes.: ${sjs.Comparator.similarity(simhash.hash('No.'), simhash.hash('Yes.'))}`);
console.log(`No. and No.: ${sjs.Comparator.similarity(simhash.hash('No.'), simhash.hash('No.'))}`);
CODE

cat >expected.txt <<'SEEN'
No.: 0
Yes.: 0
War: 0
我们输了: 0
他们赢了: 0
We did: 272945537
They did: 841224266
No. and Yes.: NaN
No. and No.: NaN
SEEN

node check.mjs >seen.txt
diff expected.txt seen.txt
cat seen.txt
