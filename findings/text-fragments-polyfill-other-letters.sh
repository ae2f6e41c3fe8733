#!/bin/sh
# text-fragments-polyfill 6.7.0 compares the words of a text fragment without case and without accents, in every language: a link to `Niño` or
# to `NEVER` marks the first `Nino` or `never` of the page instead, and nothing tells that these are other words. A prefix does not help
# where it is the same.
# Needs Node 20 or later and npm; installs into a temporary folder. Fails if what is seen changes.
set -eu
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund --ignore-scripts --save-exact text-fragments-polyfill@6.7.0 jsdom@26.1.0
mkdir utils
cp node_modules/text-fragments-polyfill/src/text-fragment-utils.js utils/
echo '{"type":"module"}' >utils/package.json

cat >check.mjs <<'CODE'
import { JSDOM } from 'jsdom';
const { window } = new JSDOM(
  '<!doctype html><p>Señor Nino pays. Señor Niño pays.</p><p>It was resume or stop. It was résumé or letter.</p><p>Polish rowers. polish oars.</p>',
  { pretendToBeVisual: true, url: 'https://archive.example/' },
);
globalThis.window = window;
for (const name of [...Object.getOwnPropertyNames(window), 'navigator'])
  if (!(name in globalThis) || name === 'navigator')
    Object.defineProperty(globalThis, name, { value: window[name], configurable: true });
window.Element.prototype.getBoundingClientRect = () => ({ width: 1, height: 1, x: 0, y: 0 });
const { processTextFragmentDirective } = await import('./utils/text-fragment-utils.js');
for (const directive of [
  { textStart: 'Señor Niño' },
  { prefix: 'It was', textStart: 'résumé' },
  { textStart: 'polish' },
]) {
  const [first] = processTextFragmentDirective(directive, window.document);
  console.log(directive.textStart, '|', String(first), '|', String(first) === directive.textStart);
}
CODE

cat >expected.txt <<'SEEN'
Señor Niño | Señor Nino | false
résumé | resume | false
polish | Polish | false
SEEN

node check.mjs >seen.txt
diff expected.txt seen.txt
cat seen.txt
