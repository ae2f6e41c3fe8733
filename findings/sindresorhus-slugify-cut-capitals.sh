#!/bin/sh
# @sindresorhus/slugify 3.0.1: a capital that it writes with two letters is taken for the end of a word in camel case, so that names
# are cut after their first letter: Ægir is "a-egir", Þór "t-hor", and ÜBER "ue-ber"; in small letters the same names are whole.
# Needs Node 20 or later and npm; installs into a temporary folder. Fails if what is seen changes.
set -eu
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund --ignore-scripts --save-exact @sindresorhus/slugify@3.0.1

cat >check.mjs <<'CODE'
import slugify from '@sindresorhus/slugify';
for (const name of ['Ægir', 'ægir', 'Þór', 'þór', 'Œuvre', 'Θεσσαλονίκη', 'ÜBER', 'Östlund']) console.log(name, slugify(name));
CODE

cat >expected.txt <<'SEEN'
Ægir a-egir
ægir aegir
Þór t-hor
þór thor
Œuvre o-euvre
Θεσσαλονίκη t-hessaloniki
ÜBER ue-ber
Östlund oestlund
SEEN

node check.mjs >seen.txt
diff expected.txt seen.txt
cat seen.txt
