/** Who wrote a saved page: by-lines as sites print them, and names as they state them for programs. */
import { describe, expect, test } from 'vitest';
import { H1, paragraphs, readPage, TITLE } from '../../support/pages.ts';

const SITE = `<title>${TITLE}</title><meta property="og:site_name" content="Harl Post"><link rel="canonical" href="https://www.harlpost.example/ferry">`;

/** The names of a page and what they are, one a line: `Mira Solen`, `Web Desk (desk)`. */
function signed(line: string, head = '', lang = 'en', text = paragraphs()) {
  const { meta } = readPage(`<article>${H1}${line}${text}</article>`, SITE + head, lang);
  return meta.byline.map(({ name, role }) => (role === 'author' ? name : `${name} (${role})`));
}
const stated = (author: unknown) =>
  `<script type="application/ld+json">${JSON.stringify({ '@type': 'NewsArticle', headline: TITLE, author })}</script>`;
const person = (name: unknown) => ({ '@type': 'Person', name });

const TEXTS: Record<string, string> = {
  de: '<p>Der Rat der Stadt hat am Abend beschlossen, die letzte Fähre zu behalten, wie er selbst mitteilte.</p><p>Die Überfahrt soll ab Juni vier Kronen kosten, sagte die Vorsitzende nach der langen Sitzung im Rathaus.</p>',
  fr: '<p>Le conseil de la ville a décidé mardi soir de garder le dernier bac, comme il vient de le faire savoir.</p><p>La traversée coûtera quatre couronnes à partir de juin, a dit la présidente après une longue séance.</p>',
};

describe('a line that the page calls the by-line', () => {
  test.each([
    ['<a href="/m">Mira Solen</a><span>Transport Correspondent</span>', ['Mira Solen']],
    ['Mira Solen / AFP', ['Mira Solen']],
    ['Mira Solen and agencies', ['Mira Solen']],
    ['Mira Solen, Professor of Ports, University of Tarnow', ['Mira Solen']],
    ['Mira Solen in Tarnow and Jon Adar in Osthem', ['Mira Solen', 'Jon Adar']],
    ['Words: Mira Solen. Pictures: Jon Adar', ['Mira Solen']],
    ['By Mira Solen, HARLPOST NORTH', ['Mira Solen']],
    ['In Local News, News', []],
    ['by Harl Post May 21, 202401747', ['Harl Post (desk)']],
    ['Remove Ads', []],
    ['Download PDF', []],
    ['Listen Now', []],
  ])('%s', (line, names) => expect(signed(`<p class="byline">${line}</p>`)).toEqual(names));

  test('helpers and outlets in the words of another language', () => {
    const line = (words: string) => signed(`<p class="byline">${words}</p>`, '', 'de', TEXTS.de);
    expect(line('Von Mira Solen mit AFP')).toEqual(['Mira Solen']);
    expect(line('von Mira Solen, HARL NORD')).toEqual(['Mira Solen']);
    expect(line('Mira Solen (mit AFP)')).toEqual(['Mira Solen']);
    expect(line('Redaktion: Mira Solen und Jon Adar')).toEqual(['Mira Solen', 'Jon Adar']);
  });
  test.each([
    ['en', 'by tidewatcher'],
    ['en', '| byTidewatcher |'],
    ['de', 'von tidewatcher -'],
    ['de', 'Veröffentlicht von tidewatcher'],
    ['fr', 'par tidewatcher'],
  ])('one name of an account in %s: %s', (lang, line) => {
    const text = TEXTS[lang] ?? paragraphs();
    const [name] = signed(`<p><span class="author">${line}</span></p>`, '', lang, text);
    expect(name?.toLowerCase()).toBe('tidewatcher');
  });
  test('a calling behind the name, as Korean has it', () => {
    const text =
      '<p>시의회는 화요일 저녁 하를강을 건너는 마지막 나룻배를 계속 운항하기로 결정했다고 밝혔다. 요금은 유월부터 오른다.</p>';
    const names = signed('', '<meta name="author" content="문가온 기자">', 'ko', text.repeat(3));
    expect(names).toEqual(['문가온']);
  });
  test('a word that signs, without its blank, in a language without a list of them', () => {
    const text =
      '<p>Baraza la mji liliamua jioni kubakiza kivuko cha mwisho, kama lilivyosema lenyewe baada ya kikao.</p>';
    const line = '<p><span class="author">byMira Solen</span></p>';
    const names = signed(line, stated(person('Mira Solen')), 'sw', text.repeat(4));
    expect(names).toEqual(['Mira Solen']);
  });
  test('a section in another language is nobody', () => {
    const names = signed('', '<meta name="author" content="Nachrichten">', 'de', TEXTS.de);
    expect(names).toEqual([]);
  });
  test('a row of places below the names', () =>
    expect(
      signed(
        '<div class="author">Mira Solen, Jon Adar</div><div class="author">Tarnow, Los Alinos</div>',
        stated([person('Mira Solen'), person('Jon Adar')]),
      ),
    ).toEqual(['Mira Solen', 'Jon Adar']));
});

