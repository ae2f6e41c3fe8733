import { VFile } from 'vfile';
/** Pages in the manners of their makers and times: what is the article, what states its facts, what a browser hides. */
import { describe, expect, test } from 'vitest';
import { readHead } from '../../../src/archive/article.ts';
import { read } from '../../../src/intake/read.ts';
import type { Card } from '../../../src/intake/cards/read.ts';
import type { ArticleCard } from '../../../src/intake/cards/schema.ts';
import { H1, P, paragraphs, readPage, TITLE } from '../../support/pages.ts';
import { certain } from '../../../src/text/certain.ts';

describe('what style sheets of the page hide is not drawn', () => {
  const hidden =
    '<p class="x1 note" id="n">You have read three of five articles, says our editor.</p>';
  const shown = (css: string, media = '') =>
    readPage(
      `<article>${H1}${paragraphs(0, 2)}${hidden}${paragraphs(2)}</article>`,
      `<title>A</title><style${media}>${css}</style>`,
    ).all.includes('You have read');
  test.each([
    ['a class', '.x1{display:none}'],
    ['an element with a class', 'p.x1 { color: red; display : none !important }'],
    ['an id', '#n{visibility:hidden}'],
    ['one within another', 'article .x1{display:none}'],
    ['of several', '.a,.x1,.b{display:none}'],
    ['moved out of sight', '.x1{position:absolute;left:-9999px}'],
    [
      'within comments and rules for screens',
      '<!-- /* a */ @media screen{ .x1{display:none} } -->',
    ],
    ['the stronger of two', 'p{display:block}.x1{display:none}'],
    ['the later of two', '.x1{display:block}.note{display:none}'],
  ])('%s', (_, css) => expect(shown(css)).toBe(false));
  test.each([
    ['for print', '@media print{.x1{display:none}}'],
    ['for small windows', '@media (max-width:600px){.x1{display:none}}'],
    ['shown by an id', '.x1{display:none}#n{display:block}'],
    ['shown by what is not known', '.x1{display:none}.js .x1:not(.y){display:block}'],
    ['not with that class', '.x1.other{display:none}'],
    ['only when pointed at', '.x1:hover{display:none}'],
    ['only beside another', '.other + .x1{display:none}'],
  ])('but not %s', (_, css) => expect(shown(css)).toBe(true));
  test('a sheet for print hides nothing', () =>
    expect(shown('.x1{display:none}', ' media="print"')).toBe(true));
  test('what holds the text of the page is shown by a script', () => {
    const { article } = readPage(
      `<div class="x1">${H1}${paragraphs()}</div>`,
      '<title>A</title><style>.x1{display:none}</style>',
    );
    expect(article).toEqual(P);
  });
});

describe('what stands within the article and is none', () => {
  test.each([
    [
      'one link in a paragraph',
      '<p>[ <a href="/a">Karla Venn: the minister who would not go</a> ]</p>',
    ],
    ['one link in a list', '<ul><li><a href="/a">Explainer: what is an estuary?</a></li></ul>'],
    ['a row of links', '<div><a href="/w">Weather</a> <a href="/c">Carrow</a></div>'],
    ['a row of links by name', '<div data-component="tags"><a href="/w">Weather</a></div>'],
    ['buttons', '<p><button>Listen</button><button>Share</button></p>'],
    [
      'a box that asks for an address of mail',
      '<div><h3>Get the Courier by post</h3><p>Our free letter, every morning at six, with the tides and all that is new.</p><form><input type="email"><button>Go</button></form></div>',
    ],
    [
      'the foot of an entry',
      '<footer class="entry-footer">Posted in News, tagged ferry, council</footer>',
    ],
    ['a list that is still loading', '<amp-list><div>Loading more stories</div></amp-list>'],
  ])('%s', (_, box) => {
    const { article } = readPage(
      `<main><article>${H1}${paragraphs(0, 2)}${box}${paragraphs(2)}</article></main>`,
    );
    expect(article).toEqual(P);
  });
  test('counts and buttons between title and text', () => {
    const { article } = readPage(
      `<article>${H1}<p><button>Follow</button></p><p>12</p>${paragraphs()}</article>`,
    );
    expect(article).toEqual(P);
  });
  test('but a paragraph with a link is, and so is a linked name in a table', () => {
    const words = 'The <a href="/r">report</a> was published in May, said the board.';
    const { article } = readPage(
      `<article>${H1}${paragraphs(0, 2)}<p>${words}</p><blockquote><p><a href="/x">We have done what we could for the town</a></p></blockquote>${paragraphs(2)}</article>`,
    );
    expect(article).toContain('The report was published in May, said the board.');
    expect(article).toContain('We have done what we could for the town');
  });
});

