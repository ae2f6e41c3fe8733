#!/bin/sh
# @citation-js/plugin-bibtex 0.8.2: of TeX's own letters \aa and \AA are not known and stay as commands, braces gone, so that
# {\AA}ngstr{\"o}m is of the family "\AAngström"; \o, \ae, \ss and \l are read. \ldots and \pounds stay commands too.
# Needs Node 20 or later and npm; installs into a temporary folder. Fails if what is seen changes.
set -eu
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund --ignore-scripts --save-exact @citation-js/core@0.8.2 @citation-js/plugin-bibtex@0.8.2

cat >check.mjs <<'CODE'
import { Cite } from '@citation-js/core';
import '@citation-js/plugin-bibtex';
for (const text of ['{\\AA}ngstr{\\"o}m', 'H{\\aa}kan', '{\\O}stlund', 'B{\\ae}rg', '{\\L}ukasz']) {
  const [{ author, title }] = new Cite(`@book{x, author={${text}, Ida}, title={${text} and more{\\ldots} for {\\pounds}5}}`).data;
  console.log(`${author[0].family} | ${title}`);
}
CODE

cat >expected.txt <<'SEEN'
\AAngström | \AAngström and more\ldots for \pounds5
H\aakan | H\aakan and more\ldots for \pounds5
Østlund | Østlund and more\ldots for \pounds5
Bærg | Bærg and more\ldots for \pounds5
Łukasz | Łukasz and more\ldots for \pounds5
SEEN

node check.mjs >seen.txt
diff expected.txt seen.txt
cat seen.txt
