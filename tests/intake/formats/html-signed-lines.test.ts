/** Who wrote a saved page, by lines that say so in words alone: no mark of the page tells that they are by-lines. */
import { describe, expect, test } from 'vitest';
import { H1, P, paragraphs, readPage, TITLE } from '../../support/pages.ts';

const SITE = `<title>${TITLE}</title><meta property="og:site_name" content="Harl Post">`;
const TEXTS: Record<string, string[]> = {
  en: P,
  de: [
    'Der Rat von Sandhafen hat am Abend beschlossen, die letzte Fähre über die Harl zu behalten, wie er selbst mitteilte.',
    'Die Überfahrt soll ab Juni vier Kronen kosten, sagte die Vorsitzende nach der langen Sitzung im Rathaus der Stadt.',
    'Zwei Mitglieder der Hafenliste enthielten sich, und neun stimmten am Ende der Beratung gegen den Antrag der Mehrheit.',
  ],
  fr: [
    'Le conseil de Sandhaven a décidé mardi soir de garder le dernier bac sur la Harl, comme il vient de le faire savoir.',
    'La traversée coûtera quatre couronnes à partir de juin, a dit la présidente après une très longue séance à la mairie.',
    'Deux membres de la liste du port se sont abstenus, et neuf ont voté contre la proposition présentée par la majorité.',
  ],
  it: [
    'Il consiglio di Sandhaven ha deciso martedì sera di tenere l’ultimo traghetto sulla Harl, come ha fatto sapere poi.',
    'La traversata costerà quattro corone a partire da giugno, ha detto la presidente dopo una lunga seduta in municipio.',
    'Due membri della lista del porto si sono astenuti, e nove hanno votato contro la proposta presentata dai colleghi.',
  ],
  sv: [
    'Kommunstyrelsen i Sandhamn beslutade på kvällen att behålla den sista färjan över Harl, som den själv har meddelat.',
    'Överfarten ska kosta fyra kronor från och med juni, sade ordföranden efter det långa mötet i stadens gamla rådhus.',
    'Två av hamnlistans ledamöter lade ned sina röster, och nio röstade emot förslaget när mötet till sist gick mot slutet.',
  ],
};
const block = (lines: readonly string[]) => lines.map((line) => `<p>${line}</p>`).join('');

/** The names of a page with a line below its first paragraph, and what they are. */
function signed(lang: string, line: string, head = '', from = 1) {
  const text = TEXTS[lang] ?? P;
  const body = `${H1}${block(text.slice(0, from))}<p>${line}</p>${block(text.slice(from))}`;
  const { meta } = readPage(`<article>${body}</article>`, SITE + head, lang);
  return meta.byline.map(({ name, role }) => (role === 'author' ? name : `${name} (${role})`));
}
const stated = (author: string) => `<meta name="author" content="${author}">`;

