import { decodeHTML } from 'entities';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { VFile } from 'vfile';
import { readHead, type ArticleHead } from '../../../src/archive/article.ts';
import { clean, type CleanText } from '../../../src/intake/clean.ts';
import { html } from '../../../src/intake/formats/html/index.ts';
import { read } from '../../../src/intake/read.ts';
import { certain } from '../../../src/text/certain.ts';

const fileOf = (source: string) =>
  new VFile({ path: 'content/sources/a.html', value: new TextEncoder().encode(source) });

function headOf(source: string): ArticleHead & { file: VFile; source: string } {
  const file = fileOf(source);
  const raw = certain(read(file), file.messages.map(String).join('\n'));
  return { ...certain(readHead(raw, file), 'a page has a head'), file, source };
}

const linesOf = ({ text, blocks }: CleanText): string[] =>
  blocks.map(({ start, end }) => text.slice(start, end));

/** The lines of a body, and what of the source each stands for. */
function linesAndSource(body: string): [line: string, exact: string][] {
  const source = `<!doctype html><title>A</title><body>${body}`;
  const text = clean(certain(read(fileOf(source)), 'a page'));
  return text.blocks.map(({ start, end }) => [
    text.text.slice(start, end),
    text
      .toSource({ start, end })
      .map(({ exact }) => exact)
      .join('|'),
  ]);
}
const shown = (body: string) => linesAndSource(body).map(([line]) => line);

const PROSE = [1, 2, 3, 4].map(
  (i) =>
    `The council of the harbour town voted on Monday to keep night ferry ${i} for years, in spite of what it costs.`,
);
const paragraphs = PROSE.map((line) => `<p>${line}</p>`).join('\n');