describe('pages without headings', () => {
  const old = (title: string, rest = '') =>
    `<table><tr><td><font size=5 color=white><b>The Harl Gazette Online</b></font></td></tr><tr><td><font size="2"><a href="a.htm">Front page</a><br><a href="b.htm">Letters</a></font></td><td><b><font size="+3">${title}</font></b><br><font size=2><b>By Mara Lindqvist</b><br>Wednesday, April 21, 1999; Page A1</font><p>${P.join('<br><br>')}${rest}</td></tr></table>`;
  test('the title is the line in large letters that the page states', () => {
    const { meta, authors, outlet, article } = readPage(
      old('Council votes to keep night ferry'),
      '<title>The Harl Gazette Online: Council votes to keep night ferry</title>',
    );
    expect(meta.title).toBe('Council votes to keep night ferry');
    expect([authors, outlet]).toEqual([['Mara Lindqvist'], 'The Harl Gazette Online']);
    expect(meta.published?.edtf).toBe('1999-04-21');
    expect(article).toEqual(P);
  });
  test('or the last one above the text', () => {
    const { meta } = readPage(old('Council votes to keep night ferry'), '<title>Story 12</title>');
    expect(meta.title).toBe('Council votes to keep night ferry');
  });
  test('a large first letter is no line', () => {
    const { article } = readPage(
      `${H1}<p><font size=7>T</font>he ${(P[0] ?? '').slice(4)}</p>${paragraphs(1)}`,
    );
    expect(article).toEqual(P);
  });
});

describe('who published it', () => {
  const story = `<article>${H1}${paragraphs()}</article>`;
  const outletOf = (head: string, body = story) => readPage(body, head).outlet;
  const title = 'Council votes to keep night ferry';
  test.each([
    ['a view of the page', `<title>${title} - Printable version</title>`],
    ['a section', `<title>${title} | News</title>`],
    ['an author', `<title>${title} - by Peter Aldous</title>`],
  ])('not what stands beside the title: %s', (_, head) => expect(outletOf(head)).toBeNull());
  test('a section in another language neither', () => {
    const german = `<article><h1>Rat behält die Nachtfähre</h1>${'<p>Der Rat der Stadt behält die letzte Fähre über die Bucht, weil viele mit ihr fahren.</p>'.repeat(3)}</article>`;
    const named = (name: string) =>
      outletOf(`<title>Rat behält die Nachtfähre | ${name}</title>`, german);
    expect(['Politik', 'News', 'Buchter Bote'].map(named)).toEqual([null, null, 'Buchter Bote']);
  });
  test.each([
    ['an address', ['https://www.carrow.example'], 'carrow.example'],
    ['an account', ['@carrowweekly'], 'carrowweekly'],
    ['one word that is spelled elsewhere', ['carrowweekly', 'Carrow Weekly'], 'Carrow Weekly'],
    ['a company', ['Carrow Weekly Verlag GmbH', 'Carrow Weekly'], 'Carrow Weekly'],
  ])('by the name that readers know it by, where it states %s', (_, [first, second], outlet) => {
    const name = second ? `<meta name="application-name" content="${second}">` : '';
    const data = JSON.stringify({ '@type': 'NewsArticle', publisher: { name: first } });
    const head = `<title>${title}</title>${name}<script type="application/ld+json">${data}</script>`;
    expect(outletOf(head)).toBe(outlet);
  });
  test('a platform least of all', () => {
    const data = {
      '@type': 'NewsArticle',
      headline: title,
      publisher: { name: 'The Slow Reader' },
    };
    const head = `<title>${title}</title><meta property="og:site_name" content="Medium"><script type="application/ld+json">${JSON.stringify(data)}</script>`;
    expect(outletOf(head)).toBe('The Slow Reader');
  });
  test.each([
    ['the country of an edition', 'U.S.'],
    ['the title', title],
  ])('not what a page gives for its name: %s', (_, name) => {
    const data = { '@type': 'NewsArticle', headline: title, publisher: { name: 'Carrow Weekly' } };
    const head = `<title>${title}</title><meta property="og:site_name" content="${name}"><script type="application/ld+json">${JSON.stringify(data)}</script>`;
    expect(outletOf(head)).toBe('Carrow Weekly');
  });
  test.each([
    ['By Lena Farrow, 30 January 2022', null],
    ['Lena Farrow, Carrow Weekly, 30 January 2022', 'Carrow Weekly'],
    ['Carrow Weekly, 30 January 2022', 'Carrow Weekly'],
  ])('before a date: %s', (line, outlet) => {
    const read = readPage(`${H1}<p>${line}</p>${paragraphs()}`);
    expect(read.outlet).toBe(outlet);
    expect(read.authors).toEqual(line.includes('Farrow') ? ['Lena Farrow'] : []);
    expect(read.meta.published?.edtf).toBe('2022-01-30');
  });
  test('two authors in a row are no author and an outlet', () => {
    const read = readPage(
      `${H1}<div class="reader-credits">Jonas Whitlock, Adaeze Bello</div>${paragraphs()}`,
    );
    expect([read.authors, read.outlet]).toEqual([['Jonas Whitlock', 'Adaeze Bello'], null]);
  });
});

