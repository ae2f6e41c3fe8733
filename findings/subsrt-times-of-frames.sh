#!/bin/sh
# subsrt-ts 2.1.2: the times of a MicroDVD file (.sub), which counts frames, are read as seconds where every other format has
# thousandths, as the documentation says of all ("time to show caption in milliseconds"): what is said after a minute stands at
# 0.06 seconds of the SubRip file, all captions of an hour within four seconds, and `fps` only divides. That first line of the
# format which states the frames of a second ({1}{1}25) is not read but a caption. Nothing is reported; whoever cites the second
# of a statement cites the first. Multiply by 1000.
# Needs Node 20 or later and npm; installs into a temporary folder. Fails if what is seen changes.
set -eu
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund --ignore-scripts --save-exact subsrt-ts@2.1.2

cat >check.mjs <<'CODE'
import subsrt from 'subsrt-ts';
const file = '{1}{1}25\n{25}{50}We stay.\n{1500}{1550}No.\n';
for (const { start, end, text } of subsrt.parse(file, { format: 'sub', fps: 25 })) console.log(start, end, text);
console.log(subsrt.convert(file, { format: 'srt', fps: 25 }).replaceAll('\r\n', ' | '));
CODE

cat >expected.txt <<'SEEN'
0 0 25
1 2 We stay.
60 62 No.
1 | 00:00:00,000 --> 00:00:00,000 | 25 |  | 2 | 00:00:00,001 --> 00:00:00,002 | We stay. |  | 3 | 00:00:00,060 --> 00:00:00,062 | No. |  | 
SEEN

node check.mjs >seen.txt
diff expected.txt seen.txt
cat seen.txt