describe('words are those that a browser shows', () => {
  test.each([
    [
      'references',
      '<p>Caf&eacute; &amp; bar &ldquo;now&#8221; &copy 2020 &notit;',
      'Café & bar “now” © 2020 ¬it;',
    ],
    ['a reference that is none', '<p>AT&T; R&D & co', 'AT&T; R&D & co'],
    ['characters outside the first plane', '<p>A &#x1F600; and 😀 here', 'A 😀 and 😀 here'],
    ['an ampersand written twice', '<p>Say &amp;amp; for it', 'Say &amp; for it'],
    ['line breaks of the source', '<p>One\r\ntwo\rthree\n\n  four', 'One two three four'],
    ['soft hyphens', '<p>har&shy;bour mas\u00adter', 'harbour master'],
    ['a place where a word may break', '<p>har<wbr>bour', 'harbour'],
    ['inline elements', '<p>The <b>old</b> <a href="/x"><i>har</i>bour</a>.', 'The old harbour.'],
    ['comments within a word', '<p>har<!-- x > y -->bour', 'harbour'],
    ['an end tag without a name', '<p>har</>bour', 'harbour'],
    [
      'a quotation that the browser marks',
      '<p>She said <q>it <q>runs</q></q> now',
      'She said “it ‘runs’” now',
    ],
    [
      'a quotation with marks of its own',
      '<p>She said <q>“it runs”</q> now',
      'She said “it runs” now',
    ],
    ['a quotation between marks', '<p>She said “<q>it runs</q>” now', 'She said “it runs” now'],
    ['a drop cap', '<p><span class="cap" aria-hidden="true">T</span>he boat', 'The boat'],
    ['an ornament', '<p>The boat <i aria-hidden="true">★</i> sails', 'The boat sails'],
    ['words without an end', '<p>The <b>boat <i>sails', 'The boat sails'],
    ['tags that cross', '<p>The <b>boat <i>sails</b> now</i>.', 'The boat sails now.'],
  ])('%s', (_, body, line) => {
    expect(shown(body)).toEqual([line]);
  });

  test.each([
    ['the attribute', '<p hidden>no</p>'],
    ['its style', '<p style="color:red; display : none">no</p>'],
    ['its visibility', '<p style="visibility:hidden">no</p>'],
    ['a template', '<template><p>no</template>'],
    ['a page without scripts', '<noscript><p>no</noscript>'],
    ['a script', '<script>if (a<b) "<p>no"</script>'],
    ['a style sheet', '<style>p::before{content:"no"}</style>'],
    ['a drawing', '<svg><title>no</title><desc>no</desc><path d="M0 0"/></svg>'],
    ['a frame', '<iframe>no</iframe>'],
    ['a film', '<video>no</video><audio>no</audio><canvas>no</canvas>'],
    ['a closed dialog', '<dialog>no</dialog>'],
    ['brackets of ruby', '<ruby><rp>(</rp></ruby>'],
    ['words for listeners', '<span class="visually-hidden">no</span>'],
  ])('not what is hidden by %s', (_, body) => {
    expect(shown(`<p>Yes.</p>${body}<p>And yes.</p>`)).toEqual(['Yes.', 'And yes.']);
  });

  test('lines, lists, tables, quotations and headings are blocks', () => {
    const body =
      '<h2>Head</h2>loose words<ul><li>one<li>two</ul><table><tr><td>a<td>b</table>' +
      '<p>Line one.<br>Line two.</p><dl><dt>term<dd>meaning</dl><blockquote>words</blockquote>';
    expect(shown(body)).toEqual([
      'Head',
      'loose words',
      'one',
      'two',
      'a',
      'b',
      'Line one.',
      'Line two.',
      'term',
      'meaning',
      'words',
    ]);
  });

  test('a line break within a sentence parts nothing', () => {
    expect(linesAndSource('<p>According to Ida Berg,<br>\nthe boat sails.</p>')).toEqual([
      ['According to Ida Berg, the boat sails.', 'According to Ida Berg,<br>\nthe boat sails.'],
    ]);
  });

  test.each([
    'The board of the Cormel Free Library has put off <br> Thursday until it hears the mayor.',
    'The board of the library has put off the sale until it hears from Ada <br> Corbin, a <br> trustee.',
    'Ida Berg, <br> 61, of Cormel, keeps the key.',
    '“Nobody asked us about the key,” <br> she said.',
    '“Who keeps the key at night?” <br> asked the mayor.',
    'The key stays where it has been kept since the war — <br> with the verger.',
    'Nobody counts the keys; <br> nobody counts the doors.',
    'The verger calls that “a great <br> nuisance.”',
    "''We had one such key in <br> Aldrey once,'' said the verger. ''It was <br> lost.''",
    'The verger said in a letter to <br> The Cormel Post that it hangs there.',
    'The trustees heard that the key hangs by <br> the <br> Saint Osyth font.',
  ])('a line break amid a sentence parts nothing: %s', (line) => {
    expect(shown(`<p>${line}</p>`)).toEqual([line.replaceAll(' <br> ', ' ')]);
  });

  test.each([
    ['a heading', '<b>What comes next</b><br>The board meets again in a week.'],
    ['a signature', 'The board meets again in a week.<br>Ada Corbin<br>Cormel'],
    ['a by-line', 'By Ada Corbin, who writes of the harbour<br>The board meets again in a week.'],
    ['an address', 'Cormel Free Library<br>12 Weir Street<br>Cormel'],
    ['an address of a site', 'Where to get a ticket<br>www.cormel.example'],
    ['a label', 'Ada Corbin: We keep it<br>Ida Berg: You do not keep it at all.'],
    [
      'items without a stop',
      'Ada Corbin voted to keep the key where it now hangs<br>Ida Berg voted to hand the key over to the verger',
    ],
  ])('%s is a line of its own', (_, lines) => {
    expect(shown(`<p>${lines}</p>`)).toEqual(lines.replace(/<\/?b>/g, '').split('<br>'));
  });

  test('preformatted text keeps its paragraphs', () => {
    expect(shown('<pre>\r\nOne line\r\nof two.\r\n\r\nAnother.</pre>')).toContain('Another.');
  });

  test('the lines above a piece of a page are lines', () => {
    const { text } = headOf(`Ferry to stay\nBy Ann Lee\n\n${paragraphs}\n`);
    expect(linesOf(text).slice(0, 3)).toEqual(['Ferry to stay', 'By Ann Lee', PROSE[0]]);
  });
});