describe('names that a page states for programs', () => {
  test.each([
    ['a list within a person', person(['Mira Solen', 'Jon Adar']), ['Mira Solen', 'Jon Adar']],
    [
      'a list within a list',
      [[person('Mira Solen'), person('Jon Adar')]],
      ['Mira Solen', 'Jon Adar'],
    ],
    ['one in a role', { '@type': 'Role', author: person('Mira Solen') }, ['Mira Solen']],
    ['in parts', { givenName: 'Mira', familyName: 'Solen' }, ['Mira Solen']],
    ['with the outlet', person('Mira Solen For Harl Post'), ['Mira Solen']],
    ['with the outlet behind a mark', person('Mira Solen | Harl Post'), ['Mira Solen']],
    ['with the outlet behind a dash', person('Mira Solen - Harl Post'), ['Mira Solen']],
    ['with a calling', person('Mira Solen, Transport Correspondent'), ['Mira Solen']],
    ['between semicolons', person('Mira Solen; Jon Adar'), ['Mira Solen', 'Jon Adar']],
    ['a desk', person('Web Desk'), ['Web Desk (desk)']],
    [
      'a body that says it is one',
      { '@type': 'NewsMediaOrganization', name: 'Tide Watch Harl' },
      ['Tide Watch Harl (desk)'],
    ],
    ['a body by its name', person('Harl Ports Association'), ['Harl Ports Association (desk)']],
    ['an agency', { '@type': 'Organization', name: 'Northern Wire' }, ['Northern Wire (desk)']],
    ['the outlet with its address', person('Harl Post (www.harlpost.example)'), []],
    ['a company', person('Harl Verlag GmbH'), ['Harl Verlag GmbH (desk)']],
    ['a desk with a person', person('Mira Solen, Web Desk'), ['Mira Solen']],
    ['an address', person('Tide Notes, tidenotes.example'), ['Tide Notes']],
    ['the outlet with its town', person('Harl Post, Sandhaven'), []],
    ['an address of mail', person('mira[at]harlpost.example'), []],
    ['nobody', person('undefined'), []],
    ['who runs the site', person('admin'), []],
  ])('%s', (_, author, names) => expect(signed('', stated(author))).toEqual(names));

  test.each([
    ['behind its article', 'Die HARLWACHT', 'harlwacht'],
    ['with marks on its letters', 'Lá Harlá', 'laharla'],
  ])('the outlet, %s', (_, name, host) => {
    const site = `<title>${TITLE}</title><link rel="canonical" href="https://www.${host}.example/ferry">`;
    const line = `<p class="author">${name}</p>`;
    const page = `<article>${H1}${line}${TEXTS.de}</article>`;
    const { meta } = readPage(page, site + stated(person(name)), 'de');
    expect(meta.byline).toEqual([{ name, role: 'desk' }]);
  });
  test('words that are nobody’s name', () =>
    expect(signed('', stated(person('Alte Fähren an der Harl')), 'de', TEXTS.de)).toEqual([
      'Alte Fähren an der Harl (desk)',
    ]));
  test('a body with the address of its pages', () =>
    expect(signed('', stated(person('Mola Welle (www.mola.example)')), 'de', TEXTS.de)).toEqual([
      'Mola Welle (desk)',
    ]));
  test('letters of an agency', () =>
    expect(signed('', stated(person('HRF')), 'de', TEXTS.de)).toEqual(['HRF (desk)']));
  test('a person after whom the site is called', () => {
    const site = `<title>${TITLE}</title><link rel="canonical" href="https://www.mirasolen.example/ferry">`;
    const page = `<article>${H1}${paragraphs()}</article>`;
    const { meta } = readPage(page, site + stated(person('Mira Solen')));
    expect(meta.byline).toEqual([{ name: 'Mira Solen', role: 'author' }]);
  });
  test('a person whom a page files as a body and signs with', () =>
    expect(
      signed(
        '<p class="byline">By Mira Solen</p>',
        stated({ '@type': 'Organization', name: 'Mira Solen' }),
      ),
    ).toEqual(['Mira Solen']));
  test('a body in microdata', () => {
    const line =
      '<p itemprop="author" itemscope itemtype="https://schema.org/Organization"><span itemprop="name">Tide Watch Harl</span></p>';
    expect(signed(line)).toEqual(['Tide Watch Harl (desk)']);
  });
  test.each([
    'Hafenverband Harl',
    'Ministerium für Häfen',
    'Harler Zeitung',
    'Stiftung Alte Fähre',
  ])('a body in another language: %s', (name) => {
    const names = signed('', `<meta name="author" content="${name}">`, 'de', TEXTS.de);
    expect(names).toEqual([`${name} (desk)`]);
  });

  test.each(['MIRA SOLEN', 'mira solen', 'mira-solen'])('%s, as it is printed', (name) =>
    expect(signed('<p class="byline">By Mira Solen</p>', stated(person(name)))).toEqual([
      'Mira Solen',
    ]),
  );
});

