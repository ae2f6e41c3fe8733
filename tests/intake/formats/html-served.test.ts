/** Pages as sites serve them: what stands on them beside the article, and how they print title and names. */
import { describe, expect, test } from 'vitest';
import { H1, P, paragraphs, readPage, TITLE } from '../../support/pages.ts';

const story = (box: string) =>
  `<main><article>${H1}${paragraphs(0, 2)}${box}${paragraphs(2)}</article></main>`;
const GERMAN = [
  'Der Rat der Stadt Sandhaven hat am Dienstagabend beschlossen, die letzte Fähre über die Harl zu behalten.',
  '„Wir lassen das Ostufer nicht im Dunkeln“, sagte der Vorsitzende nach der Abstimmung vor dem Rathaus.',
  'Die Überfahrt werde ab Juni vier Kronen kosten, teilte der Ausschuss für den Verkehr am Mittwoch mit.',
]
  .map((line) => `<p>${line}</p>`)
  .join('');
const TABS = '\n\t\t\t\t\t\t\t'.repeat(20);

describe('beside the article', () => {
  test('a field for mail in a page of much white space is no box around the page', () => {
    const { article } = readPage(
      `<div class="page">${TABS}<section>${TABS}${H1}${paragraphs()}${GERMAN}</section>${TABS}<div>${TABS}<input type="email">${TABS}</div></div>`,
    );
    expect(article.slice(0, 4)).toEqual(P);
  });
  test('nor does one stand around a short article', () => {
    const { article } = readPage(
      `<div>${H1}${paragraphs(0, 2)}<form><input type="email"></form></div>`,
    );
    expect(article).toEqual(P.slice(0, 2));
  });
  test.each([
    [
      'what its name hides',
      '<div class="intro hidden"><p>Readers who sign up may read three articles more in every month of the year.</p></div>',
    ],
    [
      'a wall of its name',
      '<div class="story-register"><p>Create an account to read on, says our editor, and to write to us.</p></div>',
    ],
    [
      'a box that stands there again and again',
      '<div class="slot"><h3>Content of others</h3><p>To see this, allow the content of others to be loaded on this page.</p></div>'.repeat(
        3,
      ),
    ],
    [
      'a pointer with words that lead to it',
      '<p><strong>FUNDA LAPHA</strong> | <a href="/a">Harbour dues to rise in the summer</a></p>',
    ],
    [
      'articles that hold nothing but a title',
      '<div><article><a href="/a"></a><div>Estuary</div><div>Harbour dues to rise</div></article><article><a href="/b"></a><div>Tides</div><div>A new pier for the east bank</div></article></div>',
    ],
    [
      'the player of a film',
      '<div class="jwplayer"><div>We are sorry that this film could not be shown in your window.</div></div>',
    ],
  ])('%s', (_, box) => expect(readPage(story(box)).article).toEqual(P));

  test('pointers in letters without blanks between words', () => {
    const lines = [
      '市議会は火曜日の夜、河口を渡る最終のフェリーを存続させることを賛成多数で決めたと発表した。委員長は料金が上がると述べた。',
      '「東岸を暗闇の中に残すことはしない」と議長は採決の後で記者団に語り、来年度の予算にも費用を計上すると約束した。',
      '住民の一人は取材に対し、橋が閉鎖されてから夜の移動に不便が続いていたと話し、市の決定を歓迎する考えを示した。',
    ];
    const [first = '', second = '', third = ''] = lines;
    const { article } = readPage(
      `<main><h1>夜のフェリーを存続</h1><p>${first}</p><p>${second}</p><div><a href="/a">港の使用料が夏から引き上げへ、市が案を公表</a></div><p>${third}</p></main>`,
      '<title>夜のフェリーを存続</title>',
      'ja',
    );
    expect(article).toEqual(lines);
  });
  test('buttons in a list and the time of reading between title and text', () => {
    const { article } = readPage(
      `<article>${H1}<p>7 min</p><ul><li><div>Print</div></li><li><div>Share by post</div></li></ul>${paragraphs()}</article>`,
    );
    expect(article).toEqual(P);
  });
  test('a caption in a box called after the picture, and whose a picture is', () => {
    const { article, captions } = readPage(
      story(
        '<div class="image-widget"><img src="a.jpg" alt=""><p>The night ferry leaves the pier at Sandhaven.</p></div><figure><img src="b.jpg" alt=""><div>Harl Pictures</div></figure>',
      ),
    );
    expect(article).toEqual(P);
    expect(captions).toEqual(['The night ferry leaves the pier at Sandhaven.', 'Harl Pictures']);
  });
  test.each([
    'author-description is-justify-content-center',
    'authorprofile',
    'authorBio container',
  ])('what its author does, in a box that is called %s', (names) => {
    const { article } = readPage(
      `<article>${H1}${paragraphs()}<div class="${names}"><div>Mira Solen</div><p>Mira Solen writes of ports, piers and the people who keep them, and has done so for eleven years.</p></div></article>`,
    );
    expect(article).toEqual(P);
  });
  test('short news above the title are not the article', () => {
    const news = P.slice(0, 3)
      .map((line) => `<li>${line} ${line}</li>`)
      .join('');
    const { article } = readPage(
      `<div><div class="breaking"><ul>${news}</ul></div><div><h2 class="title">${TITLE}</h2><div>${paragraphs()}</div></div></div>`,
    );
    expect(article.slice(0, 4)).toEqual(P);
  });
});