describe('every place leads into the page as it was captured', () => {
  test.each([
    ['<p>A &ldquo;b&rdquo; <b>c</b></p>', 'A &ldquo;b&rdquo; <b>c'],
    ['<p>&ldquo;Yes,&rdquo; she said</p>', '&ldquo;Yes,&rdquo; she said'],
    ['<p>See <q>it</q></p>', 'See <q>it</q>'],
    ['<p>a\r\nb</p>', 'a\r\nb'],
  ])('%s', (body, exact) => {
    expect(linesAndSource(body).map(([, source]) => source)).toEqual([exact]);
  });

  test('what a browser moves out of a table stands in the order of the source', () => {
    const lines = linesAndSource(
      '<div>before <table><tr><td>cell</td></tr>moved</table> after</div>',
    );
    expect(lines.map(([line]) => line)).toEqual(['before', 'cell', 'moved', 'after']);
    for (const [line, exact] of lines) expect(exact).toBe(line);
  });

  const piece = fc.oneof(
    fc.constantFrom(
      'word',
      ' ',
      '\r\n',
      '&amp;',
      '&ldquo;',
      '&rdquo;',
      '&nbsp;',
      '&shy;',
      '&#8217;',
      '&lt',
      '&',
      '<b>',
      '</b>',
      '<i>',
      '</i>',
      '<a href="/x?a=1&amp;b=2">',
      '</a>',
      '<p>',
      '</p>',
      '<div>',
      '</div>',
      '<br>',
      '<q>',
      '</q>',
      '<!-- c -->',
      '<li>',
      '<table>',
      '<td>',
      '<tr>',
      '</table>',
      '</>',
      '<span hidden>',
      '</span>',
      '<pre>\n',
      '</pre>',
      '<blockquote>',
      '</blockquote>',
      '<h1>',
      '</h1>',
      '😀',
      'é',
      '“',
      '"',
      '<nav>',
      '</nav>',
      '<script>a<b</script>',
      '<svg><text>',
      '</text></svg>',
      '<font size=1>',
      '</body>',
    ),
    fc.string({ maxLength: 5 }).map((text) => text.replace(/[\0<]/g, '')),
  );
  test('each character of each block reads back, in order', () => {
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 60 }), (pieces) => {
        const source = `<!doctype html>${pieces.join('')}`;
        let before = 0;
        for (const { chars, starts, ends } of html.read(source, 0, 'a.html')) {
          expect([starts.length, ends.length]).toEqual([chars.length, chars.length]);
          for (const [i, start] of starts.entries()) {
            const written = source.slice(start, ends[i]);
            expect(start).toBeGreaterThanOrEqual(before);
            before = start;
            const char = chars.charAt(i);
            const isMark = /^<\/?q\b/i.test(written) || written === '';
            if (/\s/.test(char)) expect(written).toMatch(/^(?:\s+|<br>|&.*)$/s);
            else if (isMark) expect(char).toMatch(/[“”‘’]/);
            else expect(decodeHTML(written)).toContain(char);
          }
        }
      }),
      { numRuns: 500 },
    );
  });
});

const PAGE = `<!DOCTYPE html><html lang="en-GB"><head><meta charset="utf-8"><title>Ferry to stay | Harbour Post</title>
<link rel="canonical" href="https://post.example/ferry"><meta property="og:site_name" content="Harbour Post">
<meta property="og:title" content="Ferry to stay">
<script type="application/ld+json">{"@context":"https://schema.org","@graph":[{"@type":"NewsArticle","headline":"Ferry to stay",
"datePublished":"2021-05-03T23:30:00+02:00","dateModified":"2021-05-09","author":{"@id":"#ann"},"publisher":{"@type":"Organization","name":"Harbour Post"}},
{"@type":"Person","@id":"#ann","name":"Ann Lee"},]}</script></head>
<body><header><nav><ul><li><a href="/">Home</a></li><li><a href="/n">News</a></li></ul></nav></header>
<main><article><p class="kicker">Harbour</p><h1>Ferry to stay</h1><p class="standfirst">Long quarrel ends in a narrow vote</p>
<p class="byline">By <a rel="author" href="/ann">Ann Lee</a> and Bo Berg</p><time datetime="2021-05-03T23:30:00+02:00">3 May 2021</time>
<figure><img src="a.jpg" alt="x"><figcaption>The boat at dawn</figcaption></figure>
${paragraphs}<blockquote><p>It will run all night.</p><footer>— Mara Obi</footer></blockquote>
<aside class="related"><h3>Read next</h3><ul><li><a href="/x">Another story</a></li></ul></aside>
<div class="share-tools"><a href="#">Share this</a></div></article></main>
<section id="comments"><h2>Comments</h2><p>I do not agree with the council at all, said nobody in particular, ever.</p></section>
<footer><p>© 2021 Harbour Post</p></footer></body></html>`;