describe('a name that stands beside the article', () => {
  const beside = (around: string, head = '') => {
    const page = `<main><article>${H1}${paragraphs()}</article>${around}</main>`;
    return readPage(page, SITE + head).meta.byline.map(({ name }) => name);
  };
  const box = (inner: string) => `<div class="author-box">${inner}</div>`;
  test.each([
    ['in a box about who wrote it', box('<h4 class="fn">Mira Solen</h4>'), ['Mira Solen']],
    [
      'at the foot of the entry',
      '<div class="post-footer"><span class="vcard">Filed by <span class="fn">Mira Solen</span></span></div>',
      ['Mira Solen'],
    ],
    [
      'linked to the page of its bearer, whose marks its address lacks',
      box('<a href="/authors/mira-soeln">Mira Söln</a>'),
      ['Mira Söln'],
    ],
    [
      'as the heading of that box, whose words name it again',
      '<div class="author-info"><h3 class="author-title">Written by: Mira Solen</h3><p>Everything by Mira Solen</p></div>',
      ['Mira Solen'],
    ],
    [
      'as a heading of that box, whose words do not name it',
      '<div class="author-info"><h3 class="author-title">Harbour Life</h3><p>She has lived at the quay since she was a child.</p></div>',
      [],
    ],
    [
      'of several people',
      box('<a rel="author" href="/a">Mira Solen</a>') +
        box('<a rel="author" href="/b">Jon Adar</a>'),
      [],
    ],
    ['a button', box('<a rel="author" href="/a">Read all the posts by Mira</a>'), []],
    [
      'a field of a form',
      '<form><p class="comment-author"><label class="fn">Name</label></p></form>',
      [],
    ],
    ['a company', box('<a rel="author" href="/about">Harl Verlag GmbH</a>'), []],
    ['a reader', '<div id="comments"><p><b class="fn">Jon Adar</b> says so too.</p></div>', []],
    ['a link elsewhere', box('<a href="/authors/archive">Mira Solen</a>'), []],
  ])('%s', (_, around, names) => expect(beside(around)).toEqual(names));

  test('says nothing where the page states who wrote it', () =>
    expect(beside(box('<b class="fn">Jon Adar</b>'), stated(person('Mira Solen')))).toEqual([
      'Mira Solen',
    ]));
  test('in the row of buttons below the title', () => {
    const row =
      '<div class="social-share"><p>By <a rel="author" href="/m">Mira Solen</a></p></div>';
    expect(signed(row)).toEqual(['Mira Solen']);
  });
});

test('a name in a by-line in another tongue than that of the page', () => {
  const line = '<p><span class="author">by <a class="url fn" href="/m">tidewatcher</a></span></p>';
  expect(signed(line, '', 'de', TEXTS.de)).toEqual(['tidewatcher']);
});

describe('bodies that sign', () => {
  const author = (name: string, key = 'author') => `<meta name="${key}" content="${name}">`;
  test.each([
    ['by the name that all of them have', 'en', stated(person('Agencies')), ['Agencies (desk)']],
    ['with an agency', 'fr', stated(person('Harl Post et AFP')), ['Harl Post et AFP (desk)']],
    [
      'by a part of what the site calls itself',
      'en',
      `<meta property="og:site_name" content="Press room - Harl Boatmen">${author('Harl Boatmen')}`,
      ['Harl Boatmen (desk)'],
    ],
    [
      'by a name that has its form elsewhere',
      'en',
      author('Harl Sea Rescue') + author('Harl Sea Rescue e.V.', 'dc.creator'),
      ['Harl Sea Rescue (desk)'],
    ],
  ])('%s', (_, lang, head, names) => expect(signed('', head, lang, TEXTS[lang])).toEqual(names));
  test('a person whom a page calls a body too is one', () =>
    expect(signed('', stated({ '@type': ['Person', 'Organization'], name: 'Mira Solen' }))).toEqual(
      ['Mira Solen'],
    ));
  test('a line that signs with the name of the site signs with no person’s', () =>
    expect(
      signed(
        '<p class="byline">by Harlspiegel 3 June 2024</p>',
        '<meta property="og:site_name" content="Harlspiegel">',
      ),
    ).toEqual(['Harlspiegel (desk)']));
  test('a catalogue names those whom the page folds away', () =>
    expect(
      signed(
        '<p class="byline">By Mira Solen and Jon Adar</p>',
        ['Fell, Ute', 'Solen, Mira', 'Adar, Jon']
          .map((name) => author(name, 'dc.creator'))
          .join(''),
      ),
    ).toEqual(['Ute Fell', 'Mira Solen', 'Jon Adar']));
});