describe('a line below what introduces the article', () => {
  test.each([
    ['en', 'By Mira Solen', ['Mira Solen']],
    ['de', 'Von Mira Solen', ['Mira Solen']],
    ['de', 'Von Mira Solen, Jon Adar und Ute Fell, HRF', ['Mira Solen', 'Jon Adar', 'Ute Fell']],
    ['de', 'Ein Bericht von Mira Solen | 14.09.2018 - 7:20', ['Mira Solen']],
    ['de', 'Autorin: Mira Solen', ['Mira Solen']],
    ['de', 'Mira Solen im Gespräch mit Jon Adar', ['Mira Solen', 'Jon Adar']],
    ['de', 'Autor: Kulturredakteur Jon Adar', ['Jon Adar']],
    ['de', 'Von Mira Solen, Redakteurin, und Fähren-Experte Jon Adar', ['Mira Solen', 'Jon Adar']],
    ['it', 'Mira Solen a colloquio con Jon Adar', ['Mira Solen', 'Jon Adar']],
    ['fr', 'Par Mira Solen, le 3 mars 2022', ['Mira Solen']],
    ['it', 'Di Mira Solen e Jon Adar', ['Mira Solen', 'Jon Adar']],
    ['sv', 'Av Mira Solen', ['Mira Solen']],
  ])('in %s: %s', (lang, line, names) => expect(signed(lang, line)).toEqual(names));

  test.each([
    ['de', 'Foto: Mira Solen'],
    ['de', 'Sie stand am Kai im Gespräch mit Jon Adar'],
    ['de', 'Von Sandhafen nach Osthem und Alt Tarnow'],
    ['de', 'Von Mira Solen stammt auch das Buch über die Fähre.'],
    ['en', 'By Tuesday Evening'],
    ['en', 'By Mira Solen’s account the boat was full.'],
    ['fr', 'Par Monts et Par Vaux le bac revient, dit le Vieux Port'],
  ])('that signs nothing, in %s: %s', (lang, line) => expect(signed(lang, line)).toEqual([]));

  test('says more than a name that the page states of somebody else', () =>
    expect(signed('de', 'Von Mira Solen', stated('Ute Fell'))).toEqual(['Mira Solen']));
  test('is one of several parts of a page: none of them signs the whole', () => {
    const text = TEXTS.de ?? [];
    const parts = ['Mira Solen', 'Jon Adar'].map((name) => `<p>Von ${name}</p>${block(text)}`);
    const { authors } = readPage(
      `<article>${H1}${block(text)}${parts.join('')}</article>`,
      SITE,
      'de',
    );
    expect(authors).toEqual([]);
  });
  test('below a link to another article signs that one', () => {
    const link =
      '<aside class="related-articles"><a href="/b">Neun Boote</a></aside><p>Von Mira Solen</p>';
    const body = `${H1}${block(TEXTS.de ?? [])}${link}`;
    expect(readPage(`<article>${body}</article>`, SITE, 'de').authors).toEqual([]);
  });
  test('in the box of the first picture', () => {
    const box = '<div class="media-caption"><p>Von Mira Solen</p><p>Die Fähre am Abend</p></div>';
    const body = `${H1}${box}${block(TEXTS.de ?? [])}`;
    expect(readPage(`<article>${body}</article>`, SITE, 'de').authors).toEqual(['Mira Solen']);
  });
  test('behind a label, anywhere in the text', () => {
    const text = [...(TEXTS.de ?? []), 'Am Kai brannte noch lange Licht, als die Sitzung endete.'];
    const rest = text.map((line) => `Tags darauf: ${line}`);
    const page = `<article>${H1}${block(text)}<p>Autorin: Mira Solen</p>${block(rest)}</article>`;
    expect(readPage(page, SITE, 'de').authors).toEqual(['Mira Solen']);
  });
  test('stands among the last lines of the text, whatever the page holds below', () => {
    const foot = `<footer>${'<p>Harl Post, Am Kai 3</p>'.repeat(5)}</footer>`;
    const page = `<article>${H1}${block(TEXTS.de ?? [])}<p><em>Von Mira Solen</em></p></article>${foot}`;
    expect(readPage(page, SITE, 'de').authors).toEqual(['Mira Solen']);
  });
});

describe('a name alone that ends the text', () => {
  const ended = (lang: string, line: string, head = '') => {
    const page = `<article>${H1}${block(TEXTS[lang] ?? P)}<p>${line}</p></article>`;
    return readPage(page, SITE + head, lang).meta.byline.map(({ name, role }) =>
      role === 'author' ? name : `${name} (${role})`,
    );
  };
  test.each([
    ['en', '<strong>Mira Solen</strong>', ['Mira Solen']],
    ['de', '<b>Mira Solen</b>', ['Mira Solen']],
    ['sv', '<em>Mira Solen</em>', ['Mira Solen']],
    ['de', '<em>Mira Solen und Jon Adar</em>', ['Mira Solen', 'Jon Adar']],
    ['de', '<b>Hafenverband Harl</b>', []],
    ['de', 'Alte Fähre', []],
    ['de', '<a href="/b"><b>Mira Solen</b></a>', []],
    ['en', '<b>Read More</b>', []],
    ['en', '<b>The Ferry Stays</b>', []],
    ['en', '<b>Hotel Victoria</b>', []],
    ['en', '<i>Port Kelmouth</i>', []],
    ['en', '<b>Nordvik Shipping</b>', []],
    ['en', '<em>Happy New Year</em>', []],
    ['en', '<b>Mayor Ann Resking</b>', []],
  ])('in %s: %s', (lang, line, names) => expect(ended(lang, line)).toEqual(names));
  test.each(['en', 'de'])('in %s, of whom the text tells', (lang) => {
    const told = '<p>Hanne Solveig runs the ferry of the town.</p>';
    const page = `<article>${H1}${block(TEXTS[lang] ?? P)}${told}<p><b>Hanne Solveig</b></p></article>`;
    expect(readPage(page, SITE, lang).meta.byline).toEqual([]);
  });
  test('where the page states its paper alone', () =>
    expect(ended('de', '<b>Mira Solen</b>', stated('Harl Post'))).toEqual(['Mira Solen']));
  test('says nothing where the page states who wrote it', () =>
    expect(ended('de', '<b>Mira Solen</b>', stated('Jon Adar'))).toEqual(['Jon Adar']));
});

