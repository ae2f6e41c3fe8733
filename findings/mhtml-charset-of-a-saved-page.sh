#!/bin/sh
# fast-mhtml 2.1.0 and mhtml-to-html 2.1.0: a saved page says in its head which signs its bytes stand for (MIME, RFC 2045:
# `charset`). The one reads every page as UTF-8, whatever is stated; the other reads windows-1252, the charset of many an old page of
# a newspaper, as ISO 8859-1, where quotation marks and dashes are control signs that are not shown: letters with marks are right,
# and what was said has lost its marks. HTML's encodings (encoding.spec.whatwg.org) have both names for windows-1252, so that one
# would expect the marks under either. Decode such a part from its bytes oneself.
# Needs Node 20 or later and npm; installs into a temporary folder. Fails if what is seen changes.
set -eu
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund --ignore-scripts --save-exact fast-mhtml@2.1.0 mhtml-to-html@2.1.0

cat >check.mjs <<'CODE'
import { Parser } from 'fast-mhtml';
import { convert } from 'mhtml-to-html';
const saved = (charset) => [
  'From: <Saved by Blink>', 'Snapshot-Content-Location: https://example.org/a', 'MIME-Version: 1.0',
  'Content-Type: multipart/related;', '\ttype="text/html";', '\tboundary="----B"', '', '', '------B',
  `Content-Type: text/html; charset=${charset}`, 'Content-Transfer-Encoding: quoted-printable', 'Content-Location: https://example.org/a', '',
  '<html><head><title>T</title></head><body><p>=C5sa: =93We stay.=94</p></body></html>', '------B--', '',
].join('\r\n');
const shown = (page) => page.match(/<p>(.*)<\/p>/)[1].replace(/[^ -~]/g, (sign) => `<U+${sign.codePointAt(0).toString(16).padStart(4, '0')}>`);
for (const charset of ['windows-1252', 'iso-8859-1']) {
  console.log(charset, 'fast-mhtml', shown(String((await new Parser().parse(saved(charset)).rewrite().spit())[0].content)));
  console.log(charset, 'mhtml-to-html', shown((await convert(saved(charset))).data));
}
CODE

cat >expected.txt <<'SEEN'
windows-1252 fast-mhtml <U+fffd>sa: <U+fffd>We stay.<U+fffd>
windows-1252 mhtml-to-html <U+00c5>sa: <U+0093>We stay.<U+0094>
iso-8859-1 fast-mhtml <U+fffd>sa: <U+fffd>We stay.<U+fffd>
iso-8859-1 mhtml-to-html <U+00c5>sa: <U+0093>We stay.<U+0094>
SEEN

node check.mjs >seen.txt
diff expected.txt seen.txt
cat seen.txt
