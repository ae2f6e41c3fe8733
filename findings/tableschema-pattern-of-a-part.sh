#!/bin/sh
# tableschema 1.12.6 (Table Schema): a `pattern`, which the specification takes from XML Schema, where it must match the whole of
# a value, is looked for anywhere in it. An id or an address with words before or behind it passes a check that other readers of
# the same package fail it by, and nothing says so.
# Needs Node 20 or later and npm; installs into a temporary folder. Fails if what is seen changes.
set -eu
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund --ignore-scripts --save-exact tableschema@1.12.6

cat >check.mjs <<'CODE'
const print = (...parts) => console.log(parts.join(' '));
import tableschema from 'tableschema';
const field = new tableschema.Field({ name: 'claim', type: 'string', constraints: { pattern: '[a-z]{6}' } });
for (const value of ['qvnhtz', 'qvn', 'qvnhtzz', 'see qvnhtz, withdrawn'])
  try {
    field.castValue(value);
    print('taken:', value);
  } catch {
    print('refused:', value);
  }
CODE

cat >expected.txt <<'SEEN'
taken: qvnhtz
refused: qvn
taken: qvnhtzz
taken: see qvnhtz, withdrawn
SEEN

node check.mjs >seen.txt
diff expected.txt seen.txt
cat seen.txt