describe('within the article', () => {
  test('a heading before an advertisement heads the text below it', () => {
    const { article } = readPage(
      story(
        '<h2>What the vote means</h2><div class="ad-slot"><p>Buy a boat at Harl Boats today.</p></div>',
      ),
    );
    expect(article).toEqual([...P.slice(0, 2), 'What the vote means', ...P.slice(2)]);
  });
  test('words of others in a box that is called after where they were posted', () => {
    const { article } = readPage(
      story(
        '<div class="social-embed"><blockquote><p>I have waited for this vote since the old bridge was closed to us all, and here it is at last, said nobody in the room.</p></blockquote></div>',
      ),
    );
    expect(article).toHaveLength(P.length + 1);
  });
  test('the first paragraph, though the page is described with it', () => {
    const { article, meta } = readPage(
      `<article>${H1}<p class="byline">By Lena Farrow</p><div>${paragraphs()}</div></article>`,
      `<title>${TITLE}</title><meta name="description" content="${P[0]}">`,
    );
    expect(article).toEqual(P);
    expect(meta.dek).toBeNull();
  });
  test('without the card of a person that shows when its reader points at the name', () => {
    const card =
      '<span class="pop"><a href="/o">Ines Okafor</a><span class="popover-person-block"><a>Ines Okafor</a> <a>Dues rise in the harbour</a> <a>MORE</a></span></span>';
    const { article } = readPage(
      `<article>${H1}${paragraphs().replace('Ines Okafor', card)}</article>`,
    );
    expect(article).toEqual(P);
  });
  test('lines that empty elements part which are called breaks', () => {
    const gap = '<span class="x9 br"></span>';
    const { article } = readPage(`<article>${H1}<div>${P.join(gap + gap)}</div></article>`);
    expect(article).toEqual(P);
  });
  test('what a film shows is its caption, and nobody in it speaks in the text', () => {
    const film = '<p>Tomas Reyne has led the council since May.</p>';
    const { article, captions } = readPage(
      story(
        `<div><span class="mediaEmbed"><div class="video-item"><p>A night on the Harl</p>${film}</div></span></div>`,
      ),
    );
    expect(article).toEqual(P);
    expect(captions).toEqual(['A night on the Harl', 'Tomas Reyne has led the council since May.']);
  });
  test('whose posted words are is no part of them', () => {
    const { meta, all } = readPage(
      story(
        '<blockquote class="post"><p>We have waited for this vote for years.</p>— Lena Farrow (@lenafarrow) <a href="/p">18 April 2023</a></blockquote>',
      ),
    );
    const quoted = meta.blocks.filter(({ role }) => role === 'quote');
    expect(quoted.map(({ start, end }) => all.slice(start, end))).toEqual([
      'We have waited for this vote for years.',
    ]);
  });
  test.each([
    ['0001-01-01T00:00:00Z'],
    ['1970-01-01T00:00:00+00:00'],
    ['0000-00-00 00:00:00'],
    ['1900-01-01T00:00:00'],
  ])('that a program writes where it has no day is no date: %s', (unset) => {
    const head = (day: string) =>
      `<title>${TITLE}</title><meta property="article:published_time" content="${day}">`;
    const dayIn = (day: string) => readPage(story(''), head(day)).meta.published?.edtf ?? null;
    expect(dayIn(unset)).toBeNull();
    expect(dayIn('1970-01-02T00:00:00Z')).toBe('1970-01-02');
  });
  test('questions of a conversation that are set as headings', () => {
    const asked = ['Q: What keeps the ferry going?', 'Q: And who will steer it in the winter?'];
    const told = [
      'A: The people on the east bank, who have no bridge.',
      'A: My sister, as she did last year.',
    ];
    const turns = asked.map((line, i) => `<h4>${line}</h4><p>${told[i] ?? ''}</p>`).join('');
    const { meta, all } = readPage(`<article>${H1}${paragraphs(0, 2)}${turns}</article>`);
    const spoken = meta.blocks.filter(({ role }) => role === 'paragraph').slice(2);
    expect(spoken.map(({ start, end }) => all.slice(start, end))).toEqual(
      asked.flatMap((line, i) => [line, told[i]]),
    );
  });
  test('its second half, in a box that is called as the first, behind other sections', () => {
    const later = [
      'The ferry was built in a yard up the river, and its engine has been changed three times since.',
      'Its crew of four, who were not asked before the vote, will be told on Friday which hours they keep.',
      'A second boat, which the council bought and never used, is to be sold before the end of summer.',
    ];
    const half = (lines: readonly string[]) =>
      `<section class="outer"><div class="mid"><div class="in"><div class="story__text rich">${lines.map((line) => `<p>${line}</p>`).join('')}</div></div></div></section>`;
    const aside =
      '<section class="outer"><div class="links"><h2>Also today</h2><p><a href="/a">Dues rise in the harbour</a></p></div></section>';
    const { article } = readPage(
      `<div class="content"><section class="top">${H1}</section>${half(P)}${aside}${half(later)}</div>`,
    );
    expect(article).toEqual([...P, ...later]);
  });
  test.each([
    ['in the midst of the first is a subheading', '', '<h2>Who steers it</h2>', true],
    ['above the others are titles of other articles', '<h2>A pier is painted</h2>', '', false],
  ])('its parts in boxes that are called the same: a heading %s', (_, above, amid, isOne) => {
    const lines = [
      'The ferry was built in a yard up the river, and its engine has been changed three times since.',
      'Its crew of four, who were not asked before the vote, will be told on Friday which hours they keep.',
      'A second boat, which the council bought and never used, is to be sold before the end of summer.',
      'The pier on the west bank is to be made wider, since two carts cannot pass one another on it.',
    ];
    const more = lines.map((line) => line.replace(/^\S+ \S+/, 'Elsewhere on the coast a boat'));
    const part = (head: string, [first = '', ...others]: readonly string[]) =>
      `<div class="block"><div class="wrap">${head}<div class="story__text rich"><p>${first}</p>${amid}${others.map((line) => `<p>${line}</p>`).join('')}</div></div></div><figure></figure>`;
    const { article } = readPage(
      `<div class="page"><section class="top">${H1}</section>${part('', P)}${part(above, [...lines, ...lines.map((line) => line.toUpperCase())])}${part(above, more)}</div>`,
    );
    const all = [...P, ...lines, ...more];
    expect(all.every((line) => article.includes(line))).toBe(isOne);
  });
  test('parts of it between cards of other articles', () => {
    const card = (n: number) =>
      `<article class="card"><a href="/${n}"><h3>Harbour dues to rise</h3><p>The harbour master said that the dues of ${n} crowns would rise again in the summer.</p></a></article>`;
    const { article } = readPage(
      `<article>${H1}<div class="part"><h2>The vote</h2>${paragraphs()}<ul class="trending">${card(1)}${card(2)}</ul></div><div class="part"><h2>The fare</h2>${GERMAN}</div></article>`,
    );
    expect(article).toHaveLength(9);
  });
  test('the first lines, which all may read', () => {
    const { article } = readPage(
      `<article>${H1}<div class="teaser-content">${paragraphs(0, 1)}</div>${paragraphs(1)}</article>`,
    );
    expect(article).toEqual(P);
  });
  test('parts of one text in boxes whose names begin alike', () => {
    const part = (n: number, lines: string) =>
      `<section class="content-group content-group-${n}">${lines}</section>`;
    const { article } = readPage(
      `<div>${H1}<div>${part(1, paragraphs())}<div class="ad"><p>Buy a boat.</p></div>${part(2, GERMAN)}</div></div>`,
    );
    expect(article).toHaveLength(7);
  });
  test('words that touch, of two elements that only style sheets part', () => {
    const { all } = readPage(
      `<article>${H1}<div><span>Harl estuary</span><style>.a{margin:0}</style><span>Ferries</span></div>${paragraphs()}</article>`,
    );
    expect(all).toContain('Harl estuary Ferries');
    expect(
      readPage(story('<p>The <i>Mc</i><b>Harl</b> line was built in 1911, he said.</p>')).all,
    ).toContain('The McHarl line');
  });
});