describe('when', () => {
  test.each([
    ['Submitted by Mara Lindqvist on Tue, 18/04/2023 - 22:41', '2023-04-18'],
    ['Published: 04/18/2023 18:12', '2023-04-18'],
    ['Published: 04/03/2023 18:12', null],
  ])('%s', (line, day) =>
    expect(
      readPage(`<article>${H1}<p>${line}</p>${paragraphs()}</article>`).meta.published?.edtf ??
        null,
    ).toBe(day),
  );
  test.each(['article:published:time', 'article_published_time', 'Article.Published_Time'])(
    'in a name that parts its words by other marks: %s',
    (name) => {
      const head = `<title>${TITLE}</title><meta name="${name}" content="2022-01-31T08:00:00Z">`;
      const { meta } = readPage(`<article>${H1}${paragraphs()}</article>`, head);
      expect(meta.published?.edtf).toBe('2022-01-31');
    },
  );
  test('of a page about a recording, when that was put up', () => {
    const data = { '@type': 'VideoObject', name: 'A', uploadDate: '2022-01-31T08:00:00Z' };
    const { meta } = readPage(
      `${H1}${paragraphs()}`,
      `<title>A</title><script type="application/ld+json">${JSON.stringify(data)}</script>`,
    );
    expect(meta.published?.edtf).toBe('2022-01-31');
  });
});

describe('a page saved from a web archive', () => {
  const story = `<article>${H1}<p>Tue 18 April 2023</p>${paragraphs()}</article>`;
  test.each([
    ['https://web.archive.org/web/20230501123456/https://courier.example/ferry/', '2023-05-01'],
    ['https://archive.example/2023.05.01-123456/https://courier.example/ferry/', '2023-05-01'],
    ['https://wayback.example/1234/20230501/http://courier.example/ferry/', '2023-05-01'],
  ])('%s', (copy, day) => {
    const { meta, outlet } = readPage(
      story,
      `<title>A</title><link rel="canonical" href="${copy}"><meta property="og:site_name" content="archive.example"><meta property="og:url" content="https://archive.example/Ab3dE"><meta property="article:published_time" content="2023-05-01T12:34:56Z">`,
    );
    expect(meta.original).toMatch(/^https?:\/\/courier\.example\/ferry\/$/);
    expect(meta.captured?.edtf).toBe(day);
    if (copy.includes('archive.example')) expect(outlet).toBeNull();
    if (!copy.includes('1234/20230501/')) expect(meta.published?.edtf).toBe('2023-04-18');
  });
  test('an address that only looks like one', () => {
    const address = 'https://courier.example/2023/04/18/night-ferry/';
    const { meta } = readPage(story, `<title>A</title><link rel="canonical" href="${address}">`);
    expect([meta.original, meta.captured]).toEqual([address, null]);
  });
});

