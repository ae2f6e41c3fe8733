#!/bin/sh
# yaml 2.9.1: `collectionStyle: 'flow'` with `lineWidth: 0` puts a list on one line, but not where a string in it holds a line
# break: then the whole list is broken over lines, and the string becomes a plain scalar with an empty line for each break. What is
# to stay on one line, so that git merges two lists of entries, has to be quoted by `defaultStringType: 'QUOTE_DOUBLE'`.
# Needs Node 20 or later and npm; installs into a temporary folder. Fails if what is seen changes.
set -eu
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund --ignore-scripts --save-exact yaml@2.9.1

cat >check.mjs <<'CODE'
import { stringify } from 'yaml';
const entry = [{ words: 'We will keep it', why: 'two lines\nof a reason' }];
const flow = { collectionStyle: 'flow', lineWidth: 0 };
console.log(stringify(entry, flow).trimEnd());
console.log(stringify(entry, { ...flow, defaultStringType: 'QUOTE_DOUBLE', defaultKeyType: 'PLAIN' }).trimEnd());
CODE

cat >expected.txt <<'SEEN'
[
  {
      words: We will keep it,
      why: two lines

        of a reason
    }
]
[ { words: "We will keep it", why: "two lines\nof a reason" } ]
SEEN

node check.mjs >seen.txt
diff expected.txt seen.txt
cat seen.txt