describe('a line beside the title that stands among buttons', () => {
  const buttons = (line: string) =>
    `<div class="share-buttons"><a href="/f">Facebook</a><p>${line}</p></div>`;
  const near = (lang: string, line: string, head = '') =>
    readPage(
      `<main><article>${H1}${buttons(line)}${block(TEXTS[lang] ?? P)}</article></main>`,
      SITE + head,
      lang,
    ).authors;
  test.each([
    ['de', 'von Mira Solen', ['Mira Solen']],
    ['de', 'Von Mira Solen / 17. April 2018 / Drei Antworten', ['Mira Solen']],
    ['en', 'By Mira Solen', ['Mira Solen']],
    ['de', 'Teilen von Sandhafen aus', []],
  ])('in %s: %s', (lang, line, names) => expect(near(lang, line)).toEqual(names));
  test('above the title', () => {
    const page = `<main><p>21. Mai 2016 von Mira Solen</p><article>${H1}${block(TEXTS.de ?? [])}</article></main>`;
    expect(readPage(page, SITE, 'de').authors).toEqual(['Mira Solen']);
  });
});

describe('the name of an account', () => {
  test.each([
    ['en', 'Posted by tidewatcher on 9 April 2014', ['tidewatcher']],
    ['en', 'by harl77 » 14/07/2011, 19:30', ['harl77']],
    ['de', 'von tidewatcher am 17/04/15, 19:05', ['tidewatcher']],
    ['de', '17. April 2018 // Autor: harl77 // Fähren und Häfen', ['harl77']],
    ['de', 'Am 9. April 2014 Von tidewatcher In Hafenblick', ['tidewatcher']],
    ['de', 'Eingestellt von tidewatcher am 9. April 2014 - 7:20', ['tidewatcher']],
    ['de', 'Von Mira.Solen am Dienstag, 17. April 2018', ['Mira.Solen']],
    ['de', 'Von Jonte / 17. April 2018 / Noch keine Antwort', ['Jonte']],
    ['de', 'April 17, 2018 · von tidewatcher · in Hafenblick · Antworten', ['tidewatcher']],
    ['de', 'Posted in Hafenblick by tidewatcher on April 17, 2018', ['tidewatcher']],
    ['sv', 'By Mira Solen | 17/04/2018', ['Mira Solen']],
    ['de', 'Written by Mira Solen on 17/04/2018', ['Mira Solen']],
    ['de', 'By Mira Solen', []],
  ])('in %s: %s', (lang, line, names) => expect(signed(lang, line)).toEqual(names));
  test.each([
    ['de', 'Von Freitag, 3. Mai 2024, an'],
    ['de', 'Von gestern'],
    ['de', 'Text: Niederländisch'],
    ['en', 'by hand on the pier'],
    ['en', 'By Friday 3 May 2024'],
  ])('that is none, in %s: %s', (lang, line) => expect(signed(lang, line)).toEqual([]));
  test('of who runs the site says nothing', () =>
    expect(signed('de', 'Veröffentlicht von admin am 3. Mai 2024')).toEqual([]));
});

test.each([
  ['de', '<p class="autorenzeile">Mira Solen</p>'],
  ['de', '<div class="page-intro__author"><span>von</span> Mira Solen</div>'],
  ['fr', '<p><span class="auteur">Mira Solen</span></p>'],
])('a name that the page marks in its own tongue, in %s: %s', (lang, line) => {
  const page = `<article>${H1}${line}${block(TEXTS[lang] ?? P)}</article>`;
  expect(readPage(page, SITE, lang).authors).toEqual(['Mira Solen']);
});

test('a word with a hash is a subject and nobody', () => {
  const line = '<p class="autor">#Fähren an der Harl</p>';
  const page = `<article>${H1}${line}${block(TEXTS.de ?? [])}</article>`;
  expect(readPage(page, SITE, 'de').authors).toEqual([]);
});
test('letters within a word print nobody', () =>
  expect(signed('de', 'Von Mira Solen', stated('DE'))).toEqual(['Mira Solen']));
test('a text that nobody signs names nobody', () =>
  expect(readPage(`<article>${H1}${paragraphs()}</article>`, SITE).authors).toEqual([]));
