#!/bin/sh
# @citation-js/plugin-enw 0.3.0 (with core 0.7.9): an interview, a speech and a review are written to EndNote's tagged format as a Generic
# reference that has a title and nothing else: who spoke, when, where it was published and its address are gone, without an error. EndNote's
# Generic has fields for all of them, and a CSL item of the type `document`, written as Generic too, gets them. Whoever hands quotations of
# interviews to EndNote gives them the type `document`, or takes RIS, which keeps author and day.
# Needs Node 20 or later and npm; installs into a temporary folder. Fails if what is seen changes.
set -eu
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund --ignore-scripts --save-exact @citation-js/core@0.7.9 @citation-js/plugin-enw@0.3.0

cat >check.mjs <<'CODE'
import { Cite } from '@citation-js/core';
import '@citation-js/plugin-enw';
const work = { title: 'We stay', author: [{ family: 'Berg', given: 'Ida' }], issued: { 'date-parts': [[2021, 5, 4]] }, URL: 'https://example.org/' };
for (const type of ['interview', 'speech', 'review', 'document']) {
  console.log(`${type}: ${new Cite({ id: 'x', type, ...work }).format('enw').trim().replaceAll('\n', ' | ')}`);
}
CODE

cat >expected.txt <<'SEEN'
interview: %0 Generic | %T We stay
speech: %0 Generic | %T We stay
review: %0 Generic | %T We stay
document: %0 Generic | %8 2021-05-04 | %D 2021 | %A Berg, Ida | %T We stay | %U https://example.org/
SEEN

node check.mjs >seen.txt
diff expected.txt seen.txt
cat seen.txt