test.each([
  ['zh', '桑德黑文市议会周二晚间投票决定保留横跨哈尔河口的末班渡轮，结束了自冬季以来的争端。'],
  ['hi', 'सैंडहेवन की नगर परिषद ने मंगलवार रात हार्ल मुहाने पर आखिरी नौका को जारी रखने के लिए मतदान किया।'],
])('the first paragraph is no standfirst in %s', (_, line) => {
  const { article } = readPage(
    `<article><h1>12 34</h1><p class="meta"><time datetime="2023-04-18">2023</time></p><p>${line}</p><p>${line}${line}</p></article>`,
  );
  expect(article[0]).toBe(line);
});

describe('heads in the manners of site builders', () => {
  const title = 'Council votes to keep night ferry';
  test('a column that is called a rail and holds the head', () => {
    const { meta, authors, article } = readPage(
      `<main class="b-right-rail"><section class="b-right-rail__full"><h1>${title}</h1><h2 class="b-subheadline">Fares rise in June</h2><div class="b-byline"><span class="b-byline__by">By </span><span class="b-byline__names"><a href="/a">Lena Farrow</a></span></div></section><section class="b-right-rail__main"><article>${paragraphs()}</article></section></main>`,
      `<title>${title}</title>`,
    );
    expect([meta.title, authors, article]).toEqual([title, ['Lena Farrow'], P]);
  });
  test('a name beside the date, in a span of its own', () => {
    const { authors, meta } = readPage(
      `${H1}<div class="info"><span class="date">18 April 2023, 10:25</span> <span class="author">Lena Farrow</span></div>${paragraphs()}`,
    );
    expect([authors, meta.published?.edtf]).toEqual([['Lena Farrow'], '2023-04-18']);
  });
  test('the words before a name are no name', () => {
    const { authors } = readPage(
      `${H1}<div class="meta"><span class="meta-prep meta-prep-author">Posted on</span> <span class="entry-date">April 18, 2023</span> <span class="meta-sep">by</span> <span class="author vcard"><a href="/a">Lena Farrow</a></span></div>${paragraphs()}`,
    );
    expect(authors).toEqual(['Lena Farrow']);
  });
  test('who asked and who took the pictures', () => {
    const { authors } = readPage(
      `${H1}<p class="author-line">Interview: Nils Aberg · Photographs: Jonna Falk</p>${paragraphs()}`,
    );
    expect(authors).toEqual(['Nils Aberg']);
  });
  test('a label that is not understood is nobody', () => {
    const { authors } = readPage(
      `${H1}<p class="author-line">Drone: Jonna Falk · Sound: Piet Roos</p>${paragraphs()}`,
    );
    expect(authors).toEqual([]);
  });
  test('of a log whose name is the first heading, the title below it', () => {
    const { meta, outlet, article } = readPage(
      `<header><h1 class="title"><a href="/">Harbour Notebook</a></h1></header><div class="hentry"><h3 class="post-title entry-title">${title}</h3><div class="post-body">${P.join('<br><br>')}</div></div>`,
      `<title>Harbour Notebook: ${title}</title>`,
    );
    expect([meta.title, outlet, article]).toEqual([title, 'Harbour Notebook', P]);
  });
  test('words around the name of the section it is filed under', () => {
    const { article } = readPage(
      `<main>${H1}<div><div>by</div><div class="wp-block-post-author-name"><a href="/a">Lena Farrow</a></div><div>in</div><div class="taxonomy-category wp-block-post-terms"><a href="/c">Work</a></div></div><div class="entry-content">${paragraphs()}</div></main>`,
    );
    expect(article).toEqual(P);
  });
  test.each([
    ['where it was filed', '<div class="entry-utility">This entry was posted in Council.</div>'],
    [
      'how a letter is given up',
      '<p>You receive this because you asked for it. <a href="https://a.example/unsubscribe?u=1">Leave</a></p>',
    ],
  ])('%s', (_, foot) => {
    expect(readPage(`<article>${H1}${paragraphs()}${foot}</article>`).article).toEqual(P);
  });
  test.each([
    ['a button', '<button>Follow</button>'],
    ['a line', '<div>Follow</div>'],
  ])('names above the title, each with %s to follow them', (_, follow) => {
    const { meta, authors, article } = readPage(
      `<div class="card"><div><div><a href="/a">Lena Farrow</a>${follow}</div><div><a href="/b">Nils Aberg</a>${follow}</div><small>April 18, 2023</small></div>${H1}<div class="rich">${paragraphs()}</div></div>`,
    );
    expect([authors, article]).toEqual([['Lena Farrow', 'Nils Aberg'], P]);
    expect(meta.published?.edtf).toBe('2023-04-18');
  });
  test('a day above the title without a name is no day of publication', () => {
    const { meta } = readPage(
      `<div><div>April 18, 2023</div><div>Weather</div>${H1}<div>${paragraphs()}</div></div>`,
    );
    expect(meta.published).toBeNull();
  });
  test('a time of a change is no summary', () => {
    const { meta } = readPage(
      `<article>${H1}<div>Lena Farrow</div><div>Updated 9:40 a.m. CET</div>${paragraphs()}</article>`,
    );
    expect(meta.dek).toBeNull();
  });
  test('links below the last words, and the line that leads them in', () => {
    const { article } = readPage(
      `<article>${H1}${paragraphs()}<div><div>Explore more on these topics</div><ul><li><a href="/h">Boats</a></li><li><a href="/n">News</a></li></ul></div></article>`,
    );
    expect(article).toEqual(P);
  });
  test('of a page with one heading of the second level that is the title; the window is called by the paper', () => {
    const { meta, authors, outlet } = readPage(
      `<h2 align=center>${title}</h2><p align=center><i>by Lena Farrow</i><br>8 July 1998</p><hr><blockquote>${P.join('<p>')}</blockquote>`,
      '<title>HARL GAZETTE ONLINE</title>',
    );
    expect([meta.title, authors, outlet]).toEqual([title, ['Lena Farrow'], 'HARL GAZETTE ONLINE']);
    expect(meta.published?.edtf).toBe('1998-07-08');
  });
  test('times between the entries of a page that is written on', () => {
    const entry = (time: string, words = '') =>
      `<div class="post"><time datetime="2023-04-18T${time}Z">${time}</time><h2>Bridge</h2><p>${words}</p></div>`;
    const { article } = readPage(
      `<main>${H1}<div>${entry('14:32', P[0])}${entry('13:50', P[1])}${entry('12:15', P[2])}</div></main>`,
    );
    expect(article).toEqual(P.slice(0, 3).flatMap((words) => ['Bridge', words]));
  });
  test.each([
    [
      'sections between name and title',
      `The Harl Gazette - Local News - ${title}`,
      'The Harl Gazette',
    ],
    [
      'a writer, a month and a platform behind it',
      `${title} | by Lena Farrow | The Slow Reader | May, 2025 | Medium`,
      'The Slow Reader',
    ],
  ])('the outlet beside the title: %s', (_, whole, name) => {
    const head = `<title>${whole}</title><meta property="og:title" content="${title}">`;
    expect(readPage(`${H1}${paragraphs()}`, head).outlet).toBe(name);
  });
});

test('of a piece of a page its title is not the first sentence, where that is known', () => {
  const file = new VFile({ path: 'a.html', value: new TextEncoder().encode(paragraphs()) });
  const raw = certain(read(file, 'html'), 'a piece');
  const card = { data: { title: 'Ferry stays' }, file } as unknown as Card<ArticleCard>;
  const { meta } = certain(readHead(raw, file, { card }), 'it has a head');
  expect(meta.blocks.map(({ role }) => role)).toEqual(P.map(() => 'paragraph'));
});
