#!/bin/sh
# to-title-case 1.0.0: a word that begins with a letter outside ASCII keeps that letter small, and the first ASCII
# letter behind it is made a capital: Åsa is "åSa", Émile "éMile". Capitals are made small first, so that the US is
# "Us", NASA "Nasa", and the points of initials are lost. One would expect letters to be letters, and capitals that
# stand there to stay.
# Needs Node 20 or later and npm; installs into a temporary folder. Fails if what is seen changes.
set -eu
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund --ignore-scripts --save-exact to-title-case@1.0.0

cat >check.mjs <<'CODE'
import toTitleCase from 'to-title-case';
for (const text of ['ida berg and the vote', 'Åsa Öst and the vote', 'Émile Zola', 'Łódź', 'The US and NASA', 'McDonald', 'F.B.I.']) {
  console.log(`${text}: ${toTitleCase(text)}`);
}
CODE

cat >expected.txt <<'SEEN'
ida berg and the vote: Ida Berg and the Vote
Åsa Öst and the vote: åSa öst and the Vote
Émile Zola: éMile Zola
Łódź: łóDź
The US and NASA: The Us and Nasa
McDonald: Mc Donald
F.B.I.: F B I
SEEN

node check.mjs >seen.txt
diff expected.txt seen.txt
cat seen.txt
