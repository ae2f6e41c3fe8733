#!/bin/sh
# epub2 3.0.2 and @gxl/epub-parser 2.0.4: of the people whom an EPUB 3 names as its creators only the first is kept, and what each
# of them did, which the file says in elements that refer to them (EPUB 3.3, 5.5: `refines`, with the role), is read without that
# reference. Where the translator stands first, she is the author for the one; for the other she is "creator" and has the role
# "aut", that of the second. The order of creators and a second one are as EPUB has them, and nothing is reported. A quotation from
# the book is then hers. Read the package file itself for whose words a book has.
# Needs Node 20 or later and npm; installs into a temporary folder. Fails if what is seen changes.
set -eu
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund --ignore-scripts --save-exact epub2@3.0.2 @gxl/epub-parser@2.0.4 jszip@3.10.1

cat >check.mjs <<'CODE'
import { writeFileSync } from 'node:fs';
import { parseEpub } from '@gxl/epub-parser';
import { EPub } from 'epub2';
import JSZip from 'jszip';
const role = (id, code) => `<meta refines="#${id}" property="role" scheme="marc:relators">${code}</meta>`;
const people = `<dc:creator id="eva">Eva Roe</dc:creator>${role('eva', 'trl')}<dc:creator id="ida">Ida Berg</dc:creator>${role('ida', 'aut')}`;
const named = 'xmlns="http://www.idpf.org/2007/opf" xmlns:dc="http://purl.org/dc/elements/1.1/" version="3.0" unique-identifier="id"';
const said = '<dc:identifier id="id">urn:x:1</dc:identifier><dc:title>The ferry</dc:title><dc:language>en</dc:language>';
const items = '<manifest><item id="a" href="a.xhtml" media-type="application/xhtml+xml"/></manifest><spine><itemref idref="a"/></spine>';
const root = '<rootfile full-path="p.opf" media-type="application/oebps-package+xml"/>';
const zip = new JSZip();
zip.file('mimetype', 'application/epub+zip');
zip.file('META-INF/container.xml', `<container version="1.0" xmlns="urn:oasis:names:tc:opendocument:xmlns:container"><rootfiles>${root}</rootfiles></container>`);
zip.file('p.opf', `<package ${named}><metadata>${said}${people}</metadata>${items}</package>`);
zip.file('a.xhtml', '<html xmlns="http://www.w3.org/1999/xhtml"><head><title>T</title></head><body><p>We stay.</p></body></html>');
writeFileSync('book.epub', await zip.generateAsync({ type: 'nodebuffer' }));
const { creator, role: theRole } = (await EPub.createAsync('book.epub')).metadata;
console.log('epub2: creator', creator, '| role', theRole);
console.log('@gxl/epub-parser: author', (await parseEpub('book.epub')).info.author);
CODE

cat >expected.txt <<'SEEN'
epub2: creator Eva Roe | role aut
@gxl/epub-parser: author Eva Roe
SEEN

node check.mjs >seen.txt
diff expected.txt seen.txt
cat seen.txt