describe('the article of a page', () => {
  const { text, meta, language, file } = headOf(PAGE);
  const roles = meta.blocks.map(
    ({ role, rule, start, end }) => `${rule ?? role}: ${text.text.slice(start, end)}`,
  );

  test('is found, and the rest stays with a reason', () => {
    expect(roles).toEqual([
      'page-masthead: Home',
      'page-masthead: News',
      'page-outside: Harbour',
      'title: Ferry to stay',
      'dek: Long quarrel ends in a narrow vote',
      'byline: By Ann Lee and Bo Berg',
      'dateline: 3 May 2021',
      'caption: The boat at dawn',
      ...PROSE.map((line) => `paragraph: ${line}`),
      'quote: It will run all night.',
      'paragraph: — Mara Obi',
      'page-related: Read next',
      'page-related: Another story',
      'page-sharing: Share this',
      'page-comments: Comments',
      'page-comments: I do not agree with the council at all, said nobody in particular, ever.',
      'page-footer: © 2021 Harbour Post',
    ]);
  });

  test('what the page states is taken where it agrees with what is printed', () => {
    expect(meta.title).toBe('Ferry to stay');
    expect(meta.byline.map(({ name }) => name)).toEqual(['Ann Lee', 'Bo Berg']);
    expect(meta.published?.edtf).toBe('2021-05-03');
    expect(meta.outlets).toEqual(['Harbour Post']);
    expect(meta.original).toBe('https://post.example/ferry');
    expect(language).toEqual({ tag: 'en-GB', basis: 'stated' });
    expect(meta.stated?.filter(({ fact }) => fact === 'published')).toEqual([
      { fact: 'published', value: '2021-05-03T23:30:00+02:00', where: '<time>', taken: true },
      {
        fact: 'published',
        value: '2021-05-03T23:30:00+02:00',
        where: 'JSON-LD datePublished',
        taken: true,
      },
    ]);
  });

  test('links lead where the page leads', () => {
    const [byline] = meta.blocks.filter(({ role }) => role === 'byline');
    expect(byline?.inlines.map(({ href }) => href)).toEqual(['https://post.example/ann']);
  });

  test('nothing is said where nothing disagrees', () =>
    expect(file.messages.filter(({ ruleId }) => ruleId === 'facts-disagree')).toEqual([]));
});

describe('facts that disagree', () => {
  const page = (head: string, byline = '', lang = 'en') =>
    headOf(
      `<!doctype html><html lang="${lang}"><head><title>Ferry to stay</title>${head}</head><body><article><h1>Ferry to stay</h1>${byline}${paragraphs}</article>`,
    );
  const said = ({ file }: { file: VFile }) =>
    file.messages.filter(({ ruleId }) => ruleId === 'facts-disagree').map(({ reason }) => reason);

  test('the printed by-line wins, and the other author is named', () => {
    const head = page('<meta name="author" content="Bo Berg">', '<p class="byline">By Ann Lee</p>');
    expect(head.meta.byline.map(({ name }) => name)).toEqual(['Ann Lee']);
    expect(said(head)).toEqual([
      'Unexpected second value for `author`: `Bo Berg` (author), expected `Ann Lee` (as printed), which is taken',
    ]);
  });

  test('two days of publication', () => {
    const head = page(
      '<meta property="article:published_time" content="2021-05-03"><meta name="date" content="2019-01-01">',
    );
    expect(head.meta.published?.edtf).toBe('2021-05-03');
    expect(said(head)).toEqual([
      'Unexpected second value for `published`: `2019-01-01` (date), expected `2021-05-03` (article:published_time), which is taken',
    ]);
  });

  test('a language that the words are not in', () => {
    const head = page('', '', 'de');
    expect(head.language).toEqual({ tag: 'en', basis: 'detected' });
    expect(said(head)).toHaveLength(1);
  });

  test('one title in several forms is no disagreement', () =>
    expect(said(page('<meta property="og:title" content="Ferry to stay | Post">'))).toEqual([]));
});

