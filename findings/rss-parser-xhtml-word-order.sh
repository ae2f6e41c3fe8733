#!/bin/sh
# rss-parser 3.13.0: in Atom's content and titles of type xhtml, marked-up words are moved behind the plain text of their element: "We
# did <b>not</b> agree" becomes "We did  agree<b>not</b>" and, as a snippet, "We did  agreenot". A title is no text but an object.
# Needs Node 20 or later and npm; installs into a temporary folder. Fails if what is seen changes.
set -eu
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund --ignore-scripts --save-exact rss-parser@3.13.0

cat >check.mjs <<'CODE'
import Parser from 'rss-parser';
const entry = async (words) => (await new Parser().parseString('<feed xmlns="http://www.w3.org/2005/Atom"><title>Post</title><id>f</id>' +
  `<updated>2021-05-04T00:00:00Z</updated><entry><id>e</id><updated>2021-05-04T00:00:00Z</updated>${words}</entry></feed>`)).items[0];
const xhtml = (inner) => `type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml">${inner}</div>`;
const { content, contentSnippet } = await entry(`<title>x</title><content ${xhtml('<p>We did <b>not</b> agree to <i>any</i> of it.</p>')}</content>`);
console.log(content);
console.log(contentSnippet);
console.log(typeof (await entry(`<title ${xhtml('Berg: <em>no</em> to it')}</title>`)).title);
CODE

cat >expected.txt <<'SEEN'
<div type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml"><p>We did  agree to  of it.<b>not</b><i>any</i></p></div></div>
We did  agree to  of it.notany
object
SEEN

node check.mjs >seen.txt
diff expected.txt seen.txt
cat seen.txt