test.each([
  ...['Video Loading', 'Loaded: 4.25%', 'Caption', 'Unmute', 'Enlarge this image'],
  ...['41 Shares', 'Share0', '3.1K shares', 'Social Share', 'Read more', 'View all (7)'],
  ...['- Advertisement -', 'Advertisement · Scroll to continue', 'Sponsored links'],
  ...['Story continues below', 'Comments (+)', '(7) Comments', 'Post Comment (0)'],
])('a line of players, counters and buttons is no text: %s', (line) => {
  const page = readPage(
    `<article>${H1}${paragraphs(0, 2)}<p>${line}</p>${paragraphs(2)}</article>`,
  );
  expect(page.article).toEqual(P);
  expect(page.out).toContain(line);
});
test.each([
  ['“Loaded,” she said of the boat.'],
  ['Shares of the ferry firm fell.'],
  ['Advertisement was what the mayor called it.'],
  ['Video loading bays were shut.'],
  ['Current time is money.'],
  ['Story continues after the war'],
  ['A spring offer from Tarnex was refused by the union, Resking said.'],
])('a sentence that begins like one is: %s', (line) => {
  const { article } = readPage(
    `<article>${H1}${paragraphs(0, 2)}<p>${line}</p>${paragraphs(2)}</article>`,
  );
  expect(article).toContain(line);
});

