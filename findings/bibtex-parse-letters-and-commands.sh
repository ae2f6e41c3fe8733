#!/bin/sh
# bibtex-parse 2.1.0: of TeX's commands only the brackets are taken away, so that M{\"u}ller is M"uller, with a quotation mark in the name,
# {\O}rsted is "\Orsted" and \emph{never} is "\emphnever". One would expect letters (LaTeX's manual: \"u is ü, \O is Ø), or the field as it
# stands in the file: where brackets and backslash still stand, a second reader can make letters of it, and of what is left nobody can,
# since nothing tells where the command ends. `parse()` keeps the field as it is written ("raw"): read that, and make the letters from it.
# Needs Node 20 or later and npm; installs into a temporary folder. Fails if what is seen changes.
set -eu
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund --ignore-scripts --save-exact bibtex-parse@2.1.0

cat >check.mjs <<'CODE'
import bibtex from 'bibtex-parse';
const file = String.raw`@article{a, author = {M{\"u}ller, J{\'o}n and {\O}rsted, {\AA}sa and Gar{\c{c}}on, {\v{S}}im}, title = {We \emph{never} paid}}`;
const [entry] = bibtex.entries(file);
console.log(entry.AUTHOR);
console.log(entry.TITLE);
const fields = bibtex.parse(file)[0].fields;
console.log(fields.map((field) => field.raw).join('\n'));
CODE

cat >expected.txt <<'SEEN'
M"uller, J'on and \Orsted, \AAsa and Gar\ccon, \vSim
We \emphnever paid
{M{\"u}ller, J{\'o}n and {\O}rsted, {\AA}sa and Gar{\c{c}}on, {\v{S}}im}
{We \emph{never} paid}
SEEN

node check.mjs >seen.txt
diff expected.txt seen.txt
cat seen.txt
