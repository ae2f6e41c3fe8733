#!/bin/sh
# slugify 1.6.9 and @sindresorhus/slugify 3.0.1: the ligature that a PDF's text layer gives for "fi" (U+FB01) is dropped with
# both its letters, so "fish" and "sh" have one address; slugify also joins words at a no-break hyphen (U+2011).
# Needs Node 20 or later and npm; installs into a temporary folder. Fails if what is seen changes.
set -eu
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund --ignore-scripts --save-exact slugify@1.6.9 @sindresorhus/slugify@3.0.1 any-ascii@0.3.3

cat >check.mjs <<'CODE'
const print = (...parts) => console.log(parts.join(' '));
import slugify from 'slugify';
import sindre from '@sindresorhus/slugify';
import anyAscii from 'any-ascii';
print([slugify, sindre, anyAscii].map((f) => f('\uFB01sh')).join(' '));
print([slugify, sindre, anyAscii].map((f) => f('Jean\u2011Luc')).join(' '));
CODE

cat >expected.txt <<'SEEN'
sh sh fish
JeanLuc jean-luc Jean-Luc
SEEN

node check.mjs >seen.txt
diff expected.txt seen.txt
cat seen.txt