describe('boxes that are set as quotations', () => {
  const boxes = (label: string, times: number) =>
    ['The fare goes up.', 'The boat stays.', 'The vote was close.', 'Two abstained.']
      .slice(0, times)
      .map((words) => `<blockquote><strong>${label}</strong> ${words}</blockquote><p>${P[1]}</p>`)
      .join('');
  const quoted = (inner: string) =>
    readPage(`<article>${H1}${paragraphs()}${inner}</article>`).meta.blocks.filter(
      ({ role }) => role === 'quote',
    ).length;
  test('under one word again and again quote nobody', () => {
    expect(quoted(boxes('In brief', 3))).toBe(0);
  });
  test.each([
    ['that stands twice', boxes('Summary', 2), 2],
    ['with the name of who speaks', boxes('Mira Solen', 3), 3],
    ['with a label that a colon ends', boxes('Mira:', 3), 3],
  ])('%s do', (_, inner, count) => expect(quoted(inner)).toBe(count));
});

describe('the title', () => {
  test.each([
    [
      'a line over it in the same heading',
      `<h1><span>Harl estuary</span><span>${TITLE}</span></h1>`,
    ],
    ['with a mark between them', `<h1>Harl estuary - ${TITLE}</h1>`],
  ])('%s is no part of it', (_, heading) => {
    const head = `<title>${TITLE} | Harl Post</title><meta property="og:title" content="${TITLE}">`;
    expect(readPage(`<article>${heading}${paragraphs()}</article>`, head).meta.title).toBe(TITLE);
  });
  test('but it is whole where the page states it whole', () => {
    const whole = `Live: ${TITLE}`;
    const head = `<title>${TITLE}</title><meta property="og:title" content="${whole}">`;
    const page = `<article><h1>${whole}</h1>${paragraphs()}</article>`;
    expect(readPage(page, head).meta.title).toBe(whole);
  });
  test('in a box that is called a teaser', () => {
    const { meta, article } = readPage(
      `<article><section class="article-teaser">${H1}</section>${paragraphs(0, 2)}<h2>Night ferry votes to keep the council up</h2>${paragraphs(2)}</article>`,
    );
    expect(meta.title).toBe(TITLE);
    expect(article).toContain('Night ferry votes to keep the council up');
  });
  test('in a line that no element makes a heading', () => {
    const { article } = readPage(
      `<div><p class="text-40">${TITLE}</p>${paragraphs(0, 2)}<h2>Night ferry votes to keep the council up</h2>${paragraphs(2)}</div>`,
    );
    expect(article).toContain('Night ferry votes to keep the council up');
    expect(article).not.toContain(TITLE);
  });
  test('a heading of the text that holds a part of it is not the title', () => {
    const head = `<title>Will the night ferry go? Council votes</title>`;
    const { meta } = readPage(
      `<article><h1>Council to decide on the ferry</h1>${paragraphs(0, 2)}<h3 class="subtitle">Will the night ferry go?</h3>${paragraphs(2)}</article>`,
      head,
    );
    expect(meta.title).toBe('Council to decide on the ferry');
  });
});

