#!/bin/sh
# subsrt-ts 2.1.2: in LRC, which players and transcripts use for lines with times, thousandths ("[01:02.345]", as many programmes
# write) are read as hundredths, so that a line comes up to nine seconds late, behind the line that follows, and ends before it
# begins. Where a line has two times, as the format has it for what is said again ("[00:03.00][00:07.50]"), the second stays in
# the words, and the line is not there a second time. With hundredths all is right. No error is raised. Cut the third figure,
# and write each time on a line of its own.
# Needs Node 20 or later and npm; installs into a temporary folder. Fails if what is seen changes.
set -eu
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund --ignore-scripts --save-exact subsrt-ts@2.1.2

cat >check.mjs <<'CODE'
import subsrt from 'subsrt-ts';
const read = (file) => subsrt.parse(file, { format: 'lrc' }).map(({ start, end, text }) => `${start}-${end} ${text}`).join(' | ');
console.log(read('[01:02.34]We stay.\n[01:04.00]No.\n'));
console.log(read('[01:02.345]We stay.\n[01:04.000]No.\n'));
console.log(read('[00:03.00][00:07.50]We stay.\n[00:05.00]No.\n'));
CODE

cat >expected.txt <<'SEEN'
62340-64000 We stay. | 64000-66000 No.
65450-64000 We stay. | 64000-66000 No.
3000-5000 [00:07.50]We stay. | 5000-7000 No.
SEEN

node check.mjs >seen.txt
diff expected.txt seen.txt
cat seen.txt
