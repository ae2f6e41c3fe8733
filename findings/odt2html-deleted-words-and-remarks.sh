#!/bin/sh
# odt2html 1.0.1: what a document of OpenDocument (ODF 1.2) has for those who write it is text of the page: words that were deleted
# with changes tracked (text:deletion) stand at the head of it, with the name of who deleted them and the day, and a remark in the
# margin (office:annotation) stands amid the sentence to which it was made, its author before it, as if he were part of it. Tabs
# and runs of blanks (text:tab, text:s) are nothing, so that the words before and behind are one. One would expect what a reader
# of the document sees printed. Accept the changes and take the remarks out before, in a word processor.
# Needs Node 20 or later and npm; installs into a temporary folder. Fails if what is seen changes.
set -eu
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund --ignore-scripts --save-exact odt2html@1.0.1 jszip@3.10.1

cat >check.mjs <<'CODE'
import { writeFileSync } from 'node:fs';
import JSZip from 'jszip';
import odt2html from 'odt2html';
const names = ['office', 'text'].map((name) => `xmlns:${name}="urn:oasis:names:tc:opendocument:xmlns:${name}:1.0"`).join(' ');
const spaces = `${names} xmlns:dc="http://purl.org/dc/elements/1.1/"`;
const info = '<office:change-info><dc:creator>Jon Dahl</dc:creator><dc:date>2021-05-04T10:00:00</dc:date></office:change-info>';
const deleted = `<text:changed-region text:id="c1"><text:deletion>${info}<text:p>not </text:p></text:deletion></text:changed-region>`;
const remark = '<office:annotation><dc:creator>Jon Dahl</dc:creator><text:p>He lies.</text:p></office:annotation>';
const paragraph = `<text:p>We will <text:change text:change-id="c1"/>pay${remark} them.<text:tab/>Ida<text:s text:c="2"/>Berg</text:p>`;
const text = `<office:text><text:tracked-changes>${deleted}</text:tracked-changes>${paragraph}</office:text>`;
const zip = new JSZip();
zip.file('mimetype', 'application/vnd.oasis.opendocument.text');
zip.file('styles.xml', `<office:document-styles ${spaces}><office:styles/></office:document-styles>`);
zip.file('content.xml', `<office:document-content ${spaces}><office:body>${text}</office:body></office:document-content>`);
writeFileSync('a.odt', await zip.generateAsync({ type: 'nodebuffer' }));
console.log(await odt2html.toHTML({ path: 'a.odt' }));
CODE

cat >expected.txt <<'SEEN'
Jon Dahl2021-05-04T10:00:00<p>not </p><p>We will payJon Dahl<p>He lies.</p> them.IdaBerg</p>
SEEN

node check.mjs >seen.txt
diff expected.txt seen.txt
cat seen.txt
