/** Saved pages that hold no article are told from those that do. */
import { VFile } from 'vfile';
import { expect, test } from 'vitest';
import { readHead } from '../../src/archive/article.ts';
import { instead } from '../../src/intake/no-article.ts';
import { read } from '../../src/intake/read.ts';
import { certain } from '../../src/text/certain.ts';

function insteadOf(source: string): string | null {
  const file = new VFile({ path: 'a.html', value: new TextEncoder().encode(source) });
  const raw = certain(read(file), file.messages.map(String).join('\n'));
  const head = certain(readHead(raw, file), 'a page has a head');
  const { tag, basis } = head.language;
  return instead(head.meta, head.text.text, basis === 'default' ? null : tag, () =>
    certain(raw.format.heldByScripts, 'a page')(raw.text),
  );
}
const page = (title: string, body: string) =>
  `<!doctype html><html><head><title>${title}</title></head><body>${body}</body></html>`;
const WORDS =
  'The town council of Sandhaven voted on Tuesday to keep the last ferry across the estuary. ';

test.each([
  ['a server refuses', page('403 Forbidden', '<center><h1>403 Forbidden</h1></center><hr>nginx')],
  [
    'it is gone',
    page(
      'Post - Courier',
      '<main><h1>Page not found</h1><p>We could not find what you asked for.</p></main>',
    ),
  ],
  [
    'a guard asks',
    page(
      'Just a moment...',
      '<h1>courier.example</h1><p>Verifying you are human. This may take a few seconds.</p>',
    ),
  ],
  [
    'consent is asked for',
    page(
      'Courier',
      '<main><h1>We value your privacy</h1><p>We and our 412 partners keep and read data on a device, to measure and to show advertisements.</p></main>',
    ),
  ],
  ['with nothing but a heading', page('404 Not Found', '<h1>Not Found</h1>')],
  ['too short to tell its language', page('Page not found', '<p>Oops.</p>')],
  ['in German', page('Seite nicht gefunden', '<p>Leider gibt es diese Seite nicht mehr.</p>')],
])('the page of a fault: %s', (_, source) => {
  expect(insteadOf(source)).toMatch(/^is the page of a fault/);
});

const BOATS = ['Tern', 'Alca', 'Fulmar', 'Puffin', 'Curlew'];
const teaser = (boat: string, words: string) =>
  `<h2><a href="/${boat}">The ferry ${boat} goes to the yard</a></h2><p>On the ${boat} they know. ${words}</p>`;
const listed = (head: string, words: string) =>
  page(
    'Harbour - Courier',
    `<main><h1>Harbour</h1>${head}${BOATS.map((boat) => teaser(boat, words)).join('')}</main>`,
  );
test('a list of articles is none of them', () =>
  expect(insteadOf(listed('', 'She leaves on Friday for a new deck, the yard says…'))).toMatch(
    /^is a list of articles and none of them: 5 headings/,
  ));
test.each([
  ['with a day of its own', listed('<p>3 May 2021</p>', 'She leaves on Friday for a new deck.')],
  ['with paragraphs of text', listed('', WORDS.repeat(5))],
])('an article whose headings lead elsewhere: %s', (_, source) =>
  expect(insteadOf(source)).toBeNull(),
);

test.each([
  [
    'frames',
    '<html><head><title>Gazette</title></head><frameset cols="120,*"><frame src="a.html"></frameset></html>',
  ],
  [
    'an application',
    page(
      'Council votes | Courier',
      '<noscript>Enable JavaScript.</noscript><div id="root"></div><script>a="b"</script>',
    ),
  ],
])('no words of its own: %s', (_, source) => {
  expect(insteadOf(source)).toMatch(/^holds no running text/);
});

const HELD = WORDS.repeat(10);
test.each([
  [
    'linked data',
    `<script type="application/ld+json">${JSON.stringify({ '@type': 'NewsArticle', articleBody: HELD })}</script><div id="root"></div>`,
    /^shows 0 words: .*\(160 words in JSON-LD/,
  ],
  [
    'data of an application',
    `<div id="app"></div><script id="__STORE__" type="application/json">${JSON.stringify({ page: { body: `<p>${HELD}</p>` } })}</script>`,
    /in `<script id="__STORE__">`\)$/,
  ],
  [
    'a script, below a notice',
    `<p>Loading the story.</p><p>Please allow scripts to read this page.</p><script>window.STATE=${JSON.stringify({ text: HELD })}</script>`,
    /^shows \d+ words: .* in a script\)$/,
  ],
])('words that stand in %s alone', (_, body, why) => {
  expect(insteadOf(page('Ferry stays', body))).toMatch(why);
});

test.each([
  ['a short one', page('Ferry stays', `<h1>Ferry stays</h1><p>${WORDS}</p>`)],
  [
    'one about a fault',
    page(
      '404: how the page was lost',
      `<h1>404: how the page was lost</h1><p>${WORDS.repeat(12)}</p>`,
    ),
  ],
  [
    'one about humans',
    page(
      'Access to the pier denied to anglers',
      `<h1>Access to the pier denied to anglers</h1><p>${WORDS}</p>`,
    ),
  ],
])('an article: %s', (_, source) => {
  expect(insteadOf(source)).toBeNull();
});

test('a page of links and no text is said to be one', () => {
  const links = BOATS.flatMap((boat) => [boat, `${boat} II`]).map(
    (boat) => `<li><a href="/${boat}">The ferry ${boat} goes to the yard</a></li>`,
  );
  expect(insteadOf(page('Kept links', `<h1>Kept links</h1><ul>${links.join('')}</ul>`))).toMatch(
    /^holds no running text, but 10 links/,
  );
});