describe('what programs that save pages leave', () => {
  test.each([
    [
      'SingleFile',
      '<!DOCTYPE html> <html lang=en><!--\n Page saved with SingleFile \n url: https://post.example/ferry \n saved date: Thu Mar 07 2024 12:00:00 GMT+0100 (CET)\n-->',
      'https://post.example/ferry',
      '2024-03-07',
    ],
    [
      'a browser',
      '<!DOCTYPE html>\n<!-- saved from url=(0026)https://post.example/ferry -->\n<html>',
      'https://post.example/ferry',
      undefined,
    ],
    [
      'a reader view',
      '<!DOCTYPE html><div class="reader-header"><a class="domain reader-domain" href="https://post.example/ferry">post.example</a></div>',
      'https://post.example/ferry',
      undefined,
    ],
    [
      'SingleFile above the type of the document',
      '<!--\n Page saved with SingleFile \n url: https://post.example/ferry \n saved date: Thu Mar 07 2024 12:00:00 GMT+0100 (CET)\n--><!DOCTYPE html>',
      'https://post.example/ferry',
      '2024-03-07',
    ],
  ])('%s', (_, opening, address, captured) => {
    const { meta } = headOf(`${opening}<title>A ferry</title><h1>A ferry</h1>${paragraphs}`);
    expect(meta.original).toBe(address);
    expect(meta.captured?.edtf).toBe(captured);
  });
});

test('an undoing is decided by what the page shows', () => {
  const source = `<!doctype html><title>A ferry</title><script>var a = "&amp;quot;"</script><h1>A ferry</h1><p>&amp;ldquo;We will,&amp;rdquo; said Mara Obi of the harbour, &amp;ldquo;keep it.&amp;rdquo;</p>${paragraphs}`;
  const { text } = headOf(source);
  expect(linesOf(text)[1]).toBe('“We will,” said Mara Obi of the harbour, “keep it.”');
  const at = text.text.indexOf('We will');
  expect(text.toSource({ start: at - 1, end: at + 7 })[0]?.exact).toBe('&amp;ldquo;We will');
});

describe('a page in another encoding is refused with the line that mends it', () => {
  const refused = (head: string, body: Uint8Array) => {
    const start = new TextEncoder().encode(`<!doctype html><html><head>${head}<title>A</title>`);
    const file = new VFile({ path: 'a.html', value: Buffer.concat([start, body]) });
    expect(read(file)).toBeNull();
    return String(file.messages[0]?.reason) + String(file.messages[0]?.note);
  };
  test.each([
    ['<meta charset="iso-8859-1">', 'windows-1252', 'WINDOWS-1252'],
    [
      '<meta http-equiv="Content-Type" content="text/html; charset=Shift_JIS">',
      'shift_jis',
      'SHIFT_JIS',
    ],
    ["<meta charset='koi8-r'>", 'koi8-r', 'KOI8-R'],
    ['', 'windows-1252', 'WINDOWS-1252'],
  ])('%s', (head, name, from) => {
    const words = refused(head, Uint8Array.of(0x93, 0x61, 0x94));
    expect(words).toContain(`web page in ${name},`);
    expect(words).toContain(`iconv -f ${from} -t UTF-8`);
  });

  test('bytes that are UTF-8 are read as UTF-8, whatever the page says', () => {
    const { text } = headOf(
      `<!doctype html><meta charset="windows-1252"><title>Café</title><h1>Café</h1>${paragraphs}`,
    );
    expect(linesOf(text)[0]).toBe('Café');
  });

  test('bytes that switch between alphabets', () =>
    expect(refused('<meta charset=iso-2022-jp>', Buffer.from('<p>\u001b$B$3$s\u001b(B'))).toContain(
      'ISO-2022-JP',
    ));
});

describe('a page that is made to take long is refused at once', () => {
  test.each([
    ['nested', '<div>'.repeat(50_000), 'elements within elements'],
    [
      'attributes',
      `<p ${Array.from({ length: 120_000 }, (_, i) => `a${i}`).join(' ')}>x`,
      'attributes of one element',
    ],
    ['elements', '<p>a<i>'.repeat(250_000), 'more than'],
  ])('%s', (_, body, words) => {
    const file = fileOf(`<!doctype html><title>A</title><body>${body}`);
    expect(read(file)).toBeNull();
    expect(file.messages.map(({ ruleId }) => ruleId)).toEqual(['beyond-measure']);
    expect(file.messages[0]?.reason).toContain(words);
  });

  test('what looks hard is read', () => {
    for (const body of [
      '<'.repeat(50_000),
      '&'.repeat(50_000),
      '<!--'.repeat(20_000),
      '<table>x'.repeat(200),
    ])
      expect(read(fileOf(`<!doctype html><p>We will.</p>${body}`))?.format.name).toBe('html');
  });
});
