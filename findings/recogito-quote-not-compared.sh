#!/bin/sh
# @recogito/text-annotator 4.1.1: of a W3C annotation with a TextQuoteSelector and a TextPositionSelector the position alone decides what is
# marked. The quoted words are kept and never compared: where the page has changed, other words stand under the mark, and the annotation
# still says that it quotes the old ones. With the quotation alone, as other tools write it, the annotation is refused.
# Needs Node 20 or later and npm; installs into a temporary folder. Fails if what is seen changes.
set -eu
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund --ignore-scripts --force --save-exact @recogito/text-annotator@4.1.1 jsdom@26.1.0

cat >check.mjs <<'CODE'
import { JSDOM } from 'jsdom';
const { window } = new JSDOM('<!doctype html><div id="text"><p>Ida will sell. Jon says we will pay.</p></div>', {
  url: 'https://archive.example/',
});
globalThis.window = window;
for (const name of Object.getOwnPropertyNames(window))
  if (!(name in globalThis)) Object.defineProperty(globalThis, name, { value: window[name], configurable: true });
globalThis.ResizeObserver ??= class {};
const { reviveAnnotation, W3CTextFormat } = await import('@recogito/text-annotator');
const text = window.document.getElementById('text');
const format = W3CTextFormat('https://archive.example/', text);
const quote = (exact) => ({ type: 'TextQuoteSelector', exact });
const place = { type: 'TextPositionSelector', start: 24, end: 35 };
for (const selector of [[quote('we will pay'), place], [quote('we will never pay'), place], [quote('we will pay')]]) {
  const target = { source: 'https://archive.example/', selector };
  const { parsed, error } = format.parse({ type: 'Annotation', id: 'https://archive.example/1', body: [], target });
  if (error) console.log(selector[0].exact, '|', error.message);
  else {
    const [{ range, quote: kept }] = reviveAnnotation(parsed, text).target.selector;
    console.log(selector[0].exact, '|', String(range), '|', kept);
  }
}
CODE

cat >expected.txt <<'SEEN'
we will pay | we will pay | we will pay
we will never pay | we will pay | we will never pay
we will pay | Missing selector types: TextPositionSelector for annotation: https://archive.example/1
SEEN

node check.mjs >seen.txt
diff expected.txt seen.txt
cat seen.txt