describe('who wrote it', () => {
  const by = (author: string) =>
    `<title>${TITLE}</title><script type="application/ld+json">{"@type":"NewsArticle","headline":"${TITLE}","author":${author},"publisher":{"@type":"Organization","name":"Harl Post"}}</script>`;
  const person = '{"@type":"Person","name":"Lena Farrow"}';
  test.each([
    [
      'a calling beside the name',
      '<p class="author"><span>Von Lena Farrow</span> Leitende Redakteurin</p>',
    ],
    [
      'a calling that touches it',
      '<p class="author">Von <a>Lena Farrow<span>Redakteurin</span></a></p>',
    ],
    ['what the section is called', '<p class="author">Politik Lena Farrow</p>'],
    ['a name alone', '<p class="x12">Lena Farrow</p>'],
  ])('%s', (_, line) => {
    const { authors, article } = readPage(
      `<article>${H1}${line}${GERMAN}</article>`,
      by(person),
      'de',
    );
    expect(authors).toEqual(['Lena Farrow']);
    expect(article).toHaveLength(3);
  });
  test('buttons that stand among the names are nobody', () => {
    const { authors } = readPage(
      `<article>${H1}<div class="authors"><a rel="author">Lena Farrow</a><a rel="author">Follow</a></div>${paragraphs()}</article>`,
      by(person),
    );
    expect(authors).toEqual(['Lena Farrow']);
  });
  test('a line like a name is nobody where the page states who wrote it', () => {
    const { authors } = readPage(
      `<article><p>Harl Pictures</p>${H1}<p>Harl Pictures</p>${paragraphs()}</article>`,
      by(person),
    );
    expect(authors).toEqual(['Lena Farrow']);
  });
  test('those of whom the page shows some are all named', () => {
    const { authors } = readPage(
      `<article>${H1}<p>By Lena Farrow</p>${paragraphs()}</article>`,
      by(`[${person},{"@type":"Person","name":"Nils Aberg"}]`),
    );
    expect(authors).toEqual(['Lena Farrow', 'Nils Aberg']);
  });
  test('names in a row, in the words of another language', () => {
    const { authors, meta } = readPage(
      `<article>${H1}<p>Von Lena Farrow und Nils Aberg, Sandhaven</p>${GERMAN}</article>`,
      `<title>${TITLE}</title><meta name="author" content="Lena Farrow und Nils Aberg, Sandhaven">`,
      'de',
    );
    expect(authors).toEqual(['Lena Farrow', 'Nils Aberg']);
    expect(meta.byline.map(({ role }) => role)).toEqual(['author', 'author']);
  });
  test('one of several parts of a line says by whom', () => {
    const { authors } = readPage(
      `<article>${H1}<p>18.04.23 | 14:07 Uhr | Von Lena Farrow</p>${GERMAN}</article>`,
      `<title>${TITLE}</title>`,
      'de',
    );
    expect(authors).toEqual(['Lena Farrow']);
  });
  test('a name as catalogues file it is one name', () => {
    const { authors } = readPage(
      `<article>${H1}${paragraphs()}</article>`,
      `<title>${TITLE}</title><meta name="dc.creator" content="Farrow, Lena">`,
    );
    expect(authors).toEqual(['Lena Farrow']);
  });
  test('an outlet that names itself alone signs as a desk', () => {
    const { meta } = readPage(
      `<article>${H1}${paragraphs()}</article>`,
      by('{"@type":"Organization","name":"Harl Post"}'),
    );
    expect(meta.byline).toEqual([{ name: 'Harl Post', role: 'desk' }]);
  });
  test('so does the host of a page that is called by its address', () => {
    const { meta } = readPage(
      `<article>${H1}${paragraphs()}</article>`,
      `<title>${TITLE}</title><link rel="canonical" href="https://www.harlpost.example/ferry"><meta name="author" content="harlpost.example">`,
    );
    expect(meta.byline).toEqual([{ name: 'harlpost.example', role: 'desk' }]);
  });
  test('who wrote another article is named below the text', () => {
    const { authors } = readPage(
      `<article>${H1}<p class="byline">Von Lena Farrow</p>${paragraphs()}<div><p>Harbour dues to rise</p><p class="byline">Von Piet Roos</p></div></article>`,
      by(person),
      'de',
    );
    expect(authors).toEqual(['Lena Farrow']);
  });
  test('whose a picture is, is nobody who wrote', () => {
    const { authors } = readPage(
      `<article>${H1}<figure><img src="a.jpg" alt=""><div class="contributor">Harl Pictures</div></figure>${paragraphs()}</article>`,
      `<title>${TITLE}</title>`,
    );
    expect(authors).toEqual([]);
  });
});

