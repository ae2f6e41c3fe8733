#!/bin/sh
# diacritics 1.3.0: remove(), which takes marks from letters, writes the Cyrillic small letter el as the Latin n, the
# one letter of that script that it touches, and the long s of old print as l. A Russian name is then found under
# neither spelling, and "ſin" becomes the other word "lin". One would expect letters without a mark to stay, and a long
# s to become s.
# Needs Node 20 or later and npm; installs into a temporary folder. Fails if what is seen changes.
set -eu
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund --ignore-scripts --save-exact diacritics@1.3.0

cat >check.mjs <<'CODE'
import diacritics from 'diacritics';
for (const text of ['Алла Белова', 'Лев', 'Ida Östlund', 'ſin', 'ſame', 'loſt']) console.log(`${text}: ${diacritics.remove(text)}`);
const cyrillic = Array.from({ length: 0x500 - 0x400 }, (_, at) => String.fromCodePoint(0x400 + at));
console.log(`changed of ${cyrillic.length} Cyrillic letters: ${cyrillic.filter((letter) => diacritics.remove(letter) !== letter).join(' ')}`);
CODE

cat >expected.txt <<'SEEN'
Алла Белова: Аnnа Беnова
Лев: Лев
Ida Östlund: Ida Ostlund
ſin: lin
ſame: lame
loſt: lolt
changed of 256 Cyrillic letters: л
SEEN

node check.mjs >seen.txt
diff expected.txt seen.txt
cat seen.txt
