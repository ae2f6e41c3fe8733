#!/bin/sh
# krippendorff 0.1.0: agreement is counted over as many items as the first rater has rated, so that the same ratings
# have another alpha when the raters change places: where the first one stopped after three items of five, all that the
# others did not agree on behind that is left out. The documentation says that a list may be shorter where ratings are
# missing at its end.
# Needs Node 20 or later and npm; installs into a temporary folder. Fails if what is seen changes.
set -eu
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund --ignore-scripts --save-exact krippendorff@0.1.0

cat >check.mjs <<'CODE'
import { alpha } from 'krippendorff';
const [brief, one, other] = [['said', 'meant', 'said'], ['said', 'meant', 'said', 'meant', 'said'], ['said', 'meant', 'said', 'said', 'meant']];
console.log(`brief list first: ${alpha([brief, one, other])}`);
console.log(`brief list last: ${alpha([one, other, brief])}`);
console.log(`brief list first, missing ratings written out: ${alpha([[...brief, undefined, undefined], one, other])}`);
CODE

cat >expected.txt <<'SEEN'
brief list first: 1
brief list last: 0.4
brief list first, missing ratings written out: 0.4
SEEN

node check.mjs >seen.txt
diff expected.txt seen.txt
cat seen.txt
