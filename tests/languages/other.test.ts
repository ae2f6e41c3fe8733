/** Signatures and dates of pages in languages that have no folder. */
import { describe, expect, test } from 'vitest';
import { isFaultTitle } from '../../src/languages/faults.ts';
import { pageReaderFor } from '../../src/languages/index.ts';

const namesOf = (tag: string, line: string) =>
  pageReaderFor(tag)
    .authors(line)
    ?.people.map(({ name }) => name) ?? null;
const dateOf = (tag: string, line: string) => {
  const date = pageReaderFor(tag).dateLine(line)?.date;
  return date ? [date.year, date.month, date.day] : null;
};

test.each([
  ['fr', 'Par Nora Champ', ['Nora Champ']],
  ['fr-CA', 'Par Nora Champ et Luc Hamel', ['Nora Champ', 'Luc Hamel']],
  ['fr', 'Propos recueillis par Nora Champ', ['Nora Champ']],
  ['de', 'Von Nora Feld und Jan van der Berg', ['Nora Feld', 'Jan van der Berg']],
  ['de', 'Text: Nora Feld', ['Nora Feld']],
  ['es', 'Por Nora Campo, Luis Prado y Eva Ríos', ['Nora Campo', 'Luis Prado', 'Eva Ríos']],
  ['it', 'di Nora Campi', ['Nora Campi']],
  ['it', 'A cura di Nora Campi e Luca Rossi', ['Nora Campi', 'Luca Rossi']],
  ['nl', 'Door Nora Veld en Piet de Wit', ['Nora Veld', 'Piet de Wit']],
  ['sv', 'Av Nora Fält och Bo Ek', ['Nora Fält', 'Bo Ek']],
  ['da', 'Af Nora Mark', ['Nora Mark']],
  ['pt', 'Por Nora Campos e João dos Santos', ['Nora Campos', 'João dos Santos']],
  ['pl', 'Autor: Nora Polna', ['Nora Polna']],
  ['ru', 'Автор: Нора Поле', ['Нора Поле']],
  ['el', 'Του Νίκου Παρνή', ['Νίκου Παρνή']],
  ['el', 'Γράφει ο Νίκος Παρνής', ['Νίκος Παρνής']],
  ['el', 'Της Ελένης Παρνή και του Νίκου Αρβή', ['Ελένης Παρνή', 'Νίκου Αρβή']],
  ['ar', 'بقلم: سلمى الحربي', ['سلمى الحربي']],
  ['ar', 'كتب سلمان أبو ناصر', ['سلمان أبو ناصر']],
  ['ar', 'بقلم سلمى الحربي، ناصر عامر', ['سلمى الحربي', 'ناصر عامر']],
  ['ar', 'بقلم سلمى الحربي وناصر عامر', null],
  ['ar', 'كتب إلى الميناء في الصباح قبل أن يغادر.', null],
  ['fa', 'نوشته نادر بهاری', ['نادر بهاری']],
  ['he', 'מאת: נועה גלרון', ['נועה גלרון']],
  ['de', 'Von Valmer nach Osthem fährt ein Boot.', null],
  ['de', 'Von Valmer nach Osthem', null],
  ['fr', 'Par ici la sortie', null],
])('%s: %s', (tag, line, names) => {
  expect(namesOf(tag, line)).toEqual(names);
});

describe('a date', () => {
  test.each([
    ['fr', '12 mai 2024'],
    ['fr', 'Publié le 12 mai 2024 à 10h15'],
    ['de', 'Sonntag, 12. Mai 2024, 10:15 Uhr'],
    ['de', '12.05.2024'],
    ['es', '12 de mayo de 2024'],
    ['pt', '12 de maio de 2024'],
    ['it', 'domenica 12 maggio 2024'],
    ['nl', '12 mei 2024'],
    ['sv', '12 maj 2024'],
    ['pl', '12 maja 2024'],
    ['ru', '12 мая 2024'],
    ['uk', '12 травня 2024 р.'],
    ['cs', '12. května 2024'],
    ['tr', '12 Mayıs 2024'],
    ['ja', '2024年5月12日'],
    ['ko', '2024년 5월 12일'],
  ])('in %s: %s', (tag, line) => {
    expect(dateOf(tag, line)).toEqual([2024, 5, 12]);
  });

  test.each([
    ['fr', 'Le 12 mai 2024, le pont du port fermera pour une semaine entière.'],
    ['fr', '12 boats 2024'],
    ['de', '05/06/2024'],
    ['xx', 'irgendwo'],
  ])('none in %s: %s', (tag, line) => {
    expect(dateOf(tag, line)).toBeNull();
  });
});

describe('words of English are met in English alone', () => {
  const FAULTS = [
    'Page not found',
    'Just a moment...',
    'Access denied',
    'This story is unavailable',
  ];
  const VIEWS = ['Printable version', 'Latest news', 'Opinion', 'Reader view', 'by Nora Champ'];
  test.each(['de', 'fi', 'zz'])('not in %s', (tag) => {
    const { isFault, isViewOrSection } = pageReaderFor(tag);
    expect(FAULTS.filter(isFault)).toEqual([]);
    expect(VIEWS.filter(isViewOrSection)).toEqual([]);
  });
  test('in English', () => {
    const { isFault, isViewOrSection } = pageReaderFor('en-GB');
    expect(FAULTS.filter(isFault)).toEqual(FAULTS);
    expect(VIEWS.filter(isViewOrSection)).toEqual(VIEWS);
  });
});

test.each([
  ['de', 'Seite nicht gefunden', 'Politik'],
  ['fr', 'Page introuvable', 'Actualités'],
  ['ru', 'Страница не найдена', 'Новости'],
])('a fault and a section in %s', (tag, fault, section) => {
  const { isFault, isViewOrSection } = pageReaderFor(tag);
  expect([isFault(fault), isFault(section)]).toEqual([true, false]);
  expect([section, 'News', fault].map(isViewOrSection)).toEqual([true, true, false]);
});

test.each([
  ['fi', 'Seite nicht gefunden', false],
  ['en', 'Seite nicht gefunden', false],
  [null, 'Seite nicht gefunden', true],
  [null, 'Page not found', true],
  [null, 'Ferry not found wanting', false],
])('a page that tells its language, %s, is asked in that alone: %s', (tag, title, isOne) => {
  expect(isFaultTitle(title, tag)).toBe(isOne);
});
