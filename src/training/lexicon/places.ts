/** Countries, capitals, large cities and what people from there are called, out of tables of the whole world. */
import { plain, type NameList } from './packages.ts';

interface City {
  name: string;
  country: string;
  population: number;
}

/** Cities of a million people or more. */
export const largeCities = (all: readonly City[]): string[] =>
  all.filter(({ population }) => population >= 1_000_000).map(({ name }) => name);

/**
 * Towns of countries where English is spoken, from 50,000 people on. Bodies there are called after them, so that
 * no such name makes a person of two words: "Lincoln Center", "Savannah Park".
 */
export const townsOfEnglish = (all: readonly City[]): string[] =>
  all
    .filter(
      ({ country, population }) =>
        ['US', 'GB', 'CA', 'AU', 'NZ', 'IE'].includes(country) && population >= 50_000,
    )
    .map(({ name }) => name);

/** "Washington, D.C." -> "washington", "Palikir - National Government Center" -> "palikir". */
const nameOf = (printed: string): string =>
  printed
    .toLowerCase()
    .replaceAll('’', "'")
    .replace(/\s*(?:,|\(| - ).*$/, '')
    .replace(/^the /, '');

/** With accents and without, as papers print both. */
const spellings = (name: string): string[] => [
  name,
  name.normalize('NFD').replace(/[\u0300-\u036f]/g, ''),
];

const sorted = (names: Iterable<string>): string[] => [...new Set(names)].sort();

/** Places of one word or two, in small letters; those that `isBarred` names are left out. */
export function placeNames(
  printed: readonly string[],
  isBarred: (name: string) => boolean,
): { one: string[]; two: string[] } {
  const names = sorted(printed.map(nameOf).flatMap(spellings)).filter((name) => !isBarred(name));
  return {
    one: names.filter((name) => /^[\p{L}'-]{4,}$/u.test(name)),
    two: names.filter((name) => /^[\p{L}'-]{2,} [\p{L}'-]{3,}$/u.test(name)),
  };
}

/** "Afghans", "Frenches", "Malagasies" beside their singular. */
const isPluralAmong = (name: string, all: ReadonlySet<string>): boolean =>
  [name.replace(/s$/, ''), name.replace(/es$/, ''), name.replace(/ies$/, 'y')].some(
    (stem) => stem !== name && all.has(stem),
  );

/** Among so many of the commonest last names, a place's name is a person's as well. */
const LAST_NAMES = 10_000;
/** In so many lists of first names, that of a country or capital is a person's as well: Georgia, Chad, Sofia. */
const LISTS = 3;

/**
 * Which names of places people have too: as a first name or a common last name, each word for itself. A country
 * or a capital (`isState`) is meant more often than a person who is called so, except by a widespread first name.
 */
export function personTest(
  lists: readonly NameList[],
  last: readonly string[],
): (name: string, isState: boolean) => boolean {
  const firsts = new Map<string, number>();
  for (const { she, he, both } of lists)
    for (const name of new Set([...she, ...he, ...both].map(plain)))
      firsts.set(name, (firsts.get(name) ?? 0) + 1);
  const lasts = new Set(last.slice(0, LAST_NAMES).map(plain));
  return (name, isState) =>
    plain(name)
      .split(' ')
      .every((word) =>
        isState ? (firsts.get(word) ?? 0) >= LISTS : firsts.has(word) || lasts.has(word),
      );
}

/** Adjectives of one word: "Afghan", and both of "Bosnian - Herzegovinian". */
export function demonyms(
  printed: readonly string[],
  isBarred: (name: string) => boolean,
): string[] {
  const all = new Set(
    printed
      .map((name) => name.toLowerCase().replace(/\s*\(.*/, ''))
      .flatMap((name) => name.split(' - ')),
  );
  return sorted(all).filter(
    (name) => /^\p{L}{4,}$/u.test(name) && !isPluralAmong(name, all) && !isBarred(name),
  );
}
