#!/bin/sh
# @citation-js/plugin-ris 0.8.2: the type of a record changes on the way through RIS: a public post (CSL post) comes back as a personal
# communication, which styles leave out of a bibliography, a speech as a film, and a film, its director with it, as a broadcast.
# Needs Node 20 or later and npm; installs into a temporary folder. Fails if what is seen changes.
set -eu
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund --ignore-scripts --save-exact @citation-js/core@0.8.2 @citation-js/plugin-ris@0.8.2

cat >check.mjs <<'CODE'
import { Cite } from '@citation-js/core';
import '@citation-js/plugin-ris';
for (const type of ['post', 'speech', 'motion_picture', 'webpage']) {
  const written = new Cite({ id: 'x', type, title: 'The ferry', director: [{ family: 'Berg', given: 'Ida' }] }).format('ris');
  const { type: read, director } = new Cite(written).data[0];
  console.log(type, /^TY .*$/m.exec(written)[0], read, JSON.stringify(director));
}
CODE

cat >expected.txt <<'SEEN'
post TY  - ICOMM personal_communication undefined
speech TY  - SOUND motion_picture undefined
motion_picture TY  - MPCT broadcast undefined
webpage TY  - ELEC webpage undefined
SEEN

node check.mjs >seen.txt
diff expected.txt seen.txt
cat seen.txt
