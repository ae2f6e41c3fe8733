/** The word lists made out of packages: that they are what the command makes, and what may not be in them. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { project } from '../../../src/build/settings.ts';
import { findClaims } from '../../../src/engine/index.ts';
import { english } from '../../../src/languages/en/index.ts';
import {
  FIRST_NAMES,
  HE_NAMES,
  SHE_NAMES,
} from '../../../src/languages/en/lexicon/person-names.ts';
import { DEMONYMS, LONG_PLACES, PLACES } from '../../../src/languages/en/lexicon/places.ts';
import { ADJECTIVES } from '../../../src/languages/en/lexicon/tables/demonyms.ts';
import { EITHER, HE, SHE } from '../../../src/languages/en/lexicon/tables/first-names.ts';
import { ONE_WORD, TWO_WORDS } from '../../../src/languages/en/lexicon/tables/places.ts';
import { lexiconFiles, TABLES } from '../../../src/training/lexicon/files.ts';
import { firstNames, listOfCensus } from '../../../src/training/lexicon/first-names.ts';
import { demonyms, personTest, placeNames } from '../../../src/training/lexicon/places.ts';
import { asExpected, marked } from '../../support/marked.ts';

const nobody = () => false;

describe('the tables', () => {
  const files = lexiconFiles();

  test.each([...files.keys()])('%s is what `npm run lexicon` makes', (name) => {
    expect(readFileSync(join(project, TABLES, name), 'utf8')).toBe(files.get(name));
  });

  test.each([...files.keys()])('%s says its packages, their versions and licences', (name) => {
    expect(files.get(name)).toMatch(
      / \* Source: (?:[@\w/-]+ \d+\.\d+\.\d+ \([\w.-]+\)(?:, |\.\n))+/,
    );
  });

  test('are small', () => {
    const bytes = [...files.values()].reduce((sum, text) => sum + Buffer.byteLength(text), 0);
    expect(bytes).toBeLessThan(60_000);
  });

  test('hold a first name once, and none that is a word or a place', () => {
    const names = [...SHE, ...HE, ...EITHER];
    expect(new Set(names).size).toBe(names.length);
    const isBarred = (name: string) => PLACES.has(name) || DEMONYMS.has(name);
    expect(names.filter(isBarred)).toEqual([]);
    for (const word of 'will may rose grant mark chad jordan georgia hope chase dean bill'.split(
      ' ',
    ))
      expect(names).not.toContain(word);
  });
});

describe('first names', () => {
  test.each([
    ['she', 'mary fatima aissatou amina lucia giulia ingrid layla hillary michelle'],
    ['he', 'john ahmed mohammed moussa jorge matteo sergei yusuf nigel sanjay'],
    // Words and places that the tables leave to hand.
    ['she', 'grace victoria virginia'],
    ['he', 'mark frank jack bill bob'],
  ])('%s: %s', (pronoun, names) => {
    const [those, others] = pronoun === 'she' ? [SHE_NAMES, HE_NAMES] : [HE_NAMES, SHE_NAMES];
    for (const name of names.split(' ')) {
      expect(those, name).toContain(name);
      expect(others, name).not.toContain(name);
    }
  });

  test.each(
    'andrea jean robin kim alexis simone leslie jordan terry will rose chad georgia clinton'.split(
      ' ',
    ),
  )('%s fits both', (name) => {
    expect(SHE_NAMES).not.toContain(name);
    expect(HE_NAMES).not.toContain(name);
  });

  test('that were read before the tables are still read', () => {
    for (const name of 'nora mara gordon kirsty clive kwame al chad grant woody'.split(' '))
      expect(SHE_NAMES.has(name) || HE_NAMES.has(name) || FIRST_NAMES.has(name), name).toBe(true);
  });

  test('tell whose pronoun it is, in any country', () => {
    const { expected, ...input } = marked(
      'Fatou Sarr met Moussa Obi on the pier.\n\n“{D Fatou Sarr:We will keep the boat,}” she said.\n\n' +
        '“{D Moussa Obi:We will sell the train,}” he said.',
    );
    expect(asExpected(input.text, findClaims(input, { pack: english, model: null }))).toEqual(
      expected,
    );
  });
});

describe('how a table is made', () => {
  const list = (source: string, she: string[], he: string[], both: string[] = []) => ({
    source,
    she,
    he,
    both,
  });

  test('a name in one list only, in lists that differ, or of both sexes has no pronoun', () => {
    const lists = [
      list('a', ['Anna', 'Eva', 'Kim', 'Noa'], ['Jan', 'Élie', 'Ole'], ['Sam']),
      list('b', ['Anna', 'Eva', 'Jan', 'Noa'], ['Elie', 'Kim', 'Sam']),
    ];
    expect(firstNames(lists, (name) => name === 'eva', nobody)).toEqual({
      she: ['anna', 'noa'],
      he: ['elie'],
      both: ['jan', 'kim', 'sam'],
    });
    expect(firstNames(lists, nobody, (name) => name === 'noa').both).toContain('noa');
  });

  test('a census gives a name to the sex in whose ranks it is twenty times as far up', () => {
    const filler = Array.from({ length: 40 }, (_, at) => `f${at}`);
    const { she, he, both } = listOfCensus(['Ann', ...filler, 'Lee'], ['Lee', 'Kim', 'Ann', 'Bo']);
    expect(he).toEqual(['lee', 'kim', 'bo']);
    expect(she).not.toContain('ann');
    expect(both).toEqual(['ann']);
  });

  test('places have one word or two, with accents and without, and no note', () => {
    const printed = ['São Paulo', 'Washington, D.C.', 'The Hague', 'Ho Chi Minh City', 'Lomé'];
    expect(placeNames(printed, (name) => name === 'hague')).toEqual({
      one: ['lome', 'lomé', 'washington'],
      two: ['sao paulo', 'são paulo'],
    });
  });

  test('a country that few people are called is a place, a city is not', () => {
    const isPersons = personTest(
      [list('a', ['France', 'Sofia'], []), list('b', ['Sofia'], []), list('c', ['Sofia'], [])],
      ['Boston'],
    );
    expect(isPersons('france', true)).toBe(false);
    expect(isPersons('france', false)).toBe(true);
    expect(isPersons('sofia', true)).toBe(true);
    expect(isPersons('boston', false)).toBe(true);
    expect(isPersons('new france', false)).toBe(false);
  });

  test('demonyms are single words, and no plural', () => {
    const printed = [
      'Afghan',
      'Bosnian - Herzegovinian',
      'New Zealander',
      'Swiss',
      'Dominican (Dominica)',
    ];
    expect(
      demonyms([...printed, 'afghans', 'frenches', 'french', 'malagasies', 'malagasy'], nobody),
    ).toEqual(['afghan', 'bosnian', 'dominican', 'french', 'herzegovinian', 'malagasy', 'swiss']);
  });
});

test('places and demonyms of the whole world are known', () => {
  for (const place of 'france china kenya peru fiji dakar lima hanoi jordan uk'.split(' '))
    expect(PLACES).toContain(place);
  for (const place of ['sri lanka', 'new zealand', 'united nations', 'buenos aires'])
    expect(LONG_PLACES).toContain(place);
  for (const word of 'english fijian kenyan peruvian yemeni zambian'.split(' '))
    expect(DEMONYMS).toContain(word);
  expect(
    [...ONE_WORD, ...TWO_WORDS, ...ADJECTIVES].every((word) => word === word.toLowerCase()),
  ).toBe(true);
});