describe('a page that shows a part of its article', () => {
  const stating = (body: string) =>
    `<title>${TITLE}</title><script type="application/ld+json">${JSON.stringify({ '@type': 'NewsArticle', headline: TITLE, articleBody: body })}</script>`;
  const whole = [...P, ...P, ...P].join(' ');
  test('says so', () => {
    const { messages } = readPage(`<article>${H1}${paragraphs(0, 1)}</article>`, stating(whole));
    expect(messages).toEqual([
      expect.stringMatching(/^Unexpected 17 words of running text, expected about \d+, /),
    ]);
  });
  test('but not one that shows it whole, or states no more than how it begins', () => {
    const page = `<article>${H1}${paragraphs()}</article>`;
    expect(readPage(page, stating(P.join(' '))).messages).toEqual([]);
    expect(readPage(page, stating(`${P[0]}...`)).messages).toEqual([]);
  });
});

describe('a line over the title, within its heading', () => {
  const headed = (heading: string, head = '<title>Harl Post</title>') =>
    readPage(`<article>${heading}${paragraphs()}</article>`, head).meta.title;
  test.each([
    `<h1><span class="headline__overline">Ferries</span> <span>${TITLE}</span></h1>`,
    `<h1><span class="dachzeile">Ferries</span><span class="zeile">${TITLE}</span></h1>`,
    `<header><h2><span data-manual="overline">Ferries</span><span>${TITLE}</span></h2></header>`,
    `<h1><span class="overline">Ferries</span><span class="sr-only">:</span> <span>${TITLE}</span></h1>`,
  ])('is no part of it where its name says so: %s', (heading) =>
    expect(headed(heading)).toBe(TITLE),
  );
  test.each([
    `<h1><span class="kicker">Ferries:</span> <span>${TITLE}</span></h1>`,
    `<h1><span class="kicker">Ferries</span><span>: ${TITLE}</span></h1>`,
  ])('stays where a mark leads on from it: %s', (heading) =>
    expect(headed(heading)).toBe(`Ferries: ${TITLE}`),
  );
  test('a mark before the whole title is none of its own', () =>
    expect(headed(`<h1>${TITLE}</h1>`, `<meta property="og:title" content="- ${TITLE}">`)).toBe(
      TITLE,
    ));
  test('a name of that kind on the whole heading says nothing', () =>
    expect(headed(`<h1 class="kicker"><span class="kicker">${TITLE}</span></h1>`)).toBe(TITLE));
  test('is parted from it by the mark with which the page states both', () =>
    expect(
      headed(
        `<h1><span>Ferries</span> <span>${TITLE}</span></h1>`,
        `<meta property="og:title" content="Ferries: ${TITLE} - Harl Post">`,
      ),
    ).toBe(`Ferries: ${TITLE}`));
});
