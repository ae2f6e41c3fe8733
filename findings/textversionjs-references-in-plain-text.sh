#!/bin/sh
# textversionjs 1.1.3 and html-to-formatted-text 2.7.0: what they make of a page is called text, and has the page's character
# references in it: `&ldquo;We stay,&rdquo; said Ren&eacute;` and `5 &lt; 6` stay as they are; only `&nbsp;` is a blank. By HTML a
# reference is the character, and whoever takes text out of a page gets it so from a browser and from html-to-text 10.0.1. Quotation
# marks written so are no marks for who looks for quotations, and a list that begins with 1986 is "1986A year" in the first. Decode
# the text once after.
# Needs Node 20 or later and npm; installs into a temporary folder. Fails if what is seen changes.
set -eu
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund --ignore-scripts --save-exact textversionjs@1.1.3 html-to-formatted-text@2.7.0 html-to-text@10.0.1

cat >check.mjs <<'CODE'
import formatted from 'html-to-formatted-text';
import { convert } from 'html-to-text';
import textVersion from 'textversionjs';
const readers = { textversionjs: textVersion, 'html-to-formatted-text': formatted.default ?? formatted, 'html-to-text': convert };
for (const html of ['<p>&ldquo;We stay,&rdquo; said Ren&eacute;.</p>', '<p>5&nbsp;km, 5 &lt; 6</p>', '<ol start="1986"><li>A year</li></ol>']) {
  for (const [name, read] of Object.entries(readers)) console.log(html, '|', name, '|', JSON.stringify(read(html).trim()));
}
CODE

cat >expected.txt <<'SEEN'
<p>&ldquo;We stay,&rdquo; said Ren&eacute;.</p> | textversionjs | "&ldquo;We stay,&rdquo; said Ren&eacute;."
<p>&ldquo;We stay,&rdquo; said Ren&eacute;.</p> | html-to-formatted-text | "&ldquo;We stay,&rdquo; said Ren&eacute;."
<p>&ldquo;We stay,&rdquo; said Ren&eacute;.</p> | html-to-text | "“We stay,” said René."
<p>5&nbsp;km, 5 &lt; 6</p> | textversionjs | "5 km, 5 &lt; 6"
<p>5&nbsp;km, 5 &lt; 6</p> | html-to-formatted-text | "5 km, 5 &lt; 6"
<p>5&nbsp;km, 5 &lt; 6</p> | html-to-text | "5 km, 5 < 6"
<ol start="1986"><li>A year</li></ol> | textversionjs | "1986A year"
<ol start="1986"><li>A year</li></ol> | html-to-formatted-text | "A year"
<ol start="1986"><li>A year</li></ol> | html-to-text | "1986. A year"
SEEN

node check.mjs >seen.txt
diff expected.txt seen.txt
cat seen.txt
