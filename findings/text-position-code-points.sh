#!/bin/sh
# dom-anchor-text-position 5.0.0: a TextPositionSelector counts UTF-16 units, where the Web Annotation model has code points, as
# @apache-annotator/dom 0.2.0 counts: behind a sign beyond the basic plane, such as the 𝕏 of newspapers, each reads the other's wrong.
# Needs Node 20 or later and npm; installs into a temporary folder. Fails if what is seen changes.
set -eu
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund --ignore-scripts --save-exact dom-anchor-text-position@5.0.0 @apache-annotator/dom@0.2.0 @apache-annotator/selector@0.2.0 jsdom@26.1.0

cat >check.mjs <<'CODE'
import { JSDOM } from 'jsdom';
const { window } = new JSDOM('<!doctype html><p>On 𝕏, Ida Berg said no.</p>');
for (const name of ['document', 'Node', 'NodeFilter', 'Range', 'Text']) globalThis[name] = name === 'document' ? window.document : window[name];
const one = await import('dom-anchor-text-position');
const other = await import('@apache-annotator/dom');
const { body } = window.document;
const range = window.document.createRange();
range.setStart(body.firstChild.firstChild, 7);
range.setEnd(body.firstChild.firstChild, 15);
const written = one.fromRange(body, range);
const described = await other.describeTextPosition(range, body);
console.log(range.toString(), JSON.stringify(written), JSON.stringify(described));
for await (const match of other.createTextPositionSelectorMatcher({ type: 'TextPositionSelector', ...written })(body)) console.log(JSON.stringify(match.toString()));
console.log(JSON.stringify(one.toRange(body, described).toString()));
CODE

cat >expected.txt <<'SEEN'
Ida Berg {"start":7,"end":15} {"type":"TextPositionSelector","start":6,"end":14}
"da Berg "
" Ida Ber"
SEEN

node check.mjs >seen.txt
diff expected.txt seen.txt
cat seen.txt
