#!/bin/sh
# text-annotator 0.9.7: words are looked for in a page as if nothing stood between two paragraphs. “nobody” is found in “said no” and “body
# of rules”, marked over the end of the paragraph, and the mark parts the tags. And words are compared with the page's markup: a quotation
# that the page writes with a reference (`&amp;`, `&ldquo;`) is not there.
# Needs Node 20 or later and npm; installs into a temporary folder. Fails if what is seen changes.
set -eu
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund --ignore-scripts --save-exact text-annotator@0.9.7

cat >check.mjs <<'CODE'
import module from 'text-annotator';
const TextAnnotator = module.default ?? module;
const looks = [
  ['<p>Ida said no.</p><p>Body heat kept the crew alive.</p>', 'no.Body'],
  ['<p>The crew said no</p><p>body of rules was needed.</p>', 'nobody'],
  ['<p>Rope &amp; tar were sold.</p>', 'Rope & tar'],
  ['<p>A &ldquo;new&rdquo; quay.</p>', 'A “new” quay'],
  ['<p>Rope and tar were sold.</p>', 'Rope and tar'],
];
for (const [content, words] of looks) {
  const page = new TextAnnotator({ content });
  const found = page.search(words);
  console.log(words, found, found < 0 ? '' : page.highlight(found));
}
CODE

cat >expected.txt <<'SEEN'
no.Body 0 <p>Ida said <span id="highlight-0" class="highlight">no.</p><p>Body</span> heat kept the crew alive.</p>
nobody 0 <p>The crew said <span id="highlight-0" class="highlight">no</p><p>body</span> of rules was needed.</p>
Rope & tar -1 
A “new” quay -1 
Rope and tar 0 <p><span id="highlight-0" class="highlight">Rope and tar</span> were sold.</p>
SEEN

node check.mjs >seen.txt
diff expected.txt seen.txt
cat seen.txt
