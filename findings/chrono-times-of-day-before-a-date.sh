#!/bin/sh
# chrono-node 2.10.3: "the evening of May 5, 2021" is found as one expression, its whole text with the date, but its date is the day
# on which the text is read; without "evening of" the date is right.
# Needs Node 20 or later and npm; installs into a temporary folder. Fails if what is seen changes.
set -eu
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund --ignore-scripts --save-exact chrono-node@2.10.3

cat >check.mjs <<'CODE'
import * as chrono from 'chrono-node';
const read = new Date(2026, 5, 17, 12);
for (const text of ['It sank on the evening of May 5, 2021.', 'It sank on the morning of 5 May 2021.', 'It sank in the night of 4–5 May 2021.', 'It sank on 5 May 2021.']) {
  const [{ text: found, start }] = chrono.parse(text, read);
  console.log([found, ...['year', 'month', 'day'].map((part) => start.get(part))].join(' | '));
}
CODE

cat >expected.txt <<'SEEN'
evening of May 5, 2021 | 2026 | 6 | 17
morning of 5 May 2021 | 2026 | 6 | 17
night of 4–5 May 2021 | 2026 | 6 | 17
on 5 May 2021 | 2021 | 5 | 5
SEEN

node check.mjs >seen.txt
diff expected.txt seen.txt
cat seen.txt
