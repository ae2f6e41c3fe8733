#!/bin/sh
# compromise 14.17.0: a name in the genitive or with a particle is cut to its first name, so that "Angela Merkel's party" is about Angela
# and Ursula von der Leyen is Ursula; a hyphen makes two people of Daniel Day-Lewis, and the fields of a name fold its letters.
# Needs Node 20 or later and npm; installs into a temporary folder. Fails if what is seen changes.
set -eu
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund --ignore-scripts --save-exact compromise@14.17.0

cat >check.mjs <<'CODE'
import nlp from 'compromise';
for (const text of ["Angela Merkel's party said no.", 'Angela Merkel said no.', 'Ursula von der Leyen said no.', 'Vincent van Gogh said no.', 'Daniel Day-Lewis said no.', 'Björn Östlund said no.']) {
  console.log(nlp(text).people().json().map((name) => `${name.text}: ${name.person.firstName}/${name.person.lastName}`).join(', '));
}
CODE

cat >expected.txt <<'SEEN'
Angela: angela/
Angela Merkel: angela/merkel
Ursula: ursula/
Vincent van Gogh: vincent/van
Daniel: daniel/, Lewis: /lewis
Björn Östlund: bjorn/ostlund
SEEN

node check.mjs >seen.txt
diff expected.txt seen.txt
cat seen.txt
